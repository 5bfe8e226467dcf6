"""What stands between two actors: ways through others, and thirds who stand to both."""

from dataclasses import dataclass
from datetime import date

from avowed.model.vocabulary import Dimension


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path between two actors; `first` and `last` are when its lines say that it held."""

    start: str
    end: str
    sympathy: float
    hostility: float
    lines: tuple[str, ...]
    dimensions: tuple[Dimension, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def sign(self) -> int:
        """+1, -1, or 0 where both are told."""
        return (self.sympathy > 0) - (self.hostility > 0)


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one actor to another through at most a few others.

    `overlap` tells whether the steps may hold at one time (None where a step has no date); `inside` that it goes
    through a part, a parent or a shared leader.
    """

    steps: tuple[Step, ...]
    overlap: bool | None = None
    inside: bool = False

    @property
    def through(self) -> tuple[str, ...]:
        """The actors in between."""
        return tuple(step.end for step in self.steps[:-1])


@dataclass(frozen=True, slots=True)
class Third:
    """Where a third actor stands to both: an observation on balance, never evidence for a tie between the two."""

    actor: str
    left: int
    right: int
    lines: tuple[str, ...]
