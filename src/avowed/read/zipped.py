"""A zipped folder into its files, streamed under a ceiling; names that lead out of it, links and nesting are refused."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from avowed.read.outcome import Limits, Original, Skipped, plain_size
from avowed.read.unpack import is_flood

_PIECE = 1 << 18
# What archives carry beside the documents, and what pages are built with.
_NO_REPORTS = frozenset({".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".ico", ".svg"})
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


def files_in(file: BinaryIO, limits: Limits) -> Iterator[Original | Skipped]:
    """Each file of a zipped folder in order of names, or why it is not taken."""
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN:
        yield Skipped("", "a damaged ZIP archive; pack or download it anew and add that")
        return
    entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    if len(entries) > limits.parts:
        yield Skipped("", f"an archive of {len(entries):,} files is more than the {limits.parts:,} that are read")
        return
    for entry in entries:
        if entry.is_dir() or _is_passed_over(entry.filename):
            continue
        why = _fault(entry)
        yield Skipped(entry.filename, why) if why else _content(archive, entry, limits)


def _is_passed_over(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    hidden = any(part.startswith(".") and part not in (".", "..") for part in path.parts)
    return hidden or "__MACOSX" in path.parts or path.suffix.lower() in _NO_REPORTS


def _fault(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not taken, by its name and its marks alone."""
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\x00" in name:
        return "its name leads out of the archive; rename it and pack it anew"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a link and no file; put the file itself into the archive"
    if entry.flag_bits & 0x1:
        return "locked with a password; unpack it and add what is inside"
    return ""


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> Original | Skipped:
    out = bytearray()
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(_PIECE):
                out += piece
                if is_flood(len(out), entry.compress_size, limits):
                    size = plain_size(len(out))
                    return Skipped(entry.filename, f"unpacks to more than is read ({size}); unpack and split it")
    except (*_BROKEN, RuntimeError):
        return Skipped(entry.filename, "damaged in its archive; pack it anew and add that")
    return Original(entry.filename, bytes(out))
