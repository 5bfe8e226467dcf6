"""Documents parsed in a limited child process; the parent never hangs, and every end of the child is an outcome."""

import json
import os
import selectors
import signal
import subprocess
import sys
from time import monotonic
from types import TracebackType
from typing import Any, Self

from avowed.read.extract import Extract, from_wire
from avowed.read.outcome import Limits, plain_size
from avowed.read.sniff import Refused
from avowed.read.wire import LENGTH, frame

_NO_TEXT = "parsed into something that is no text; save it anew"
_CHUNK = 1 << 16
_MOST_ANSWER = 512 * 1024 * 1024
# One thread each: a pool of threads maps memory that the child's limit would count, and gains nothing here.
SURROUNDINGS = {
    "OMP_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
}


class ChildEnded(Exception):
    """The child ended, or had to be ended, before it answered."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        self.reason, self.again = reason, again
        super().__init__(reason)


class Guard:
    """One child for many documents; a child that fails is replaced, and what an old child fails on a new one tries."""

    def __init__(self, limits: Limits, module: str = "avowed.read.child") -> None:
        self._limits = limits
        self._module = module
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def parse(self, kind: str, content: bytes, **order: object) -> Extract | Refused:
        """The extract of one document, or why there is none; never raises for what the document holds."""
        used = self._served > 0
        try:
            return self._parse(kind, content, order)
        except ChildEnded as end:
            self.close()
            if not (used and end.again):
                return Refused(end.reason)
        try:
            return self._parse(kind, content, order)
        except ChildEnded as end:
            self.close()
            return Refused(end.reason)

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child, self._served = self._child, None, 0
        if child is None:
            return
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)  # the child leads its own group, and may have started tesseract
        for pipe in (child.stdin, child.stdout):
            if pipe:
                pipe.close()
        child.wait()

    def _parse(self, kind: str, content: bytes, order: dict[str, object]) -> Extract | Refused:
        child = self._child or self._start()
        wall = max(self._limits.wall_seconds, float(str(order.get("cpu_seconds", 0))))
        header = {"kind": kind, "cpu_seconds": self._limits.cpu_seconds, "pages": self._limits.pages, **order}
        sent = frame(json.dumps(header).encode()) + frame(content)
        self._served += 1
        said = self._exchange(child, sent, wall)
        if said.get("again"):
            raise ChildEnded(_no_memory(self._limits), again=True)
        if "extract" not in said:
            reason = str(said.get("reason", "not understood by the parser; save it anew"))
            return Refused(reason, scanned=said.get("scanned") is True)
        try:
            return from_wire(said["extract"])
        except (ValueError, AttributeError, TypeError):
            raise ChildEnded(_NO_TEXT) from None

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: a folder of reports may hold a json.py, and the child must not import it.
        command = [sys.executable, "-P", "-B", "-m", self._module, str(self._limits.memory_bytes)]
        try:
            child = _spawn(command)
            self._child = child
            self._exchange(child, b"", self._limits.start_seconds)
        except (OSError, ChildEnded) as fault:
            raise ChildEnded(f"not read, since its parser could not be started ({fault}); try again") from fault
        return child

    def _exchange(self, child: subprocess.Popen[bytes], sent: bytes, seconds: float) -> dict[str, Any]:
        """Send and receive at once, so that neither side can wait for the other for ever."""
        received = _receive(child, memoryview(sent), monotonic() + seconds)
        if received is None:
            raise ChildEnded(f"too slow to read: not done after {seconds:g} seconds; split it into parts and add those")
        if not received:
            raise self._end_of(child)
        try:
            said = json.loads(received)
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise ChildEnded(_NO_TEXT, again=True)
        return said

    def _end_of(self, child: subprocess.Popen[bytes]) -> ChildEnded:
        try:
            code = child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return ChildEnded("too hostile to read: its parser stopped answering; save it anew", again=True)
        if code == -signal.SIGXCPU:
            spent = self._limits.cpu_seconds
            return ChildEnded(f"too slow to read: it used up {spent} seconds of processor time; split it into parts")
        how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return ChildEnded(
            f"damaged or hostile: its parser crashed ({how}); open it, save it anew and add that", again=True
        )


def _spawn(command: list[str]) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(  # noqa: S603  # our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=os.environ | SURROUNDINGS,
        start_new_session=True,  # an interrupt at the keyboard is the parent's to answer
    )
    for pipe in (child.stdin, child.stdout):
        os.set_blocking(pipe.fileno(), False)  # type: ignore[union-attr]  # both were asked for above
    return child


def _no_memory(limits: Limits) -> str:
    size = plain_size(limits.memory_bytes)
    return f"too large to parse: it would need more than {size} of memory; split it into parts and add those"


def _receive(child: subprocess.Popen[bytes], unsent: memoryview, deadline: float) -> bytes | None:
    """The child's next frame without its length; empty when the child ended, None when time ran out."""
    received = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)  # type: ignore[arg-type]  # a pipe was asked for
        if unsent:
            selector.register(child.stdin, selectors.EVENT_WRITE)  # type: ignore[arg-type]  # a pipe was asked for
        while (left := deadline - monotonic()) > 0:
            for key, _ in selector.select(left):
                if key.fileobj is child.stdin:
                    unsent = _send(selector, key.fd, unsent)
                    continue
                part = os.read(key.fd, _CHUNK)
                received += part
                if not part:
                    return b""
                if _is_too_long(received):
                    raise ChildEnded(_NO_TEXT, again=True)
                if _is_whole(received):
                    return bytes(received[LENGTH.size :])
    return None


def _send(selector: selectors.BaseSelector, target: int, unsent: memoryview) -> memoryview:
    try:
        unsent = unsent[os.write(target, unsent[:_CHUNK]) :]
    except BlockingIOError:
        return unsent
    except BrokenPipeError:
        unsent = unsent[:0]
    if not unsent:
        selector.unregister(target)
    return unsent


def _is_whole(received: bytearray) -> bool:
    return len(received) >= LENGTH.size and len(received) >= LENGTH.size + LENGTH.unpack_from(received)[0]


def _is_too_long(received: bytearray) -> bool:
    return len(received) >= LENGTH.size and LENGTH.unpack_from(received)[0] > _MOST_ANSWER
