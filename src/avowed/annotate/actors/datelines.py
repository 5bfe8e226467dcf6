"""The place that a report says it was written in (`VELM, March 3 (Agency) -`): a place, and nobody's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.names import COUNTED
from avowed.annotate.actors.sheet import Sheet
from avowed.model.evidence import Span
from avowed.model.vocabulary import Form, MentionType

RULE = "dateline"
TOP = 1500  # code points within which a report opens, after titles and bylines
_CAPITALS = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
_WIDER = rf"(?:[,/] ?(?!{_MONTH}){_NAME}){{0,2}}"
_DAY = r",? (?:[A-Z][a-z]{2,8}\.?,? )?\d{1,2}(?: [A-Z][a-z]{2,8}\.?)?(?:,? \d{2,4})?"
_AGENCY = r",? ?[(\[][^()\[\]\n]{2,60}[)\]]"
_DASH = r"(?: --?|--| ?[—–])\s+(?=[\"“'‘A-Z])"
_PLACE = re.compile(
    rf"(?m)^[ \t]*(?:(?P<loud>{_CAPITALS})(?P<loud_in>{_WIDER})(?:{_DAY})?(?:{_AGENCY})?"
    rf"|(?P<plain>{_NAME})(?P<plain_in>{_WIDER})(?:{_DAY}(?:{_AGENCY})?|{_AGENCY})){_DASH}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The whole dateline, up to the dash, and the names of its places, the narrowest first."""

    whole: Span
    places: tuple[Span, ...]


def dateline_of(text: str) -> Dateline | None:
    """The dateline of a text; None where no line at its top opens with one, or where all is in capitals."""
    found = None if text[:TOP].isupper() else _PLACE.search(text, 0, TOP)
    if found is None:
        return None
    name = "loud" if found.group("loud") else "plain"
    start = found.start(f"{name}_in")
    wider = (part for part in re.finditer(_NAME, found.group(f"{name}_in")))
    places = (Span(*found.span(name)), *(Span(start + part.start(), start + part.end()) for part in wider))
    return Dateline(Span(*found.span()), places)


def as_places(sheet: Sheet, text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the names of the dateline read as places; whose report it is takes part in nothing."""
    dateline = dateline_of(text)
    whole = sheet.covering(dateline.whole) if dateline is not None else None
    if dateline is None or whole is None:
        return list(drafts)
    kept = [draft for draft in drafts if draft.last < whole[0] or whole[1] < draft.first or draft.type in COUNTED]
    return sorted((*kept, *_places(sheet, dateline)), key=lambda one: one.first)


def _places(sheet: Sheet, dateline: Dateline) -> Iterator[Draft]:
    for span in dateline.places:
        held = sheet.covering(span)
        if held is not None:
            yield Draft(*held, sheet.root(*held), MentionType.LOCATION, Form.NAME, name=held, rule=RULE)
