"""What reading keeps of a process's memory."""

import gc
import threading
import weakref

from avowed.walk import memory


class Ring:
    """Something that hangs together with itself, as parses do."""

    def __init__(self) -> None:
        self.own = self


def test_what_hangs_together_in_a_ring_is_given_back() -> None:
    gc.disable()
    try:
        memory.give_back()
        ring = weakref.ref(Ring())
        memory.give_back()
        assert ring() is None
    finally:
        gc.enable()


def test_something_long_waits_while_another_process_is_at_something_long(monkeypatch) -> None:
    lock = threading.Lock()
    monkeypatch.setattr(memory, "_turns", [lock])
    with memory.turn(long=True):
        assert lock.locked()
    with memory.turn(long=False):
        assert not lock.locked()


def test_outside_a_crew_nothing_waits() -> None:
    with memory.turn(long=True):
        pass
