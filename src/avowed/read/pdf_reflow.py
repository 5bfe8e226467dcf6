"""Lines of print into paragraphs; words cut at a line's end are whole again, and heads and feet of pages are gone."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from avowed.read.extract import PAGE_BREAK
from avowed.read.pdf_lines import SOFT_HYPHEN, Line

Pages = Sequence[Sequence[Line]]

_MARGIN_LINES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[Pp](?:age|\.)? ?)?[-–— ]{0,2}(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:/|of) ?\d{1,4})?[-–— ]{0,2}"
)
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]{0,3}(?:\[?\d{1,3}\]?)?$")
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[•·▪◦■►–-]) \S")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_KEEPS_HYPHEN = frozenset(
    {"anti", "co", "counter", "ex", "half", "mid", "non", "one", "pro", "self", "semi", "two", "well"}
)


def without_running_heads(pages: Pages) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The pages less what stands at the head or foot of most of them, and those lines, each once."""
    counts = Counter(key for page in pages for key in {_key(page[place]) for place in _margins(page)})
    often = {key for key, count in counts.items() if count >= max(2, len(pages) / 2)}
    kept: list[list[Line]] = []
    gone: dict[str, None] = {}
    for page in pages:
        out = {at for at in _margins(page) if _key(page[at]) in often or _PAGE_NUMBER.fullmatch(page[at].text)}
        gone.update(dict.fromkeys(page[at].text for at in sorted(out)))
        kept.append([line for at, line in enumerate(page) if at not in out])
    return kept, tuple(gone)


def _margins(page: Sequence[Line]) -> list[int]:
    last = len(page)
    return sorted({*range(min(_MARGIN_LINES, last)), *range(max(0, last - _MARGIN_LINES), last)})


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.size)


def reflow(pages: Pages) -> tuple[str, ...]:
    """Paragraphs over all pages, PAGE_BREAK before the first word of each page but the first."""
    words = Counter(word.casefold() for page in pages for line in page for word in _WORD.findall(line.text))
    paragraphs: list[str] = []
    previous: tuple[int, Line] | None = None
    owed = 0
    for number, page in enumerate(pages):
        owed += number > 0
        for line, starts in zip(page, _starts(page, previous), strict=True):
            text = PAGE_BREAK * owed + line.text
            owed = 0
            if starts or not paragraphs:
                paragraphs.append(text)
            else:
                paragraphs[-1] = _joined(paragraphs[-1], text, words)
        previous = (number, page[-1]) if page else previous
    return tuple(_plain(paragraph) for paragraph in paragraphs)


def _starts(page: Sequence[Line], previous: tuple[int, Line] | None) -> list[bool]:
    """Whether each line of a page begins a paragraph."""
    if not page:
        return []
    pitch = median([a.bottom - b.bottom for a, b in pairwise(page) if a.bottom > b.bottom] or [0.0])
    first = previous is None or _is_new_column(previous[1], page[0])
    return [first, *(_begins(a, b, pitch, _right_edge(page, a)) for a, b in pairwise(page))]


def _is_new_column(before: Line, line: Line) -> bool:
    """At the top of a page or column a sentence that has not ended goes on."""
    return bool(_ENDED.search(before.text)) or abs(before.size - line.size) > 0.1 * line.size


def _right_edge(page: Sequence[Line], line: Line) -> float:
    return max(other.right for other in page if abs(other.left - line.left) < 4 * line.size)


def _begins(above: Line, line: Line, pitch: float, edge: float) -> bool:
    drop = above.bottom - line.bottom
    if abs(drop) < 0.3 * line.size:
        return False  # the same line of print, in two runs
    if above.text.endswith(SOFT_HYPHEN):
        return False
    if drop < 0:
        return _is_new_column(above, line)
    ended = bool(_ENDED.search(above.text))
    width = edge - above.left
    return (
        abs(above.size - line.size) > 0.1 * line.size
        or drop > 1.25 * pitch
        or (line.left - above.left > 0.8 * line.size and (ended or line.left - above.left < 4 * line.size))
        or (ended and (above.right < edge - 0.12 * width or bool(_ITEM.match(line.text))))
        or above.right < above.left + 0.6 * width
    )


def _joined(before: str, text: str, words: Counter[str]) -> str:
    """Two lines of one paragraph; a word cut by a hyphen is put together as the rest of the document writes it."""
    gap = PAGE_BREAK * text.count(PAGE_BREAK)
    after = text.lstrip(PAGE_BREAK)
    cut = before.endswith(SOFT_HYPHEN) or (before.endswith("-") and after[:1].islower() and before[-2:-1].isalpha())
    if not cut:
        return f"{before} {gap}{after}"
    head, tail = before[:-1], after
    return f"{head}{'-' if _keeps_hyphen(head, tail, words) else ''}{gap}{tail}"


def _keeps_hyphen(head: str, tail: str, words: Counter[str]) -> bool:
    left = re.search(r"[\w'’-]+$", head)
    right = re.match(r"[\w'’-]+", tail)
    if not left or not right or not left.group().isalpha() or not tail[0].islower():
        return True
    whole, apart = (left.group() + mark + right.group() for mark in ("", "-"))
    if words[whole.casefold()] != words[apart.casefold()]:
        return words[apart.casefold()] > words[whole.casefold()]
    return left.group().casefold() in _KEEPS_HYPHEN


def _plain(paragraph: str) -> str:
    return (
        paragraph.replace(SOFT_HYPHEN, "-") if paragraph.endswith(SOFT_HYPHEN) else paragraph.replace(SOFT_HYPHEN, "")
    )
