"""A PDF into paragraphs with its page breaks; runs in the child. No words are lost but repeated heads and feet."""

from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import PdfiumError

from avowed.read.extract import Extract, Scanned, Unreadable
from avowed.read.pdf_lines import Line, lines_of
from avowed.read.pdf_reflow import reflow, without_running_heads

_FEWEST_LETTERS = 25  # letters a page, on average; a scan has none or the few of a stamp
_TRAILER_WINDOW = 2048


def parse_pdf(content: bytes, order: dict[str, Any]) -> Extract:
    """The text of a PDF; Unreadable for one that is locked, damaged, too long or made of pictures."""
    document = _open(content)
    try:
        count = len(document)
        if count > order["pages"]:
            raise Unreadable(f"a PDF of {count} pages is longer than the {order['pages']} that are read; split it")
        pages = [_lines(document, number) for number in range(count)]
        title = _title(document, pages)
    finally:
        document.close()
    letters = sum(char.isalpha() for page in pages for line in page for char in line.text)
    if letters < _FEWEST_LETTERS * max(1, min(count, 4)):
        raise Scanned(
            "its pages are pictures without text; install tesseract and add it again, or run ocrmypdf over it"
        )
    kept, margins = without_running_heads(pages)
    cut = b"%%EOF" not in content[-_TRAILER_WINDOW:]
    notes = ("the end of this PDF is missing; it may have been cut short",) if cut else ()
    return Extract(reflow(kept), title, margins=margins, paged=True, notes=notes)


def _open(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except PdfiumError as fault:
        if "password" in str(fault).lower() or "security" in str(fault).lower():
            raise Unreadable("locked with a password; save a copy without one and add that") from fault
        raise Unreadable("a damaged or cut-short PDF; download or save it anew and add that") from fault


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    """The lines of one page; a page that is damaged by itself is empty."""
    try:
        page = document[number]
    except PdfiumError:
        return []
    try:
        return lines_of(page)
    finally:
        page.close()


def _title(document: pypdfium2.PdfDocument, pages: list[list[Line]]) -> str:
    """The title in the PDF's properties where its first page shows it too, else the largest words atop that page."""
    first = [line for line in (pages[0] if pages else []) if line.text.strip()][:12]
    said = " ".join((document.get_metadata_value("Title") or "").split())
    shown = " ".join(line.text for line in first)
    if len(said.split()) > 1 and said.casefold() in " ".join(shown.split()).casefold():
        return said
    largest = max((line.size for line in first), default=0.0)
    common = sorted(line.size for page in pages for line in page)[len([0 for page in pages for _ in page]) // 2 :][:1]
    if not common or largest < common[0] * 1.15:
        return ""
    return " ".join(" ".join(line.text for line in first if line.size > largest * 0.98).split())[:300]
