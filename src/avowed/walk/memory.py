"""Memory kept low in a process that reads: what a batch took goes back to the system, and long reports take turns."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any

_turns: list[Any] = []  # the lock that the processes of a crew share, where this is one of them


def take_turns(lock: Any) -> None:
    """Have this process read a long report only while it holds the lock."""
    _turns[:] = [lock]


@contextmanager
def turn(long: bool) -> Iterator[None]:
    """Wait, for something long, until no other process of the crew is at something long."""
    with _turns[0] if long and _turns else nullcontext():
        yield


def give_back() -> None:
    """Let the system have what a batch took: parses hang together in rings, and the C library keeps what was freed."""
    gc.collect()
    _settled()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


@cache
def _settled() -> None:
    """Once: what the first batch loaded stays, and is passed over from now on, so that looking for garbage costs nothing."""
    gc.freeze()
