"""Memory kept low in a process that reads: what a batch took goes back to the system."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


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


@contextmanager
def collecting_later() -> Iterator[None]:
    """No search for garbage meanwhile: deriving and asking make next to none, and it took up to a third of their time."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()
