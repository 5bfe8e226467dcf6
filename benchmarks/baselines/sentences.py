"""Sentences by their end marks and line ends alone: all that the co-occurrence baseline needs."""

import re
from collections.abc import Iterator

from benchmarks.scoring.spans import Span

_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[A-Z\"“])|\n+")


def sentences(text: str) -> Iterator[Span]:
    """The spans of the sentences of a text."""
    start = 0
    for end in _END.finditer(text):
        yield (start, end.start())
        start = end.end()
    yield (start, len(text))
