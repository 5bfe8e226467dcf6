"""The model's names cut where they run over into the next name or into common words."""

from collections.abc import Iterator

from avowed.annotate.actors.kinds import kind_by_words
from avowed.annotate.actors.lexicon import nations, titles, wordset
from avowed.annotate.actors.sheet import Sheet

_ARTICLES = frozenset({"the", "a", "an"})
_MARKS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "...", "/", '"', "“", "”"})
_NEVER_INSIDE = frozenset({"VERB", "AUX", "ADV", "PRON", "SCONJ"})
_OFFICE_LINKS = frozenset({"of", "for", "to"})
_NAMED_LABELS = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP"})


def pieces_of(sheet: Sheet, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """First and last word of each name in what the model took for one."""
    start = first
    for index in range(first, last + 1):
        cut = _cuts(sheet, start, index, last, label)
        if cut:
            yield from _piece(sheet, start, index - 1, label)
            start = index + 1
    yield from _piece(sheet, start, last, label)


def _piece(sheet: Sheet, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    if first > last:
        return
    place = trimmed(sheet, first, last) if label in _NAMED_LABELS else bare(sheet, first, last)
    if place is not None:
        yield place


def _cuts(sheet: Sheet, first: int, index: int, last: int, label: str) -> bool:
    """True for a word at which a name ends and another may begin."""
    word = sheet.words[index]
    if sheet.pos[index] == "SPACE" or label not in _NAMED_LABELS:
        return "\n" in word
    if word.islower() and sheet.pos[index] in _NEVER_INSIDE and word not in wordset("inside_names"):
        return True
    if word in _MARKS:
        return label != "PERSON" or word not in '"“”'
    if sheet.lower[index] in ("and", "&") and index < last:
        following = sheet.lower[index + 1]
        return label == "PERSON" or following in _ARTICLES or not sheet.capital(index + 1)
    if sheet.tag[index] == "POS" and index < last:
        return _owned(sheet, first, index, label)
    return False


def _owned(sheet: Sheet, first: int, mark: int, label: str) -> bool:
    """`X's Y` is two names where X is a state, a person or a body by its words, and where Y is a common word."""
    owner = sheet.said(first, mark - 1).lower().removeprefix("the ")
    if owner in nations().countries or label == "PERSON" or not sheet.capital(mark + 1):
        return True
    return kind_by_words(owner) is not None


def trimmed(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """A name without articles before it and common words around it; None when nothing is left."""
    while first <= last and not _begins(sheet, first):
        first += 1
    while first <= last and not _ends(sheet, last):
        last -= 1
    return (first, last) if first <= last else None


def bare(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """A run of words without the marks and articles at its ends."""
    while first <= last and (sheet.lower[first] in _ARTICLES or sheet.pos[first] in ("PUNCT", "SPACE")):
        first += 1
    while first <= last and (sheet.pos[last] in ("PUNCT", "SPACE") or sheet.tag[last] == "POS"):
        last -= 1
    return (first, last) if first <= last else None


def _begins(sheet: Sheet, index: int) -> bool:
    word = sheet.words[index]
    if sheet.lower[index] in _ARTICLES:
        return False
    if word in wordset("particles") and index + 1 < len(sheet):
        following = index + 2 if sheet.words[index + 1] in ("-", "‑") and index + 2 < len(sheet) else index + 1
        return sheet.capital(following)
    return word[0].isupper() or word[0].isdigit() or word[:3].lower() in ("al-", "al‑", "el-", "ad-", "as-", "at-")


def _ends(sheet: Sheet, index: int) -> bool:
    word = sheet.words[index]
    if sheet.tag[index] == "POS" or word.lower() in wordset("inside_names") or sheet.pos[index] in ("PUNCT", "SPACE"):
        return False
    if any(char.isupper() for char in word) or word[0].isdigit():
        return True
    return kind_by_words(word) is not None or word.lower().startswith(("al-", "e-", "i-", "ul-", "ur-"))


def names_office(sheet: Sheet, first: int, last: int) -> bool:
    """True for `Special Representative for X` and the like: an office is a person's, not a body."""
    offices = titles().offices
    if sheet.lower[last] in offices:
        return True
    return any(
        sheet.lower[index] in offices and sheet.lower[index + 1] in _OFFICE_LINKS for index in range(first, last)
    )


def without_titles(sheet: Sheet, first: int, last: int) -> int:
    """Where a person's bare name begins within what was taken for it."""
    table = titles()
    while first < last and sheet.lower[first].strip(".") in table.titles | table.offices:
        first += 1
    return first
