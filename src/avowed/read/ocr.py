"""Scanned PDFs into text by tesseract, where it is installed; the recognition runs in the child and under its limits."""

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import PdfiumError

from avowed.read.clean import clean
from avowed.read.extract import PAGE_BREAK, Extract, Unreadable

_DOTS_AN_INCH = 300  # what tesseract's own guide asks for
_WIDEST = 5000
_SECONDS_A_PAGE = 120
_FEWEST_LETTERS = 25
_BLANK = re.compile(r"\n[ \t]*\n")
_CUT_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def parse_scan(content: bytes, order: dict[str, Any]) -> Extract:
    """The recognised words of a PDF of pictures; Unreadable when there are none or the recognition fails."""
    try:
        document = pypdfium2.PdfDocument(content)
        pages = [_recognised(picture, order["tesseract"]) for picture in _pictures(document)]
    except (PdfiumError, ValueError) as fault:
        raise Unreadable("a damaged or cut-short PDF; download or save it anew and add that") from fault
    if sum(char.isalpha() for page in pages for char in page) < _FEWEST_LETTERS:
        raise Unreadable("its pages are pictures in which no English words could be recognised")
    note = "its words were recognised from pictures by tesseract and may be misread"
    return Extract(_paragraphs(pages), paged=True, notes=(note,))


def _pictures(document: pypdfium2.PdfDocument) -> Iterator[bytes]:
    """Each page as a grey picture in the form that any program reads (PGM)."""
    for page in document:
        scale = min(_DOTS_AN_INCH / 72, _WIDEST / max(*page.get_size(), 1))
        bitmap = page.render(scale=scale, grayscale=True)
        rows = memoryview(bitmap.buffer)
        lines = (bytes(rows[at : at + bitmap.width]) for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
        yield b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)
        bitmap.close()
        page.close()


def _recognised(picture: bytes, program: str) -> str:
    command = [program, "stdin", "stdout", "-l", "eng"]
    try:
        done = subprocess.run(  # noqa: S603  # the program that the user installed, given no words of the document
            command, input=picture, capture_output=True, timeout=_SECONDS_A_PAGE, check=True
        )
    except (OSError, subprocess.SubprocessError) as fault:
        raise Unreadable(
            f"its pages are pictures, and tesseract failed over them ({type(fault).__name__}); run ocrmypdf over it"
        ) from fault
    return clean(done.stdout.decode("utf-8", errors="replace").replace("\f", "\n"))


def _paragraphs(pages: list[str]) -> tuple[str, ...]:
    """The paragraphs of all pages; a page's first one bears the break."""
    found: list[str] = []
    breaks = ""
    for number, page in enumerate(pages):
        breaks += PAGE_BREAK if number else ""
        for block in _BLANK.split(_CUT_WORD.sub("", page).strip()):
            if words := " ".join(block.split()):
                found.append(breaks + words)
                breaks = ""
    return (*found[:-1], found[-1] + breaks) if found else ()
