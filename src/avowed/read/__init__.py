"""Bytes into reports: each document ends as one outcome, a report or the reason why not."""

from avowed.read.giving import given
from avowed.read.outcome import Limits, Original, Outcome, ReadOptions, Skipped
from avowed.read.paths import originals, originals_of
from avowed.read.reader import Open, opened, originals_in, read_paths, read_stream, text_lines, text_rows
from avowed.read.recognition import tesseract

__all__ = [
    "Limits",
    "Open",
    "Original",
    "Outcome",
    "ReadOptions",
    "Skipped",
    "given",
    "opened",
    "originals",
    "originals_in",
    "originals_of",
    "read_paths",
    "read_stream",
    "tesseract",
    "text_lines",
    "text_rows",
]
