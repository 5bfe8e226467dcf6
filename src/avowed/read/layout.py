"""Plain text into paragraphs; words are neither added nor lost, only the line ends between them change."""

import re
from itertools import pairwise

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_COLUMNS = re.compile(r" {0,4}\t[ \t]{0,40}| {3,}")
_RUNS = re.compile(r" {2,}")
_WIDEST_WRAP = 110
_SAMPLE = 4000
_RULER = re.compile(r"[-–—=_*~#.\s]{3,}")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text: its lines, or its blocks put together again where it was wrapped by hand."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    if width is None:
        return tuple(line for line in map(_squeezed, lines) if line and not _RULER.fullmatch(line))
    blocks = (block.split("\n") for block in _BLANK.split(text))
    joined = (paragraph for block in blocks for paragraph in _rejoined(block, width))
    return tuple(paragraph for paragraph in joined if paragraph and not _RULER.fullmatch(paragraph))


def _squeezed(line: str) -> str:
    """Single spaces, and a tab where the line has a gap as between columns or buttons."""
    return _RUNS.sub(" ", _COLUMNS.sub("\t", line.strip()))


def _wrap_width(lines: list[str]) -> int | None:
    """The column at which a text was wrapped by hand; None when its lines are whole paragraphs."""
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(lines[:_SAMPLE])]
    within = [(line, follower) for line, follower in pairs if line.strip() and follower]
    width = max((len(line.rstrip()) for line in lines[:_SAMPLE]), default=0)
    if len(within) < 2 or not 40 <= width <= _WIDEST_WRAP:
        return None
    full = sum(_is_full(line, follower, width) for line, follower in within)
    return width if full >= 0.6 * len(within) else None


def _is_full(line: str, follower: str, width: int) -> bool:
    """The next word would not have fitted, give or take a ragged margin of an eighth of the width."""
    return len(line) + 1 + len(follower.split(maxsplit=1)[0]) > width - width // 8


def _goes_on(line: str, follower: str, width: int) -> bool:
    """A line goes on in the next when it is full, or when it stops before a small letter or amid capitals."""
    if _is_full(line, follower, width) or follower[0].islower():
        return True
    return line.isupper() and follower.isupper() and not line.endswith((".", "!", "?", ":"))


def _rejoined(block: list[str], width: int) -> list[str]:
    """One block's lines as paragraphs: an indented line, or one after a line that ended early, begins a new one."""
    done: list[list[str]] = []
    previous = ""
    for line in filter(str.strip, block):
        starts = not previous or line.startswith(("  ", "\t")) or not _goes_on(previous, line.strip(), width)
        if starts:
            done.append([])
        done[-1].append(_squeezed(line))
        previous = line.rstrip()
    return [" ".join(part) for part in done]
