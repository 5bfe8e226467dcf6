"""A piece of a shard read by one worker: documents in, tables out; what a worker needs is made once in its process."""

import atexit
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import Any

from avowed.bulk import tables
from avowed.bulk.given import Document
from avowed.bulk.parquet import table_of
from avowed.bulk.rows import no_rows, rows_of
from avowed.model.evidence import Reading, Report, without_faint
from avowed.read import Open, Outcome, ReadOptions, Skipped, opened
from avowed.walk import crew

_BATCH = 16

Tables = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some documents with their names in the tables, and how to read them."""

    documents: tuple[Document, ...]
    names: tuple[str, ...]
    options: ReadOptions

    def alone(self) -> "Iterator[Piece]":
        """Each document as a piece of its own."""
        for document, name in zip(self.documents, self.names, strict=True):
            yield Piece((document,), (name,), self.options)

    def refused(self, reason: str) -> "Piece":
        """The same documents as skipped ones."""
        skipped = tuple(Skipped(one.source, reason) for one in self.documents)
        return Piece(skipped, self.names, self.options)


def read_piece(piece: Piece) -> Tables:
    """The tables of a piece, one row or more a document, in order."""
    rows = no_rows()
    for outcome, name in zip(_readings(piece), piece.names, strict=True):
        for table, held in rows_of(outcome, name).items():
            rows[table] += held
    return {table.name: table_of(table, rows[table.name]) for table in tables.READ}


def _readings(piece: Piece) -> Iterator[Reading | Skipped]:
    for batch in _batches(piece.documents):
        outcomes = [one if isinstance(one, Skipped) else _reader(piece.options)(one) for one in batch]
        read = iter(crew.annotated_on_one_core(_reports(outcomes)))
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Skipped) else without_faint(next(read))


def _reports(outcomes: Sequence[Outcome]) -> list[Report]:
    return [one for one in outcomes if isinstance(one, Report)]


def _batches(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (documents[at : at + _BATCH] for at in range(0, len(documents), _BATCH))


@cache
def _reader(options: ReadOptions) -> Open:
    """The reader of this process, with its child for what may be hostile; it ends with the process."""
    held = ExitStack()
    atexit.register(held.close)
    return held.enter_context(opened(options))
