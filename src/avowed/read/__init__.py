"""Bytes into reports: each document ends as one outcome, a report or the reason why not."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_WHERE = {
    "giving": ("given",),
    "outcome": ("Limits", "Original", "Outcome", "ReadOptions", "Skipped"),
    "paths": ("files_under", "originals", "originals_of"),
    "reader": ("Open", "opened", "originals_in", "read_paths", "read_stream", "text_lines", "text_rows"),
    "recognition": ("tesseract",),
    "rows": ("row_original",),
}
_MODULES = {name: module for module, names in _WHERE.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name on first use: the children that parse live below this package, and start in half the time without."""
    if name not in _MODULES:
        raise AttributeError(f"module 'avowed.read' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"avowed.read.{_MODULES[name]}"), name)
    return found
