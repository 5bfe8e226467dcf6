"""Candidates for mentions in re3d as examples: what speaks for each, and whether re3d has it."""

from collections.abc import Iterator

from avowed.annotate.actors.settle import candidates
from avowed.annotate.page import Page
from benchmarks.re3d_relations import MENTION_TYPES
from benchmarks.sets.re3d import Document
from training.weighing.fit import Example


def examples(page: Page, document: Document) -> Iterator[Example]:
    """The candidates whose types re3d has."""
    gold = {(one.start, one.end, one.type) for one in document.mentions}
    for one in candidates(page):
        if one.type in MENTION_TYPES:
            yield Example(page.report.id, dict(one.reasons), (*one.ends, MENTION_TYPES[one.type]) in gold)
