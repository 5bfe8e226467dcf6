"""Bytes into reports, one outcome for each document; a Reader holds the child process that parses pages and PDFs."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from avowed.read.compose import compose
from avowed.read.decode import decode
from avowed.read.extract import Extract
from avowed.read.guard import Guard
from avowed.read.layout import paragraphs_of
from avowed.read.outcome import Format, Original, Outcome, ReadOptions, Skipped
from avowed.read.paths import documents, originals
from avowed.read.rows import ANY_DAY, Row, read_row, row_original
from avowed.read.sniff import Refused, sniff
from avowed.read.unpack import unpack


class Reader:
    """Reads originals one after the other; close it, or use it in a `with`, to end its child."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._guard = Guard(options.limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._guard.close()

    def read(self, original: Original) -> Iterator[Outcome]:
        """What comes of one original: one outcome, or one for each line of a packed JSON-lines file."""
        if original.jsonl:
            yield read_row(original, self._options)
            return
        content = unpack(original.content, self._options.limits)
        kind = content if isinstance(content, Refused) else sniff(content)
        if isinstance(content, Refused) or isinstance(kind, Refused):
            yield Skipped(original.source, kind.reason if isinstance(kind, Refused) else "")
        elif kind is Format.JSONL:
            yield from self._lines(original.source, content)
        else:
            yield self._document(original, content, kind)

    def _lines(self, source: str, content: bytes) -> Iterator[Outcome]:
        for number, line in enumerate(content.split(b"\n"), start=1):
            if line.strip():
                yield read_row(Original(f"{source}:{number}", line.strip(), jsonl=True), self._options)

    def _document(self, original: Original, content: bytes, kind: Format) -> Outcome:
        extract = self._extract(content, kind)
        if isinstance(extract, Refused):
            return Skipped(original.source, extract.reason)
        return compose(extract, original, kind, self._options)

    def _extract(self, content: bytes, kind: Format) -> Extract | Refused:
        if kind is Format.TEXT:
            decoded = decode(content)
            return Extract(paragraphs_of(decoded.text), notes=(decoded.note,))
        return self._guard.parse(kind.value, content, latest=self._options.today.isoformat())


def read_paths(paths: Iterable[Path], options: ReadOptions) -> Iterator[Outcome]:
    """Every document under the paths, in a fixed order; one that cannot be read does not stop the others."""
    with Reader(options) as reader:
        for original in originals(paths, options.limits):
            yield from [original] if isinstance(original, Skipped) else reader.read(original)


def read_stream(stream: BinaryIO, options: ReadOptions, name: str = "-") -> Iterator[Outcome]:
    """A stream of bytes: JSON lines, or one document of any format that files may have."""
    with Reader(options) as reader:
        for original in documents(stream, name, options.limits):
            yield from [original] if isinstance(original, Skipped) else reader.read(original)


def read_text_rows(rows: Iterable[Row], options: ReadOptions = ANY_DAY) -> Iterator[Outcome]:
    """Rows `{"id", "text", "published"?, ...}`, as mappings or as JSON, their text exactly as it stands."""
    return (read_row(row_original(row, number), options) for number, row in enumerate(rows, start=1))
