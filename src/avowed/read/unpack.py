"""Gzip taken apart piece by piece, with a ceiling on what comes out; no stream can fill the memory."""

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
        if len(out) > limits.file_bytes or (len(out) > _FREE and len(out) > limits.expansion * packed):
            return Refused(
                f"a gzip file that unpacks to more than is read ({plain_size(len(out))}); unpack and split it"
            )
    return None
