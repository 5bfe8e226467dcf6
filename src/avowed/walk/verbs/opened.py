"""A case that is open: its store, its settings and the time of day, which is an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Self

from avowed import settings, store
from avowed.walk.desk import Desk

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class Opened:
    """An open case. Use it in a `with`, or close it."""

    def __init__(self, held: store.Store, clock: Clock = now) -> None:
        self.store = held
        self.clock = clock
        self.settings = settings.load(held.shelf)
        self.desk = Desk(held, self.settings, self._today)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    @property
    def place(self) -> str:
        """The case's folder, or the address of its database without a password."""
        return self.store.place

    @property
    def title(self) -> str:
        """What the case is called: the name of its folder or its database."""
        return self.store.title

    def _today(self) -> date:
        return self.clock().date()

    def _stamp(self) -> str:
        return self.clock().isoformat(timespec="seconds")
