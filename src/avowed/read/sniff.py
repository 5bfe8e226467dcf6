"""What a document is, judged by its bytes and never by its name; for what cannot be read, what to do instead."""

import json
import re
from dataclasses import dataclass
from functools import cache

from avowed.read.outcome import Format
from avowed.read.tables import load

_HEAD = 8192
_TEXT_ROWS = b"\t\n\r\f\b\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_ROWS) + b"\x7f"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|article|main|section|div|p|h1|meta|title|table|span)\b", re.I)
_PAGE_START = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--|<!doctype html|<[a-z][a-z0-9]{0,15}[\s>])", re.I
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_XML = re.compile(rb"\s{0,200}<\?xml\b")
_MAIL_PAGE = re.compile(rb"(?im)^content-type:\s{0,8}multipart/related")
_MARKDOWN = (
    re.compile(rb"(?m)^#{1,6} \S"),
    re.compile(rb"\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)"),
    re.compile(rb"(?m)^\S[^\n]{0,200}\n(?:={3,}|-{3,})[ \t]*$"),
    re.compile(rb"\*\*[^*\s\n][^*\n]{0,200}\*\*"),
)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a document is not read, in words that follow its name."""

    reason: str


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
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    for signature in _signatures():
        if head.startswith(signature.content, signature.at):
            return Refused(signature.say)
    return _sniff_text(head, content)


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
        return Refused("not text, HTML or PDF but some other kind of file; save it as one of these and add that")
    narrow = head.replace(b"\x00", b"")
    if _FEED.search(narrow, 0, 2048):
        return Refused("a news feed; save the articles that it lists as web pages and add those")
    if _is_page(narrow):
        return Format.HTML
    if _XML.match(narrow):
        return Refused("an XML document; save it as HTML, PDF or plain text and add that")
    return _sniff_plain(narrow, content)


def _sniff_plain(head: bytes, content: bytes) -> Format | Refused:
    if _MAIL_PAGE.search(head, 0, 4096):
        return Refused("a web page saved as one MHTML file; save it as 'HTML only' or 'complete' and add that")
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
