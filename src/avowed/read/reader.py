"""Bytes into reports, one outcome for each document; one child process parses the pages and PDFs of a whole run."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from avowed.errors import AvowedError
from avowed.read.compose import compose
from avowed.read.decode import decode
from avowed.read.extract import Extract
from avowed.read.guard import Guard
from avowed.read.layout import paragraphs_of
from avowed.read.outcome import Format, Limits, Original, Outcome, ReadOptions, Skipped
from avowed.read.paths import documents, lines_in, lines_of, originals
from avowed.read.rows import ANY_DAY, Row, read_row, row_original, too_long
from avowed.read.sniff import Refused, sniff
from avowed.read.unpack import unpack

Open = Callable[[Original], Outcome]


@contextmanager
def opened(options: ReadOptions) -> Iterator[Open]:
    """A function from originals to outcomes, and behind it a child process that ends with the block."""
    with Guard(options.limits) as guard:
        yield partial(_open, options=options, guard=guard)


def originals_in(content: bytes, name: str = "-", limits: Limits | None = None) -> Iterator[Original | Skipped]:
    """The documents in bytes that came without a file: one, or one for each line of JSON lines."""
    return documents(BytesIO(content), name, limits or Limits())


def read_paths(paths: Iterable[Path], options: ReadOptions) -> Iterator[Outcome]:
    """Every document under the paths, in a fixed order; one that cannot be read does not stop the others."""
    return _read(originals(paths, options.limits), options)


def read_stream(stream: BinaryIO, options: ReadOptions, name: str = "-") -> Iterator[Outcome]:
    """A stream of bytes: JSON lines, or one document of any format that files may have."""
    return _read(documents(stream, name, options.limits), options)


def text_rows(rows: Iterable[Row], options: ReadOptions = ANY_DAY) -> Iterator[Outcome]:
    """Rows `{"id", "text", "published"?, ...}`, as mappings or as JSON, their text exactly as it stands."""
    return (read_row(row_original(row, number), options) for number, row in enumerate(rows, start=1))


def text_lines(paths: Iterable[str | Path], options: ReadOptions = ANY_DAY) -> Iterator[Outcome]:
    """The rows of files of JSON lines, `-` being standard input, their text exactly as it stands."""
    for path in paths:
        lines = (
            lines_in(sys.stdin.buffer, "-", options.limits)
            if str(path) == "-"
            else lines_of(Path(path), options.limits)
        )
        for line in lines:
            yield line if isinstance(line, Skipped) else read_row(line, options)


def _read(found: Iterable[Original | Skipped], options: ReadOptions) -> Iterator[Outcome]:
    with opened(options) as open_one:
        for original in found:
            yield original if isinstance(original, Skipped) else open_one(original)


def _open(original: Original, options: ReadOptions, guard: Guard) -> Outcome:
    """The one outcome of an original, whatever it holds."""
    try:
        return _read_one(original, options, guard)
    except AvowedError:
        raise
    except Exception as fault:  # the guard of what is done in this process: one document must not stop the rest
        why = f"not read, by a fault of Avowed ({type(fault).__name__}); save it as plain text and add that"
        return Skipped(original.source, why)


def _read_one(original: Original, options: ReadOptions, guard: Guard) -> Outcome:
    if original.jsonl:
        return read_row(original, options)
    content = unpack(original.content, options.limits)
    if isinstance(content, Refused):
        return Skipped(original.source, content.reason)
    kind = sniff(content)
    if kind is Format.JSONL:
        return _only_row(original, content, options)
    if isinstance(kind, Refused):
        return Skipped(original.source, kind.reason)
    return _composed(content, kind, original, options, guard)


def _composed(content: bytes, kind: Format, original: Original, options: ReadOptions, guard: Guard) -> Outcome:
    extract = _extract(content, kind, options, guard)
    if isinstance(extract, Refused):
        return Skipped(original.source, extract.reason)
    return compose(extract, original, kind, options)


def _only_row(original: Original, content: bytes, options: ReadOptions) -> Outcome:
    """The row of a kept original; a file of several is taken apart before it comes here."""
    if content.strip().count(b"\n"):
        return Skipped(original.source, "several rows of JSON lines in one piece; add the file that holds them")
    return read_row(Original(original.source, content, jsonl=True), options)


def _extract(content: bytes, kind: Format, options: ReadOptions, guard: Guard) -> Extract | Refused:
    found = _parsed(content, kind, options, guard)
    if isinstance(found, Extract) and sum(map(len, found.paragraphs)) > options.limits.text_chars:
        return Refused(too_long(options.limits))
    return found


def _parsed(content: bytes, kind: Format, options: ReadOptions, guard: Guard) -> Extract | Refused:
    if kind is Format.TEXT:
        decoded = decode(content)
        return Extract(paragraphs_of(decoded.text), notes=(decoded.note,))
    found = guard.parse(kind.value, content, latest=options.today.isoformat())
    if isinstance(found, Extract) or not found.scanned or options.tesseract is None:
        return found
    seconds = options.limits.recognition_seconds
    return guard.parse("scan", content, tesseract=options.tesseract, cpu_seconds=int(seconds))
