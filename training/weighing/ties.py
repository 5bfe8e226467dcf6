"""Possible ties of annotated reports as examples: what speaks for each, and whether the annotation has it there."""

from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.page import Page
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.ties.find import by_rules
from avowed.annotate.ties.hybrid import SIGNS, cases
from avowed.annotate.ties.weigh import reasons
from avowed.model.evidence import Mention
from benchmarks.scoring.spans import overlap
from benchmarks.scoring.templates import stripped
from benchmarks.scoring.ties import SYMMETRIC, Party, Tie
from training.weighing.fit import Example


def examples(page: Page, sayings: Sequence[Saying], gold: Sequence[Tie]) -> Iterator[Example]:
    """The possible ties of a page; one that the annotation has in another passage only is left out."""
    card = page.windows[0].encoder.card
    for one, case in cases(page, by_rules(page, sayings)):
        quote = _passage(page, (one.subject, one.object))
        same = [tie for tie in gold if _is(page, case.label, (one.subject, one.object), tie)]
        here = any(overlap(quote, tie.quote) for tie in same)
        if here or not same:
            yield Example(page.report.id, reasons(case, card.labels("tie"), card.labels("relation")), here)


def _passage(page: Page, parties: Iterable[Mention]) -> tuple[int, int]:
    """The sentences of both parties."""
    found = [page.token_at(one.span.start) for one in parties]
    sentences = [token.sent for token in found if token is not None]
    return min(one.start_char for one in sentences), max(one.end_char for one in sentences)


def _is(page: Page, label: str, parties: tuple[Mention, Mention], tie: Tie) -> bool:
    if (tie.dimension, tie.sign) != (label[:-1], SIGNS[label[-1]]):
        return False
    one, other = (_party(page, mention) for mention in parties)
    straight = one.agrees(tie.subject) and other.agrees(tie.object)
    crossed = one.agrees(tie.object) and other.agrees(tie.subject)
    return straight or (tie.dimension in SYMMETRIC and crossed)


def _party(page: Page, mention: Mention) -> Party:
    actor = page.actor[mention.actor or ""]
    return Party((mention.span.start, mention.span.end), frozenset(map(stripped, (actor.name, *actor.aliases))) - {""})
