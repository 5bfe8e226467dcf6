"""How a relation ran: its periods, months and turns, and what was friendly and hostile at one time."""

from dataclasses import dataclass
from datetime import date

from avowed.model.vocabulary import Dimension


@dataclass(frozen=True, slots=True)
class Phase:
    """A period in which conduct keeps one sign; 0 is a mixed period. `sure` is how probable that sign is in it."""

    sign: int
    first: date
    last: date
    sure: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """How close two actors were in the month that begins so, in [-1, 1], with the 80 % band around it."""

    month: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of sign between two periods; dated as a range."""

    before: int
    after: int
    earliest: date
    latest: date
    lines: tuple[str, ...]
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Together:
    """Cooperation and hostility at one time: in different dimensions, or between different parts of the two.

    Both days are None where neither is dated and one report tells both.
    """

    first: date | None
    last: date | None
    cooperative: tuple[str, ...]
    hostile: tuple[str, ...]
    dimensions: tuple[tuple[Dimension, ...], tuple[Dimension, ...]]
    parts: tuple[tuple[str, ...], tuple[str, ...]]
