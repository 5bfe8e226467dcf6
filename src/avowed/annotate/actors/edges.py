"""Where a noun phrase begins and ends: numbers, adverbs and stray marks stay outside, `of` and what follows belongs to it."""

from avowed.annotate.actors.lexicon import wordset
from avowed.annotate.actors.sheet import Sheet

_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "npadvmod", "punct", "dep", "predet"}
)
_HYPHENS = frozenset({"-", "–", "‑"})
_LONGEST_COMPLEMENT = 8


def first_word(sheet: Sheet, noun: int) -> int:
    """The first word of the noun phrase that ends with this noun."""
    start = noun
    for child in reversed([index for index in sheet.children[noun] if index < noun]):
        if sheet.dep[child] not in _LEFT or not _touches(sheet, _right_end(sheet, child), start):
            break
        if sheet.dep[child] == "punct" and not _joins(sheet, child):
            break
        if any(sheet.pos[index] == "ADP" for index in range(_left_end(sheet, child), child)):
            break
        start = _left_end(sheet, child)
    while start < noun and _outside(sheet, start, noun):
        start += 1
    return start


def _joins(sheet: Sheet, index: int) -> bool:
    """True for a hyphen within a word."""
    before = index > 0 and sheet.end(index - 1) == sheet.starts[index]
    return sheet.words[index] in _HYPHENS and before


def _outside(sheet: Sheet, index: int, noun: int) -> bool:
    if sheet.pos[index] in ("NUM", "ADV", "PUNCT", "SPACE", "SCONJ", "CCONJ", "VERB", "SYM", "PART"):
        return True
    word = sheet.lower[index]
    if word in wordset("loose") or sheet.dep[index] == "quantmod":
        return True
    if word == "that" and sheet.plural(noun):
        return True
    return sheet.tag[index] == "VBG" and sheet.dep[index] == "amod"


def _left_end(sheet: Sheet, index: int) -> int:
    for child in sheet.children[index]:
        if child < index:
            return _left_end(sheet, child)
    return index


def _right_end(sheet: Sheet, index: int) -> int:
    for child in reversed(sheet.children[index]):
        if child > index:
            return _right_end(sheet, child)
    return index


def _touches(sheet: Sheet, end: int, start: int) -> bool:
    return all(sheet.pos[index] == "SPACE" for index in range(end + 1, start))


def complement(sheet: Sheet, noun: int) -> int | None:
    """The noun after `of` that belongs to this noun: `members` of the `tribe`; None where there is none."""
    link = noun + 1
    if link >= len(sheet) or sheet.lower[link] != "of" or sheet.head[link] != noun:
        return None
    inner = sheet.child(link, "pobj")
    if inner is None or inner - noun > _LONGEST_COMPLEMENT or not sheet.noun(inner):
        return None
    between = range(link + 1, inner)
    plain = all(
        sheet.pos[index] not in ("PUNCT", "VERB", "SPACE") or sheet.words[index] in _HYPHENS for index in between
    )
    return inner if plain else None
