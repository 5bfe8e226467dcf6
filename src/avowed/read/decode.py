"""Bytes to text, once, with a record of how; any bytes give some text and none raise."""

import codecs
import re
from dataclasses import dataclass

from avowed.read.clean import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{1,40})""")
_HEAD = 4096
# What pages call Latin-1 or ASCII is Windows-1252 in practice, and browsers read it so (WHATWG Encoding, 4.2).
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}
# Python knows codecs that are no encodings of text (zip, idna, undefined): only these families are obeyed.
_KNOWN = re.compile(
    r"utf-8|cp\d{3,4}|iso8859-\d{1,2}|koi8-[rut]|gb\w{1,6}|big5\w{0,6}|euc_\w{1,12}|shift_jis\w{0,5}|mac-\w+"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Storable text, and in words how it was decoded."""

    text: str
    note: str


def decode(content: bytes, *, declared: bool = False, named: str = "") -> Decoded:
    """Text by byte order mark, as `named` or declared in its head (if asked), as UTF-8, as UTF-16, else Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, "byte order mark")
    told = (named and _obeyed(named)) or (_declaration(content) if declared else None)
    if told and told != "utf-8":
        return _decoded(content, told, "declared")
    wide = _wide(content)
    if wide:
        return _decoded(content, wide, "zero bytes")
    if _is_utf8(content):
        return _decoded(content, "utf-8", "valid")
    return _decoded(content, "cp1252", "not valid UTF-8")


def _decoded(content: bytes, encoding: str, how: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    tail = f"; {lost} characters could not be read" if lost else ""
    return Decoded(clean(text), f"encoding: {encoding} ({how}){tail}")


def _declaration(content: bytes) -> str | None:
    found = _DECLARED.search(content, 0, _HEAD)
    return _obeyed(found.group(1).decode("ascii")) if found else None


def _obeyed(name: str) -> str | None:
    """The encoding of this name as browsers take it; None where it is unknown or no encoding of text."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    name = _AS_BROWSERS_DO.get(codec.name, codec.name)
    return name if _KNOWN.fullmatch(name) else None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark shows as zeros in every other byte of Latin text."""
    head = content[:_HEAD]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if len(head) < 4 or max(odd, even) < len(head) * 0.3 or min(odd, even) > len(head) * 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(content: bytes) -> bool:
    """Valid, or damaged in fewer places than it has well-formed characters beyond ASCII."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        damaged = text.count("\ufffd")
        return damaged < len(text) - len(text.encode("ascii", errors="ignore")) - damaged
    return True
