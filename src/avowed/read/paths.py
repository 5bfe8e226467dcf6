"""Files and folders into the bytes of single documents, in a fixed order; what cannot be opened is an outcome."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from avowed.read.outcome import Limits, Original, Skipped, plain_size
from avowed.read.sniff import is_jsonl

_NO_REPORTS = frozenset({".css", ".js", ".mjs", ".map", ".json5", ".woff", ".woff2", ".ttf", ".ico", ".svg"})


def originals(paths: Iterable[Path], limits: Limits) -> Iterator[Original | Skipped]:
    """Each document under the paths, folders in order of names; a JSON-lines file gives one original a line."""
    for path in paths:
        for found in _files(path):
            yield from [found] if isinstance(found, Skipped) else _opened(found, limits)


def shown(path: Path) -> str:
    """A path in characters that can be stored."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _files(path: Path) -> Iterator[Path | Skipped]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as fault:
        yield Skipped(_safely_shown(path), _why(fault))
        return
    if stat.S_ISDIR(mode):
        found = False
        for entry in _walk(path):
            found = True
            yield entry
        if not found:
            yield Skipped(shown(path), "an empty folder; there is nothing in it to read")
    elif stat.S_ISREG(mode):
        yield path
    else:
        yield Skipped(shown(path), "neither a file nor a folder; add a regular file")


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """Files below a folder by name; hidden ones, links to folders and the parts of a saved page are passed over."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError as fault:
        yield Skipped(shown(folder), _why(fault, "folder"))
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in {".html", ".htm"}}
    for entry in entries:
        if entry.name.startswith(".") or entry.suffix.lower() in _NO_REPORTS:
            continue
        if not entry.is_dir():
            yield from _files(entry)
        elif not entry.is_symlink() and not _is_part_of_page(entry, pages):
            yield from _walk(entry)


def _is_part_of_page(folder: Path, pages: set[str]) -> bool:
    """Browsers save the pictures and scripts of `story.html` in `story_files` beside it."""
    return folder.name.removesuffix("_files") in pages and folder.name.endswith("_files")


def _opened(path: Path, limits: Limits) -> Iterator[Original | Skipped]:
    name = shown(path)
    try:
        with path.open("rb") as file:
            yield from documents(file, name, limits)
    except OSError as fault:
        yield Skipped(name, _why(fault))


def documents(file: BinaryIO, name: str, limits: Limits) -> Iterator[Original | Skipped]:
    """The one document of a stream, or one for each line where it is JSON lines."""
    head = bytearray()
    lines = 0
    while not head.strip() and (line := file.readline(limits.line_bytes + 1)):
        head += line
        lines += 1
    if is_jsonl(bytes(head)):
        yield from _rows(bytes(head).lstrip(), file, name, limits, lines)
        return
    content = bytes(head) + file.read(max(0, limits.file_bytes + 1 - len(head)))
    if len(content) > limits.file_bytes:
        yield Skipped(
            name, f"larger than the {plain_size(limits.file_bytes)} that are read; split it into parts and add those"
        )
    else:
        yield Original(name, content)


def _rows(first: bytes, file: BinaryIO, name: str, limits: Limits, number: int) -> Iterator[Original | Skipped]:
    line = first
    while line:
        if len(line) > limits.line_bytes:
            yield Skipped(
                f"{name}:{number}", f"a line longer than {plain_size(limits.line_bytes)}; split its text into parts"
            )
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.line_bytes)
        elif line.strip():
            yield Original(f"{name}:{number}", line.strip(), jsonl=True)
        line = file.readline(limits.line_bytes + 1)
        number += 1


def _safely_shown(path: Path) -> str:
    return str(path).replace("\x00", "\\0").encode("utf-8", "replace").decode()[:500]


def _why(fault: OSError | ValueError, thing: str = "file") -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file or folder; check how it is spelt"
    if isinstance(fault, PermissionError):
        return f"this {thing} may not be opened by you; ask its owner for the right to read it"
    words = fault.strerror if isinstance(fault, OSError) and fault.strerror else "not a name that a file can have"
    return f"this {thing} cannot be opened ({words}); copy it to another place and add that"
