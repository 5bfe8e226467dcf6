"""Files and folders into the bytes of single documents, in a fixed order; what cannot be opened is an outcome."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedReader, BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from avowed.read.containers import parts_of
from avowed.read.outcome import Container, Limits, Original, Skipped, plain_size
from avowed.read.sniff import container, is_gzip, is_jsonl
from avowed.read.unpack import unpack

# What pages are built with; it reads as plain text and holds no report.
_NO_REPORTS = frozenset({".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".ico", ".svg"})
_LONGEST_NAME = 4096
_HEAD = 8192
_DEEPEST = 3
_ATTACHED = re.compile(rb"(?i)name\*?\d?\*?=|message/rfc822")
_BLANK_HEAD = 4096  # so many blank bytes before the first word are looked through for JSON lines

Cut = Callable[[BinaryIO, str, Limits], Iterator[Original | Skipped]]


def originals(paths: Iterable[Path], limits: Limits | None = None) -> Iterator[Original | Skipped]:
    """Each document under the paths, folders in order of names; a JSON-lines file gives one original a line."""
    for path in paths:
        for found in files_under(path):
            yield from [found] if isinstance(found, Skipped) else _opened(found, limits or Limits(), documents)


def originals_of(given: Iterable[tuple[str, BinaryIO]], limits: Limits | None = None) -> Iterator[Original | Skipped]:
    """Each document of files that are open already, under the names given with them; each file is closed behind it."""
    for name, file in given:
        with file:
            yield from documents(file, _shown(Path(name)), limits or Limits())


def lines_of(path: Path, limits: Limits) -> Iterator[Original | Skipped]:
    """Each line of a file as an original, whatever it holds."""
    return _opened(path, limits, lines_in)


def files_under(path: Path) -> Iterator[Path | Skipped]:
    """The regular files that are meant by a path, in order of names; what cannot be opened is an outcome."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as fault:
        yield Skipped(_shown(path), _why(fault))
        return
    if stat.S_ISDIR(mode):
        found = False
        for entry in _walk(path):
            found = True
            yield entry
        if not found:
            yield Skipped(_shown(path), "an empty folder; there is nothing in it to read")
    elif stat.S_ISREG(mode):
        yield path
    else:
        yield Skipped(_shown(path), "neither a file nor a folder; add a regular file")


def _walk(folder: Path) -> Iterator[Path | Skipped]:
    """Files below a folder by name; hidden ones, links to folders and the parts of a saved page are passed over."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError as fault:
        yield Skipped(_shown(folder), _why(fault, "folder"))
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in {".html", ".htm"}}
    for entry in entries:
        if entry.name.startswith(".") or entry.suffix.lower() in _NO_REPORTS:
            continue
        if not entry.is_dir():
            yield from files_under(entry)
        elif not entry.is_symlink() and not _is_part_of_page(entry, pages):
            yield from _walk(entry)


def _is_part_of_page(folder: Path, pages: set[str]) -> bool:
    """Browsers save the pictures and scripts of `story.html` in `story_files` beside it."""
    return folder.name.removesuffix("_files") in pages and folder.name.endswith("_files")


def _opened(path: Path, limits: Limits, cut: Cut) -> Iterator[Original | Skipped]:
    name = _shown(path)
    try:
        with path.open("rb") as file:
            yield from cut(file, name, limits)
    except (OSError, ValueError) as fault:
        yield Skipped(name, _why(fault))


def documents(file: BinaryIO, name: str, limits: Limits, depth: int = 0) -> Iterator[Original | Skipped]:
    """The one document of a stream, or those that it holds: lines of JSON, files of an archive, entries, attachments."""
    kind = container(_peek(file))
    if kind is not None:
        return _contained(file, name, kind, limits, depth)
    head = file.read(2)
    if is_gzip(head):
        return iter([_nested(name)]) if depth else _packed(_whole(head, file, name, limits), limits)
    return _plain(head, file, name, limits)


def _peek(file: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it."""
    if file.seekable():
        head = file.read(_HEAD)
        file.seek(0)
        return head
    return file.peek(_HEAD)[:_HEAD] if isinstance(file, BufferedReader) else b""


def _contained(file: BinaryIO, name: str, kind: Container, limits: Limits, depth: int) -> Iterator[Original | Skipped]:
    """The documents of a container; archives within archives are not opened, mails and feeds are."""
    if depth >= _DEEPEST or (depth and kind in (Container.ZIP, Container.WARC)):
        yield _nested(name)
        return
    if kind is Container.MAIL:
        message = _whole(b"", file, name, limits)
        yield message
        if isinstance(message, Skipped) or not _ATTACHED.search(message.content):
            return
        file = BytesIO(message.content)
    found = 0
    for part in parts_of(file, name, kind, limits):
        found += 1
        if isinstance(part, Skipped) or kind is Container.FEED:
            yield part
        else:
            yield from documents(BytesIO(part.content), part.source, limits, depth + 1)
    if not found and kind is not Container.MAIL:
        yield Skipped(name, "holds no document that can be read; check that it is the right file")


def _nested(name: str) -> Skipped:
    return Skipped(name, "an archive within another; unpack it and add what is inside")


def lines_in(file: BinaryIO, name: str, limits: Limits, begun: bytes = b"") -> Iterator[Original | Skipped]:
    """Each line that is not blank, numbered from 1, `begun` being those read already; an endless one is passed over."""
    following = iter(partial(file.readline, limits.line_bytes + 1), b"")
    for number, line in enumerate(chain(BytesIO(begun), following), start=1):
        if len(line) > limits.line_bytes:
            yield Skipped(f"{name}:{number}", f"a line longer than {plain_size(limits.line_bytes)}; split its text")
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.line_bytes)  # noqa: PLW2901  # the rest of the same line
        elif line.strip():
            yield Original(f"{name}:{number}", line.strip(), jsonl=True)


def _plain(head: bytes, file: BinaryIO, name: str, limits: Limits) -> Iterator[Original | Skipped]:
    first = head
    while len(first) < _BLANK_HEAD and not first.strip() and (line := file.readline(limits.line_bytes)):
        first += line
    first += b"" if first.endswith(b"\n") else file.readline(limits.line_bytes)
    if is_jsonl(first):
        yield from lines_in(file, name, limits, first)
    else:
        yield _whole(first, file, name, limits)


def _packed(found: Original | Skipped, limits: Limits) -> Iterator[Original | Skipped]:
    content = unpack(found.content, limits) if isinstance(found, Original) else b""
    if isinstance(content, bytes) and is_jsonl(content.lstrip().partition(b"\n")[0]):
        yield from lines_in(BytesIO(content), found.source, limits)
    else:
        yield found


def _whole(head: bytes, file: BinaryIO, name: str, limits: Limits) -> Original | Skipped:
    content = head + file.read(max(0, limits.file_bytes + 1 - len(head)))
    if len(content) > limits.file_bytes:
        return Skipped(
            name, f"larger than the {plain_size(limits.file_bytes)} that are read; split it and add the parts"
        )
    return Original(name, content)


def _shown(path: Path) -> str:
    """A path in characters that can be stored."""
    return str(path).replace("\x00", "\\0").encode("utf-8", "replace").decode()[:_LONGEST_NAME]


def _why(fault: OSError | ValueError, thing: str = "file") -> str:
    if isinstance(fault, FileNotFoundError):
        return "there is no such file or folder; check how it is spelt"
    if isinstance(fault, PermissionError):
        return f"this {thing} may not be opened by you; ask its owner for the right to read it"
    words = fault.strerror if isinstance(fault, OSError) and fault.strerror else "not a name that a file can have"
    return f"this {thing} cannot be opened ({words}); copy it to another place and add that"
