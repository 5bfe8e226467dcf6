"""What a document is, judged by its bytes and never by its name; for what cannot be read, what to do instead."""

import json
import re
import zlib
from dataclasses import dataclass
from functools import cache

from avowed.read.outcome import Container, Format
from avowed.read.tables import load

_HEAD = 8192
_TEXT_ROWS = b"\t\n\r\f\b\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_ROWS) + b"\x7f"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|article|main|section|div|p|h1|meta|title|table|span)\b", re.I)
_PAGE_START = re.compile(
    rb"\s{0,200}+(?:<\?xml[^>]{0,200}+>\s{0,200}+)?(?:<!--|<!doctype html|<[a-z][a-z0-9]{0,15}[\s>])", re.I
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_XML = re.compile(rb"\s{0,200}+<\?xml\b")
_MAIL_HEAD = re.compile(
    rb"(?im)^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type):[ \t]"
)
_MAIL_START = re.compile(rb"(?:From \S{1,200} [^\n]{1,100}\n)?[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?[^\n]{0,2000}\n")
_FEWEST_MAIL_HEADERS = 3
# Office documents are ZIP files whose first entry is one of these.
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/", b"xl/", b"ppt/", b"mimetype")
_NAME_AT = 30  # where the name of the first entry begins
_MARKDOWN = (
    re.compile(rb"(?m)^#{1,6} \S"),
    re.compile(rb"\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)"),
    re.compile(rb"(?m)^\S[^\n]{0,200}\n(?:={3,}|-{3,})[ \t]*$"),
    re.compile(rb"\*\*[^*\s\n][^*\n]{0,200}\*\*"),
)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a document is not read, in words that follow its name; whether text recognition might read it."""

    reason: str
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class _Signature:
    content: bytes
    at: int
    say: str


def sniff(content: bytes) -> Format | Refused:
    """The format of a document, or why it is none that can be read."""
    head = content[:_HEAD]
    if not head.strip(b" \t\r\n\f\x00\xef\xbb\xbf"):
        return Refused("empty; save the document again and check that its text is there")
    if b"%PDF-" in head[:1024] and not _is_mail(head):
        return Format.PDF
    if _is_office(head) and b"word/document.xml" in content:
        return Format.DOCX
    for signature in _signatures():
        if head.startswith(signature.content, signature.at):
            return Refused(signature.say)
    return _sniff_text(head, content)


def container(head: bytes) -> Container | None:
    """What a file is that begins like this, when it holds several documents."""
    if head.startswith(b"PK\x03\x04"):
        return None if _is_office(head) else Container.ZIP
    if _unpacked_start(head).startswith(b"WARC/"):
        return Container.WARC
    narrow = head[:_HEAD].replace(b"\x00", b"")
    if _is_feed(narrow):
        return Container.FEED
    return Container.MAIL if _is_mail(narrow) else None


def _unpacked_start(head: bytes) -> bytes:
    """The first bytes of what a gzip file holds, or those of the file itself."""
    if not is_gzip(head):
        return head[:16]
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _is_office(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and head.startswith(_OFFICE, _NAME_AT)


def _is_feed(head: bytes) -> bool:
    """XML whose first element is one of a feed."""
    found = _FEED.search(head, 0, 2048)
    if found is None:
        return False
    return bool(_XML.match(head)) or not head[: found.start()].strip(b" \t\r\n\xef\xbb\xbf\xff\xfe")


def _is_mail(head: bytes) -> bool:
    """A block of headers on top, with several that mails have."""
    if not _MAIL_START.match(head):
        return False
    block = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return len({name.lower() for name in _MAIL_HEAD.findall(block)}) >= _FEWEST_MAIL_HEADERS


def is_gzip(head: bytes | bytearray) -> bool:
    """True for what begins as a gzip stream does."""
    return head.startswith(b"\x1f\x8b")


def is_jsonl(first_line: bytes) -> bool:
    """True when a line by itself is a JSON object."""
    if not first_line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        row = json.loads(first_line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict)


@cache
def _signatures() -> tuple[_Signature, ...]:
    rows = load("signatures")["row"]
    return tuple(_Signature(bytes.fromhex(row["bytes"]), row.get("at", 0), row["say"]) for row in rows)


def _sniff_text(head: bytes, content: bytes) -> Format | Refused:
    if _is_binary(head):
        return Refused("not text, HTML, PDF or Word but some other kind of file; save it as one of these and add that")
    narrow = head.replace(b"\x00", b"")
    if _is_feed(narrow):
        return Format.FEED
    if _is_mail(narrow):
        return Format.MAIL
    if _is_page(narrow):
        return Format.HTML
    if _XML.match(narrow):
        return Refused("an XML document; save it as HTML, PDF or plain text and add that")
    return _sniff_plain(narrow, content)


def _sniff_plain(head: bytes, content: bytes) -> Format | Refused:
    if is_jsonl(content.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]):
        return Format.JSONL
    if _is_json(head, content):
        return Refused('JSON but not JSON lines; write one {"id": ..., "text": ...} object on each line')
    marks = sum(bool(pattern.search(head)) for pattern in _MARKDOWN)
    heading = bool(_MARKDOWN[0].search(head))
    return Format.MARKDOWN if marks >= 2 or heading or head.startswith(b"---\n") else Format.TEXT


def _is_page(head: bytes) -> bool:
    """A page begins as one, or has several of a page's tags early on."""
    return bool(_PAGE_START.match(head) and _PAGE.search(head)) or len(_PAGE.findall(head, 0, 4096)) >= 4


def _is_binary(head: bytes) -> bool:
    if head.startswith(_WIDE_MARKS):
        return False
    zeros = head.count(0)
    if zeros and not _every_other(head, zeros):
        return True
    return len(head) - len(head.translate(None, _CONTROLS)) - zeros > len(head) * 0.02


def _every_other(head: bytes, zeros: int) -> bool:
    """UTF-16 of Latin text: the zeros are nearly all at even or nearly all at odd places."""
    odd = head[1::2].count(0)
    return zeros > len(head) * 0.3 and min(odd, zeros - odd) <= len(head) * 0.02


def _is_json(head: bytes, content: bytes) -> bool:
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
