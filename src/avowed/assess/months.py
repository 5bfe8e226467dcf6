"""Dated lines as evidence month by month: how much speaks for cooperation and how much for hostility in each.

A line about some day in a year spreads its evidence evenly over the months of the year; its sum stays what the line is
worth. A line on what lasted counts where it begins, where it ends, and once a quarter in between.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from avowed.assess.closeness import share
from avowed.model.findings import Tie
from avowed.model.vocabulary import Precision
from avowed.model.when import When

_APART = 3  # months: a state that lasted is evidence for each quarter of it, as a report on every quarter would be
# Up to so many months a line may mean one day that is not known more finely; beyond it tells of what lasted.
_UNIT = {Precision.YEAR: 12, Precision.DECADE: 120, Precision.UNKNOWN: 12, Precision.MONTH: 2, Precision.DAY: 2}


@dataclass(frozen=True, slots=True)
class Months:
    """Evidence from month number `start` on: cooperative and hostile, in independent lines; and each tie's months.

    `ended` are the months in which something that lasted is told to have ended.
    """

    start: int
    plus: tuple[float, ...]
    minus: tuple[float, ...]
    spans: tuple[tuple[Tie, range], ...]
    ended: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.plus)

    def first_day(self, index: int) -> date:
        """The first day of the month at this index."""
        year, month = divmod(self.start + index, 12)
        return date(year, month + 1, 1)

    def last_day(self, index: int) -> date:
        """The last day of the month at this index."""
        year, month = divmod(self.start + index, 12)
        return date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    def ties_within(self, first: int, last: int) -> tuple[Tie, ...]:
        """The ties that hold at some time from one index to the other, in order."""
        return tuple(tie for tie, span in self.spans if span.start <= last and span.stop > first)


def months(ties: Sequence[Tie], weights: Mapping[str, float], likeness: float) -> Months | None:
    """The evidence of ties counted once; None when no signed tie has a date."""
    dated = [(tie, _span(tie)) for tie in ties if tie.effective_sign and _dated(tie)]
    if not dated:
        return None
    dated.sort(key=lambda held: (held[1].start, held[1].stop, held[0].line.key))
    start = min(span.start for _, span in dated)
    length = max(span.stop for _, span in dated) - start
    sums: dict[int, list[float]] = {1: [0.0] * length, -1: [0.0] * length}
    scale = _scale([tie for tie, _ in dated], weights, likeness)
    for tie, span in dated:
        for month, part in _spread(tie.when, span):
            sums[tie.effective_sign][month - start] += weights[tie.line.key] * scale * part
    spans = tuple((tie, range(span.start - start, span.stop - start)) for tie, span in dated)
    ended = frozenset(span[-1] - start for tie, span in dated if tie.when.last and _lasted(tie.when, span))
    return Months(start, tuple(sums[1]), tuple(sums[-1]), spans, ended)


def _lasted(when: When, span: range) -> bool:
    return len(span) > _UNIT[when.precision]


def _spread(when: When, span: range) -> Iterator[tuple[int, float]]:
    """Each month of a line with its part of the line's evidence."""
    if not _lasted(when, span):
        yield from ((month, 1 / len(span)) for month in span)
        return
    held = span[:-1] if when.last else span  # in the month in which it ended it also held no more
    yield from ((month, 1 / _APART) for month in held)
    yield held[0], 0.5
    yield held[-1], 0.5


def _scale(ties: Sequence[Tie], weights: Mapping[str, float], likeness: float) -> float:
    """By what a weight is multiplied to give independent lines."""
    found = share(ties, weights, likeness)
    return found.number / sum(weights[tie.line.key] for tie in ties) if found else 0.0


def _dated(tie: Tie) -> bool:
    return tie.when.first is not None or tie.when.last is not None


def _span(tie: Tie) -> range:
    """The months of a tie; one that is still going on lasts until its report, one without a beginning has its end."""
    first = tie.when.first or tie.when.last or date.min
    last = tie.when.last or max(first, tie.line.source.published.last or first)
    return range(_number(first), _number(last) + 1)


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
