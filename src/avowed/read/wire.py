"""Frames between the guard and its child: eight bytes of length, then the content; no frame is trusted to be short."""

import struct
from collections.abc import Callable

LENGTH = struct.Struct(">Q")


def frame(content: bytes) -> bytes:
    """Content with its length before it."""
    return LENGTH.pack(len(content)) + content


def read_frame(read: Callable[[int], bytes], most: int) -> bytes | None:
    """The next frame; None at the end of the stream; ValueError when it is longer than `most` bytes."""
    head = _exactly(read, LENGTH.size)
    if head is None:
        return None
    (length,) = LENGTH.unpack(head)
    if length > most:
        raise ValueError(f"a frame of {length} bytes is longer than the {most} that are taken")
    return _exactly(read, length)


def _exactly(read: Callable[[int], bytes], count: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < count:
        part = read(min(count - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)
