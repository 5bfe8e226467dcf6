"""A page of a PDF as a picture; it is drawn in the limited child, as everything hostile is."""

import base64
import struct
import zlib
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import PdfiumError

from avowed.errors import ReadError
from avowed.read.extract import Extract, Unreadable
from avowed.read.guard import Guard
from avowed.read.outcome import Limits
from avowed.read.sniff import Refused

_WIDE = 1400  # dots; sharp at the width that a page has on a desk
_TALL = 4000


def page_picture(content: bytes, number: int, source: str = "the PDF") -> bytes:
    """The page of this number, counted from 1, as PNG; ReadError when it cannot be drawn."""
    with Guard(Limits()) as guard:
        drawn = guard.parse("pdf page", content, number=number)
    if isinstance(drawn, Refused):
        raise ReadError(source, drawn.reason)
    return base64.b64decode(drawn.paragraphs[0])


def parse_page(content: bytes, order: dict[str, Any]) -> Extract:
    """In the child: one page as base64 of a PNG, in the place of a paragraph."""
    try:
        document = pypdfium2.PdfDocument(content)
        if not 1 <= order["number"] <= len(document):
            raise Unreadable(f"it has {len(document)} pages and none of number {order['number']}")
        page = document[order["number"] - 1]
        width, height = page.get_size()
        bitmap = page.render(scale=min(_WIDE / max(width, 1), _TALL / max(height, 1)), grayscale=True)
    except PdfiumError as fault:
        raise Unreadable("this page of the PDF cannot be drawn") from fault
    rows = memoryview(bitmap.buffer)
    lines = [bytes(rows[at : at + bitmap.width]) for at in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
    return Extract((base64.b64encode(_png(lines, bitmap.width)).decode(),))


def _png(lines: list[bytes], width: int) -> bytes:
    """Grey rows as PNG (W3C PNG, sections 5 and 11): a header, the packed rows, an end."""
    header = struct.pack(">IIBBBBB", width, len(lines), 8, 0, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*part) for part in ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
