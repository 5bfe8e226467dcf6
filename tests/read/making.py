"""Documents of the lesser formats, made by hand for tests."""

import gzip
import io
import zipfile
from collections.abc import Mapping

STORY = [
    "The garrison of Dol left the bridge on Friday, two traders said.",
    "The Northern Front took the town without a shot, and it named no dead.",
]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    "<dcterms:created>2021-08-27T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def zipped(files: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def paragraph(words: str, style: str = "") -> str:
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{marked}<w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(body: str, title: str = "", author: str = "", **more: str) -> bytes:
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            "docProps/core.xml": _CORE.format(title=title, author=author),
            **{f"word/{name}.xml": f'<w:{name} xmlns:w="{_W}">{words}</w:{name}>' for name, words in more.items()},
        }
    )


def rss(*items: str, head: str = "<title>Karsan Courier</title>") -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{inner}</channel></rss>'.encode()


def page(*paragraphs: str, title: str = "Bridge falls") -> str:
    body = "".join(f"<p>{words}</p>" for words in paragraphs or STORY * 2)
    return f"<!doctype html><html><head><title>{title}</title></head><body><article>{body}</article></body></html>"


def answer(
    address: str,
    body: bytes,
    *,
    kind: str = "text/html",
    status: str = "200 OK",
    encoding: str = "",
    packed: bool = True,
) -> bytes:
    """One record of a web archive: what a server said for an address."""
    said = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    said += f"Content-Encoding: {encoding}\r\n" if encoding else ""
    block = said.encode() + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-08-27T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    record = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(record) if packed else record
