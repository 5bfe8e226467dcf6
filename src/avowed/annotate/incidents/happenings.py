"""The incidents that the trained reader sees in a page, with mentions for those who take part in them."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from avowed.annotate.assembly import Assembly, Happening
from avowed.annotate.encoder import RESTORE
from avowed.annotate.fillers import Filler, ReportTold, report_told
from avowed.annotate.incidents.candidates import with_named
from avowed.annotate.incidents.glimpse import Glimpse
from avowed.annotate.incidents.hints import Hints
from avowed.annotate.page import Page
from avowed.errors import ModelError
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import Form, MentionType

TYPES = {
    "PerpInd": MentionType.PERSON,
    "PerpOrg": MentionType.ORGANISATION,
    "Target": MentionType.FACILITY,
    "Victim": MentionType.PERSON,
    "Weapon": MentionType.WEAPON,
}

SHIPPED = Path(__file__).parents[2] / "data" / "model-incidents" / "layers.json"
NAMED = frozenset({"PerpOrg", "Victim"})  # the model was taught these by name alone


@cache
def load_assembly(path: Path = SHIPPED) -> Assembly:
    """The layers that weigh what the model tells with what the rules see; ModelError where they cannot be read."""
    try:
        return Assembly(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path}: the layers that put incidents together cannot be read ({error}); {RESTORE}"
        ) from error


def happenings_of(page: Page) -> tuple[Happening, ...]:
    """What the model sees; nothing where no model has read the page, or one that was not taught incidents."""
    if not page.told:
        return ()
    return tuple(load_assembly().happenings(*looked_at(page)))


def looked_at(page: Page) -> tuple[ReportTold, Hints]:
    """What the model told, widened by what the rules name, and what else speaks for it."""
    glimpse = Glimpse(page)
    told, named = with_named(report_told(page.report.text, page.told), glimpse)
    return told, Hints(glimpse, told, named)


def with_happenings(page: Page) -> Page:
    """The page with the happenings, and with a mention for each filler that has none of just these words."""
    found = happenings_of(page)
    known = {one.span for one in page.mentions}
    wanted = {span_of_filler(filler): filler for one in found for filler, _ in one.fillers}
    added = _mentions(page, [filler for span, filler in wanted.items() if span not in known])
    return page.with_(happenings=found, mentions=(*page.mentions, *added))


def span_of_filler(filler: Filler) -> Span:
    """Where the filler's likeliest occurrence stands."""
    return Span(filler.best.start, filler.best.end)


def _mentions(page: Page, fillers: Sequence[Filler]) -> Iterator[Mention]:
    for number, filler in enumerate(fillers, len(page.mentions) + 1):
        span = span_of_filler(filler)
        token = page.token_at(span.end - 1)
        head = token
        while head is not None and head.head != head and span.start <= head.head.idx < span.end:
            head = head.head
        same = page.mention_at.get(head.i) if head is not None else None
        named = filler.role in NAMED or (head is not None and head.pos_ == "PROPN")
        yield Mention(
            f"m{number}",
            span,
            same.type if same else TYPES[filler.role],
            Span(head.idx, min(head.idx + len(head.text), span.end)) if head is not None else span,
            Form.NAME if named else same.form if same else Form.NOMINAL,
            same.actor if same else None,
        )
