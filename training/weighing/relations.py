"""Possible relations in re3d as examples: what speaks for each, and whether re3d has it between the mentions it lies on."""

from collections.abc import Iterator, Sequence

from avowed.annotate.circumstances import tied_by
from avowed.annotate.page import Page
from avowed.annotate.related import Relations
from avowed.annotate.sayings.saying import Saying
from avowed.annotate.ties.find import find_ties
from avowed.model.evidence import Mention
from benchmarks.scoring.relations import Relation, nearest, undirected
from benchmarks.scoring.spans import Span
from benchmarks.sets.re3d import Document
from training.weighing.fit import Example


def examples(page: Page, sayings: Sequence[Saying], document: Document, least: float) -> Iterator[Example]:
    """Relations of a page that have at least this chance; one with an end on no mention of re3d is wrong."""
    gold = {undirected(one) for one in document.relations}
    spans = document.argument_spans
    for one in Relations(page, tied_by(find_ties(page, sayings))).possible(least):
        source, target = _placed(one.seen.subject, spans), _placed(one.seen.object, spans)
        right = bool(source and target and undirected(Relation(source, target, one.name)) in gold)
        yield Example(page.report.id, dict(one.reasons), right)


def _placed(mention: Mention, spans: Sequence[Span]) -> Span | None:
    return nearest((mention.span.start, mention.span.end), spans)
