"""Runs of quoted words, also over paragraphs that open with a quotation mark and do not close; never overlapping."""

import re

from avowed.model.evidence import Span

# Plain text without curved marks may open with `` and close with two single ones.
_MARK = re.compile(r"[“”\"„«»]|``|''")
_OPENING, _STRAIGHT = frozenset({"“", "„", "«", "``"}), frozenset({'"', "''"})
LONGEST = 4000  # code points; a run that never closes is cut at the end of its paragraph instead
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[“\"])")


def quotations(text: str) -> tuple[Span, ...]:
    """Every run of quoted words, marks included."""
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        if opened is None:
            if match.group() != "”" and not _measures(text, match.start()):
                opened = match.start()
            continue
        if match.group() in _OPENING or (match.group() in _STRAIGHT and _opens(text, match)):
            if _begins_paragraph(text, match.start()):
                continue
            opened = match.start()
            continue
        found.append(_closed(text, opened, match.end()))
        opened = None
    return tuple(found)


def _opens(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() else "\n"
    after = text[mark.end()] if mark.end() < len(text) else " "
    return before.isspace() and not after.isspace()


def _measures(text: str, at: int) -> bool:
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()


def _begins_paragraph(text: str, at: int) -> bool:
    return "\n" in text[:at][-4:] or text[:at].rstrip(" ").endswith("\n")


def _closed(text: str, start: int, end: int) -> Span:
    if end - start <= LONGEST:
        return Span(start, end)
    cut = _PARAGRAPH.search(text, start)
    return Span(start, min(cut.start() if cut else end, end))
