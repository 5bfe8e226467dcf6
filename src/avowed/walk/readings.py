"""Reading without a case: documents or plain texts in, readings out, in the order given."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, tee
from typing import Any

from avowed.model.evidence import Reading, Report
from avowed.model.wire import to_wire
from avowed.read import Original, Outcome, ReadOptions, Skipped, opened, text_rows
from avowed.walk import crew

_BATCH = 16


def read_documents(given: Iterable[Original | Skipped], options: ReadOptions) -> Iterator[Reading | Skipped]:
    """One reading, or the reason why there is none, for each document, in order."""
    with opened(options) as open_one:
        outcomes = (document if isinstance(document, Skipped) else open_one(document) for document in given)
        yield from annotated(outcomes)


def read_texts(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Readings in the reading format for `{"id", "text", "published"?}` rows, whose text is taken as it stands.

    A row that cannot be read gives `{"source", "error"}` in its place.
    """
    for outcome in annotated(text_rows(rows)):
        if isinstance(outcome, Skipped):
            yield {"source": outcome.source, "error": outcome.reason}
        else:
            yield to_wire(outcome)


def annotated(outcomes: Iterable[Outcome]) -> Iterator[Reading | Skipped]:
    """Annotate the reports among outcomes, some at a time; the order stays."""
    batches, taken = tee(_batches(outcomes))
    readings = crew.annotated([outcome for outcome in batch if isinstance(outcome, Report)] for batch in taken)
    for batch, read in zip(batches, readings, strict=True):
        following = iter(read)
        for outcome in batch:
            yield outcome if isinstance(outcome, Skipped) else next(following)


def _batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    source = iter(outcomes)
    while batch := list(islice(source, _BATCH)):
        yield batch
