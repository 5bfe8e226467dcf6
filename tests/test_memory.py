"""What reading keeps of a process's memory."""

import gc
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
