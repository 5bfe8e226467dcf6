"""Runs of quoted words, also over paragraphs that open with a quotation mark and do not close; never overlapping."""

import re

from avowed.model.evidence import Span

_MARK = re.compile(r"[“”\"„«»]")
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
        if match.group() in "“„«" or (match.group() == '"' and _opens(text, match.start())):
            if _begins_paragraph(text, match.start()):
                continue
            opened = match.start()
            continue
        found.append(_closed(text, opened, match.end()))
        opened = None
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else " "
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
