"""Words that a clause says are one: appositions, `X is the head of Y`, `X returned as the head of Y`, `a man named X`."""

from collections.abc import Iterator

from avowed.annotate.actors.lexicon import wordset
from avowed.annotate.actors.sheet import Sheet

_BEING = frozenset({"be", "become", "remain"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def equals(sheet: Sheet, noun: int, last: int | None = None) -> Iterator[int]:
    """The words that a noun is said to be, nearest construction first; nothing that is denied or only possible."""
    yield from _appositions(sheet, noun)
    if last is not None and last + 2 < len(sheet) and sheet.words[last + 1] == "," and sheet.pos[last + 2] == "PROPN":
        yield last + 2
    dep, head = sheet.dep[noun], sheet.head[noun]
    if dep == "attr" and sheet.lemma[head] in _BEING and _plain(sheet, head):
        yield from _subjects(sheet, head)
    elif dep in ("oprd", "attr") and sheet.lemma[head] in wordset("making") and _plain(sheet, head):
        yield from _made(sheet, head)
    elif dep == "pobj" and sheet.lower[head] == "as":
        yield from _as(sheet, sheet.head[head])
    elif dep in _SUBJECTS and sheet.lemma[head] in _BEING and _plain(sheet, head):
        yield from (child for child in sheet.children[head] if sheet.dep[child] == "attr")
    yield from _named(sheet, noun)


def _appositions(sheet: Sheet, noun: int) -> Iterator[int]:
    yield from (child for child in sheet.children[noun] if sheet.dep[child] == "appos")
    if sheet.dep[noun] == "appos":
        yield sheet.head[noun]


def _plain(sheet: Sheet, verb: int) -> bool:
    """Neither denied nor only possible."""
    return not any(
        sheet.dep[child] == "neg" or sheet.lower[child] in wordset("doubting") for child in sheet.children[verb]
    )


def _subjects(sheet: Sheet, verb: int) -> Iterator[int]:
    """The subject of a verb, also across `happens to be`."""
    own = [child for child in sheet.children[verb] if sheet.dep[child] in _SUBJECTS]
    if own:
        yield from (_meant(sheet, verb, child) for child in own)
    elif _shares_subject(sheet, verb):
        yield from _subjects(sheet, sheet.head[verb])


def _shares_subject(sheet: Sheet, verb: int) -> bool:
    above = sheet.head[verb]
    if sheet.dep[verb] == "conj":
        return above < verb
    return sheet.dep[verb] == "xcomp" and sheet.lemma[above] in wordset("seeming")


def _meant(sheet: Sheet, verb: int, subject: int) -> int:
    """The noun before a relative clause where its subject is `who`."""
    return sheet.head[verb] if sheet.tag[subject] in ("WP", "WDT") and sheet.dep[verb] == "relcl" else subject


def _made(sheet: Sheet, verb: int) -> Iterator[int]:
    """Whom a naming is about: the object, or the subject of a passive."""
    passive = any(sheet.dep[child] in ("nsubjpass", "auxpass") for child in sheet.children[verb])
    found = [child for child in sheet.children[verb] if sheet.dep[child] == ("nsubjpass" if passive else "dobj")]
    yield from found
    if not found and sheet.dep[verb] == "acl":
        yield sheet.head[verb]


def _as(sheet: Sheet, verb: int) -> Iterator[int]:
    if sheet.pos[verb] not in ("VERB", "AUX") or not _plain(sheet, verb):
        return
    objects = [child for child in sheet.children[verb] if sheet.dep[child] == "dobj"]
    if sheet.lemma[verb] in wordset("making") or sheet.dep[verb] == "acl":
        yield from _made(sheet, verb)
    elif not objects or sheet.lemma[verb] in ("serve", "work", "act", "succeed"):
        yield from _subjects(sheet, verb)


def _named(sheet: Sheet, noun: int) -> Iterator[int]:
    """`a leader identified as X`, `a group called X`."""
    for clause in sheet.children[noun]:
        if sheet.dep[clause] != "acl" or sheet.lemma[clause] not in wordset("naming"):
            continue
        for child in sheet.children[clause]:
            if sheet.dep[child] in ("oprd", "attr"):
                yield child
            elif sheet.dep[child] == "prep" and sheet.lower[child] in ("as", "by"):
                yield from (inner for inner in sheet.children[child] if sheet.dep[inner] == "pobj")
