"""Packed bytes taken apart piece by piece, with a ceiling on what comes out; no stream can fill the memory."""

import zlib

from avowed.read.outcome import Limits, plain_size
from avowed.read.sniff import Refused, is_gzip

_PIECE = 1 << 18
_FREE = 1 << 20  # below this much the ratio tells nothing


def unpack(content: bytes, limits: Limits) -> bytes | Refused:
    """What a gzip file holds; content that is not packed comes back as it is."""
    if not is_gzip(content[:2]):
        return content
    out = bytearray()
    rest = content
    while rest:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            fault = _member(unpacker, rest, out, len(content), limits)
        except zlib.error:
            return Refused("a damaged gzip file; download or save it anew and add that")
        if fault:
            return fault
        if not unpacker.eof:
            return Refused("a gzip file that is cut short; download it anew and add that")
        rest = unpacker.unused_data.lstrip(b"\x00")
    if is_gzip(out[:2]):
        return Refused("gzip within gzip; unpack it and add what is inside")
    return bytes(out)


def _member(unpacker: "zlib._Decompress", rest: bytes, out: bytearray, packed: int, limits: Limits) -> Refused | None:
    """Unpack one member onto what came before; why not, when it grows beyond the limits."""
    pending = rest
    while pending and not unpacker.eof:
        out += unpacker.decompress(pending, _PIECE)
        pending = unpacker.unconsumed_tail
        if is_flood(len(out), packed, limits):
            return _flood("gzip file", len(out))
    return None


def is_flood(unpacked: int, packed: int, limits: Limits) -> bool:
    """True when more came out than is read, or more than its packed size can honestly hold."""
    return unpacked > limits.file_bytes or (unpacked > _FREE and unpacked > limits.expansion * packed)


def decoded_body(content: bytes, encoding: str, limits: Limits) -> bytes | Refused:
    """The body of a web answer without its content encoding: gzip, deflate, br (brotli) or none."""
    encoding = encoding.strip().lower()
    if encoding in ("", "identity", "utf-8") or not content:
        return content
    if encoding in ("gzip", "x-gzip"):
        return unpack(content, limits)
    if encoding == "deflate":
        return _deflated(content, limits)
    if encoding == "br":
        return _brotli(content, limits)
    return Refused("packed in a way that is not known; save the page anew and add that")


def _deflated(content: bytes, limits: Limits) -> bytes | Refused:
    out, packed = bytearray(), len(content)
    raw = content[:1] != b"\x78"  # servers send it with and without a head (RFC 9110, 8.4.1.2)
    unpacker = zlib.decompressobj(wbits=-15 if raw else 15)
    try:
        while content and not unpacker.eof:
            out += unpacker.decompress(content, _PIECE)
            content = unpacker.unconsumed_tail
            if is_flood(len(out), packed, limits):
                return _flood("packed page", len(out))
    except zlib.error:
        return Refused("a damaged packed page; save it anew and add that")
    return bytes(out)


def _brotli(content: bytes, limits: Limits) -> bytes | Refused:
    import brotli  # type: ignore[import-untyped]  # noqa: PLC0415  # it ships no types; only web archives need it

    out = bytearray()
    unpacker = brotli.Decompressor()
    given = content
    try:
        while not unpacker.is_finished():
            piece = unpacker.process(given, output_buffer_limit=_PIECE)
            given = b""
            if not piece and unpacker.can_accept_more_data():
                return Refused("a packed page that is cut short; save it anew and add that")
            out += piece
            if is_flood(len(out), len(content), limits):
                return _flood("packed page", len(out))
    except brotli.error:
        return Refused("a damaged packed page; save it anew and add that")
    return bytes(out)


def _flood(what: str, size: int) -> Refused:
    return Refused(f"a {what} that unpacks to more than is read ({plain_size(size)}); unpack and split it")
