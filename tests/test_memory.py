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
        memory.give_back(0)
        ring = weakref.ref(Ring())
        memory.give_back(0)
        assert ring() is None
    finally:
        gc.enable()


def test_memory_goes_back_after_a_long_batch_or_after_several_short_ones(monkeypatch) -> None:
    gone: list[int] = []
    monkeypatch.setattr(memory, "_trim", lambda: gone.append(1))
    monkeypatch.setattr(memory._Since, "characters", 0)
    for _ in range(memory.SEVERAL // memory.LONG):
        memory.give_back(memory.LONG)
    assert not gone
    memory.give_back(memory.LONG)
    assert len(gone) == 1
    memory.give_back(memory.LONG + 1)
    assert len(gone) == 2
