"""Containers taken apart by a limited child, one document at a time; whatever the child does, the parent goes on."""

import json
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from tempfile import TemporaryFile
from time import monotonic
from typing import Any, BinaryIO

from avowed.read.clean import clean
from avowed.read.guard import SURROUNDINGS
from avowed.read.outcome import Container, Limits, Original, Skipped
from avowed.read.wire import LENGTH

_CHUNK = 1 << 16
_MOST_HEADER = 1 << 16
_NONSENSE = "damaged or hostile: nothing could be taken out of it; unpack it and add what is inside"
_SLOW = "too slow to take apart; split it into parts and add those"


class _Broken(Exception):
    """The child ended, fell silent or spoke nonsense before it was done; the words say which, where it still runs."""


def parts_of(file: BinaryIO, name: str, kind: Container, limits: Limits) -> Iterator[Original | Skipped]:
    """Each document of a container, named after it; OSError when the disk refuses room to look at it."""
    with _seekable(file) as source:  # the child has it as its own from its start on
        child = _spawn(source, kind, limits)
    try:
        yield from _received(child, name, limits)
    finally:
        child.kill()
        if child.stdout:
            child.stdout.close()
        child.wait()


def _received(child: "subprocess.Popen[bytes]", name: str, limits: Limits) -> Iterator[Original | Skipped]:
    with closing(_Frames(child)) as frames:
        try:
            while not (header := _header(frames, limits)).get("done"):
                content = frames.next(limits.file_bytes + _CHUNK, limits.wall_seconds)
                yield _part(name, header, content)
        except _Broken as broken:
            yield Skipped(name, str(broken) or _end_of(child))


def _header(frames: "_Frames", limits: Limits) -> dict[str, Any]:
    try:
        header = json.loads(frames.next(_MOST_HEADER, limits.wall_seconds + limits.start_seconds))
    except ValueError:
        raise _Broken(_NONSENSE) from None
    if not isinstance(header, dict):
        raise _Broken(_NONSENSE)
    return header


def _part(container: str, header: dict[str, Any], content: bytes) -> Original | Skipped:
    inner = clean(str(header.get("name", ""))).replace("\n", " ").replace("\t", " ")
    is_address = inner.startswith(("http://", "https://"))
    name = inner if is_address else f"{container}/{inner}" if inner else container
    return Skipped(name, str(header["reason"])) if "reason" in header else Original(name, content)


def _seekable(file: BinaryIO) -> BinaryIO:
    """The file itself where it is a real one, else a nameless copy; its position is its beginning."""
    try:
        number = file.fileno()
        os.lseek(number, 0, os.SEEK_SET)
    except OSError:
        copy = TemporaryFile()  # noqa: SIM115  # closed by the caller
        while piece := file.read(_CHUNK):
            copy.write(piece)
        copy.seek(0)
        return copy
    return os.fdopen(os.dup(number), "rb")


def _spawn(source: BinaryIO, kind: Container, limits: Limits) -> "subprocess.Popen[bytes]":
    # -P: a folder of reports may hold a json.py, and the child must not import it.
    command = [sys.executable, "-P", "-B", "-m", "avowed.read.unpacking", kind.value, json.dumps(asdict(limits))]
    return subprocess.Popen(  # noqa: S603  # our own interpreter and module
        command,
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=os.environ | SURROUNDINGS,
        start_new_session=True,
    )


def _end_of(child: "subprocess.Popen[bytes]") -> str:
    code = child.poll() or 0
    if code == -signal.SIGXCPU:
        return "too slow to take apart: it used up its processor time; split it into parts and add those"
    how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
    return f"damaged or hostile: what takes it apart crashed ({how}); unpack it and add what is inside"


class _Frames:
    """Frames read from a child, none longer than asked for, none waited for longer than allowed."""

    def __init__(self, child: "subprocess.Popen[bytes]") -> None:
        assert child.stdout is not None  # noqa: S101  # it was asked for
        self._source = child.stdout.fileno()
        self._child = child
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._source, selectors.EVENT_READ)
        self._held = bytearray()

    def next(self, most: int, seconds: float) -> bytes:
        """The next frame; _Broken when there is none in time, or a longer one."""
        deadline = monotonic() + seconds
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size, deadline))
        if length > most:
            raise _Broken(_NONSENSE)
        return self._exactly(length, deadline)

    def close(self) -> None:
        """Stop waiting for the child."""
        self._selector.close()

    def _exactly(self, count: int, deadline: float) -> bytes:
        while len(self._held) < count:
            left = deadline - monotonic()
            if left <= 0:
                raise _Broken(_SLOW)
            if not self._selector.select(left):
                continue
            part = os.read(self._source, _CHUNK)
            if not part:
                with suppress(subprocess.TimeoutExpired):
                    self._child.wait(timeout=5)
                raise _Broken
            self._held += part
        found = bytes(self._held[:count])
        del self._held[:count]
        return found
