"""A web archive (WARC) into the pages that it holds; pictures, scripts and failed requests are passed over."""

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # it ships no types
from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

from avowed.read.outcome import Limits, Original, Skipped, plain_size
from avowed.read.sniff import Refused
from avowed.read.unpack import decoded_body

_PIECE = 1 << 16
_NO_REPORTS = ("image/", "audio/", "video/", "font/", "text/css")
_SCRIPTS = ("javascript", "ecmascript", "json", "wasm", "octet-stream", "font")


def pages_in(file: BinaryIO, limits: Limits) -> Iterator[Original | Skipped]:
    """Each page that a web archive holds, under its address; a damaged rest is one more outcome."""
    number = 0
    try:
        for record in ArchiveIterator(file, arc2warc=True):
            if not _is_page(record):
                continue
            number += 1
            if number > limits.parts:
                yield Skipped("", f"holds more than the {limits.parts:,} pages that are read; split it")
                return
            name = str(record.rec_headers.get_header("WARC-Target-URI") or number).strip("<>")
            yield _page(record, name, limits)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, IndexError):
        yield Skipped("", "a web archive that is damaged from here on; what came before it was read")


def _is_page(record: ArcWarcRecord) -> bool:
    """An answer that succeeded, or a document stored as it is, of a kind that can hold a report."""
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    if record.rec_type == "response" and (headers is None or not str(headers.get_statuscode() or "").startswith("2")):
        return False
    name = str(headers.get_header("Content-Type") if headers else record.content_type or "").lower()
    return not name.startswith(_NO_REPORTS) and not any(word in name for word in _SCRIPTS)


def _page(record: ArcWarcRecord, name: str, limits: Limits) -> Original | Skipped:
    headers = record.http_headers
    stream = record.raw_stream
    if headers and str(headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    content = bytearray()
    while piece := stream.read(_PIECE):
        content += piece
        if len(content) > limits.file_bytes:
            return Skipped(name, f"larger than the {plain_size(limits.file_bytes)} that are read")
    encoding = str(headers.get_header("Content-Encoding") or "") if headers else ""
    body = decoded_body(bytes(content), encoding, limits)
    return Skipped(name, body.reason) if isinstance(body, Refused) else Original(name, body)
