"""What was given into single documents: Parquet row by row, everything else as `avowed add` takes it apart.

Names of documents begin at what was given, so that a corpus that is moved keeps its documents.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it ships no types
from pyarrow import ArrowException

from avowed.read import Limits, Original, Skipped, files_under, originals, row_original

Document = Original | Skipped

LIMITS = Limits(parts=100_000_000, archive_bytes=1 << 44)
"""A web archive of a corpus may hold more pages than a case would take; each page has the limits of any other."""

_MAGIC = b"PAR1"
_ROWS = 256
_COLUMNS = ("id", "text", "title", "publisher", "source", "published", "authors", "author")


def documents(path: Path) -> Iterator[Document]:
    """Every document below a path, in a fixed order; what cannot be opened is an outcome."""
    base = f"{path}/" if path.is_dir() else f"{path.parent}/" if path.parent != Path() else ""
    for file in files_under(path):
        if isinstance(file, Skipped):
            found: Iterator[Document] = iter([file])
        else:
            found = _rows(file) if _is_parquet(file) else originals([file], LIMITS)
        for one in found:
            yield replace(one, source=one.source.removeprefix(base))


def count(path: Path) -> int:
    """About how many documents there are: rows, lines, files; a web archive counts as one until it is opened."""
    return sum(_count(file) for file in files_under(path) if isinstance(file, Path))


def _count(file: Path) -> int:
    try:
        if _is_parquet(file):
            return int(pq.read_metadata(file).num_rows)
        if file.suffix == ".jsonl":
            with file.open("rb") as held:
                return sum(piece.count(b"\n") for piece in iter(lambda: held.read(1 << 20), b""))
    except (OSError, ArrowException):
        pass  # said as an outcome when it is read
    return 1


def _is_parquet(file: Path) -> bool:
    try:
        with file.open("rb") as held:
            return held.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _rows(file: Path) -> Iterator[Document]:
    """Each row as a row of JSON lines would be; columns of other names are left alone."""
    try:
        with pq.ParquetFile(file) as held:
            columns = [name for name in _COLUMNS if name in held.schema_arrow.names]
            if "text" not in columns:
                yield Skipped(str(file), 'has no column "text"; name the column with the words of the reports so')
                return
            number = 0
            for batch in held.iter_batches(_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    given = row_original({name: _plain(value) for name, value in row.items()}, number)
                    yield replace(given, source=f"{file}:{number}")
    except (ArrowException, OSError, ValueError) as fault:
        why = " ".join(str(fault).split())[:120]
        yield Skipped(str(file), f"a Parquet file that is damaged from here on ({why}); write it anew")


def _plain(value: Any) -> Any:
    """A day stays a day: the hour of a time says nothing on when a report was published."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value
