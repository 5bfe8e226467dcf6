"""Dates as closed intervals with a precision; a date known by month or year never pretends to be a day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from avowed.model.vocabulary import Precision


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days: `first` and `last` are both included; None is an open or unknown end."""

    first: date | None
    last: date | None
    precision: Precision
    words: str = ""

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"an interval cannot end before it begins: {self.first} > {self.last}")

    @property
    def known(self) -> bool:
        """True when at least one end is known."""
        return self.first is not None or self.last is not None

    def overlaps(self, other: "When") -> bool:
        """True when a day may lie in both; open ends reach without limit."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
            self.last or date.max
        )

    def within(self, other: "When") -> bool:
        """True when every day of it, both ends known, lies in the other, both of whose ends are known."""
        if None in (self.first, self.last, other.first, other.last):
            return False
        return other.first <= self.first and self.last <= other.last  # type: ignore[operator]  # all are known

    @property
    def days(self) -> float:
        """How many days it holds; without end where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else float("inf")

    def partial(self, day: date | None) -> str | None:
        """An end as ISO 8601 cut to the precision: `2020`, `2020-03` or `2020-03-25`; decades as their year."""
        if day is None:
            return None
        width = {Precision.YEAR: 4, Precision.DECADE: 4, Precision.MONTH: 7}.get(self.precision, 10)
        return day.isoformat()[:width]


UNKNOWN_TIME = When(None, None, Precision.UNKNOWN)


def on_day(day: date, words: str = "") -> When:
    """The interval of one day."""
    return When(day, day, Precision.DAY, words)


def in_month(year: int, month: int, words: str = "") -> When:
    """The interval of one calendar month."""
    return When(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH, words)


def in_year(year: int, words: str = "") -> When:
    """The interval of one calendar year."""
    return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, words)


def from_iso(text: str, words: str = "") -> When:
    """`2020`, `2020-03` or `2020-03-25` as the interval it names; ValueError for anything else."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return in_year(parts[0], words)
    if len(parts) == 2:
        return in_month(parts[0], parts[1], words)
    return on_day(date.fromisoformat(text), words)


def from_days(first: str | None, last: str | None, precision: Precision) -> When:
    """The interval between two days in ISO 8601, as tables keep them; an end that is None or empty is unknown."""
    begin, end = (date.fromisoformat(day) if day else None for day in (first, last))
    return When(begin, end, precision)


def days_between(earlier: date, later: date) -> int:
    """Whole days from one to the other; negative when `later` is before `earlier`."""
    return (later - earlier) // timedelta(days=1)
