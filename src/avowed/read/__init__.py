"""Bytes into reports: each document ends as one outcome, a report or the reason why not."""

from avowed.read.giving import given
from avowed.read.outcome import Limits, Original, Outcome, ReadOptions, Skipped
from avowed.read.paths import files_under, originals, originals_of
from avowed.read.reader import Open, opened, originals_in, read_paths, read_stream, text_lines, text_rows
from avowed.read.recognition import tesseract
from avowed.read.rows import row_original

__all__ = [
    "Limits",
    "Open",
    "Original",
    "Outcome",
    "ReadOptions",
    "Skipped",
    "files_under",
    "given",
    "opened",
    "originals",
    "originals_in",
    "originals_of",
    "read_paths",
    "read_stream",
    "row_original",
    "tesseract",
    "text_lines",
    "text_rows",
]
