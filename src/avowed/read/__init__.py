"""Bytes into reports: each document ends as one outcome, a report or the reason why not."""

from avowed.read.outcome import Limits, Original, Outcome, ReadOptions, Skipped
from avowed.read.paths import originals
from avowed.read.reader import Reader, read_paths, read_stream, read_text_rows

__all__ = [
    "Limits",
    "Original",
    "Outcome",
    "ReadOptions",
    "Reader",
    "Skipped",
    "originals",
    "read_paths",
    "read_stream",
    "read_text_rows",
]
