"""Amounts and times as mentions: the number without `about` and `more than`, the date without `earlier`."""

from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import wordset
from avowed.annotate.actors.names import COUNTED
from avowed.annotate.actors.sheet import Sheet
from avowed.model.evidence import TimeExpression
from avowed.model.vocabulary import Form, MentionType, TimeKind

_JOINERS = frozenset({"-", "–", "/"})


def counted(sheet: Sheet, drafts: Iterable[Draft], times: Sequence[TimeExpression]) -> list[Draft]:
    """Drafts whose amounts are trimmed to the number; those that are part of a date or a word are left out."""
    dates = [place for one in times if (place := sheet.covering(one.span)) is not None]
    within = {index for first, last in dates for index in range(first, last + 1)}
    kept = []
    for draft in drafts:
        if draft.type not in COUNTED:
            kept.append(draft)
        elif (trimmed := _amount(sheet, draft)) is not None and trimmed.head not in within:
            kept.append(trimmed)
    return kept


def _amount(sheet: Sheet, draft: Draft) -> Draft | None:
    first = draft.first
    while first < draft.last and sheet.lower[first] in wordset("nearly"):
        first += 1
    if sheet.lower[first] in wordset("no_amount") or sheet.tag[first] == "JJ":
        return None
    digits = any(char.isdigit() for char in sheet.words[first]) or sheet.pos[first] in ("NUM", "SYM")
    if draft.type is MentionType.QUANTITY and not digits and sheet.pos[first] != "NOUN":
        return None
    if _within_word(sheet, first, draft.last):
        return None
    return draft.with_(first=first, head=sheet.root(first, draft.last), name=None)


def _within_word(sheet: Sheet, first: int, last: int) -> bool:
    """`910-432`, `F-16`: digits of a longer word."""
    before = first > 0 and sheet.words[first - 1] in _JOINERS and sheet.end(first - 1) == sheet.starts[first]
    after = last + 1 < len(sheet) and sheet.words[last + 1] in _JOINERS and sheet.starts[last + 1] == sheet.end(last)
    return before or after


def timed(sheet: Sheet, times: Iterable[TimeExpression]) -> Iterator[Draft]:
    """The dates and spells of time as mentions."""
    for one in times:
        place = sheet.covering(one.span) if one.kind is not TimeKind.SET else None
        if place is None:
            continue
        first, last = place
        while first < last and sheet.lower[first] in wordset("nearly"):
            first += 1
        if sheet.lower[last] not in wordset("no_date"):
            yield Draft(first, last, sheet.root(first, last), MentionType.TIME, Form.NAME, rule="time")
