"""Reading the write-ahead log beside a database: does it break off in its middle? It is only looked at, never changed.

The form is SQLite's own (https://www.sqlite.org/fileformat2.html, 4.1 to 4.3). SQLite passes over what lies behind a
damaged frame without a word; this says so.
"""

import struct
from pathlib import Path

_HEAD, _FRAME = 32, 24
_MOST = 256 * 1024 * 1024
_MAGIC = (0x377F0682, 0x377F0683)


def lost_commits(log: Path) -> int:
    """How many whole transactions lie behind a damaged place and are lost; 0 where the log is sound or missing."""
    try:
        content = log.read_bytes()[:_MOST]
    except FileNotFoundError:
        return 0
    if len(content) < _HEAD:
        return 0
    magic, _, size, _, *salts = struct.unpack(">6I", content[:24])
    frames = range(_HEAD, len(content) - _FRAME - size + 1, _FRAME + size) if 512 <= size <= 65536 else range(0)
    if magic not in _MAGIC or not frames:
        return 1 if len(content) > _HEAD + _FRAME + 512 else 0
    order = ">" if magic & 1 else "<"
    sums = _sum(content[:24], order, (0, 0))
    if sums != struct.unpack(">2I", content[24:32]):
        return sum(_is_commit(content, at) for at in frames)
    return _behind_the_damage(content, frames, size, (salts[0], salts[1]), (order, sums))


def _behind_the_damage(
    content: bytes, frames: range, size: int, salts: tuple[int, int], begun: tuple[str, tuple[int, int]]
) -> int:
    """Frames of this log from the first whose sum is wrong; those of an older log behind it do not count."""
    order, sums = begun
    for at in frames:
        sums = _sum(content[at : at + 8], order, sums)
        sums = _sum(content[at + _FRAME : at + _FRAME + size], order, sums)
        if (salts, sums) != _said(content, at):
            later = (behind for behind in frames if behind > at)
            return sum(_is_commit(content, behind) and _said(content, behind)[0] == salts for behind in later)
    return 0


def _is_commit(content: bytes, at: int) -> bool:
    """The last frame of a transaction bears the size of the database after it."""
    return content[at + 4 : at + 8] != bytes(4)


def _said(content: bytes, at: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The salts and the sums that the frame at this place bears."""
    one, other, first, second = struct.unpack(">4I", content[at + 8 : at + 24])
    return (one, other), (first, second)


def _sum(part: bytes, order: str, begun: tuple[int, int]) -> tuple[int, int]:
    """SQLite's running checksum over pairs of 32-bit words."""
    first, second = begun
    words = struct.unpack(f"{order}{len(part) // 4}I", part)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
