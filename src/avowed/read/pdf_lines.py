"""The lines of one PDF page with where they stand; every character of the page's text layer is in exactly one line."""

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # as above

SOFT_HYPHEN = "\xad"
_LINE_END_HYPHEN = 0x02  # what PDFium gives for a hyphen that ends a line, and then no line end


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print; lengths are in points, upwards from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def lines_of(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    text_page = page.get_textpage()
    try:
        return [line for run in _runs(text_page) if (line := _line(text_page, run)) is not None]
    finally:
        text_page.close()


def _runs(text_page: pypdfium2.PdfTextPage) -> list[list[tuple[int, int]]]:
    """(index, code unit) of each character, cut at the ends of lines."""
    runs: list[list[tuple[int, int]]] = [[]]
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page.raw, index)
        if code in {0x0A, 0x0D}:
            runs.append([])
        elif code == _LINE_END_HYPHEN:
            runs[-1].append((index, ord(SOFT_HYPHEN)))
            runs.append([])
        else:
            runs[-1].append((index, code))
    return runs


def _line(text_page: pypdfium2.PdfTextPage, run: list[tuple[int, int]]) -> Line | None:
    units = "".join(chr(code) for _, code in run if 0 < code <= 0x10FFFF)
    text = " ".join(units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").split())
    seen = [index for index, code in run if code > 0x20]
    if not text or not seen:
        return None
    left, bottom, _, top = text_page.get_charbox(seen[0], loose=True)
    right = text_page.get_charbox(seen[-1], loose=True)[2]
    return Line(text, left, right, bottom, top - bottom)
