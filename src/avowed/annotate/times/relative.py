"""What weeks, months and years counted from the publication mean; without that date they stay unknown."""

import math
from collections.abc import Callable
from datetime import date, timedelta

from avowed.annotate.times.absolute import dated
from avowed.annotate.times.amounts import duration_value, vague_bounds
from avowed.annotate.times.context import FUTURE, PAST, Context, Meaning
from avowed.annotate.times.deictic import tense_of, unknown_past
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import (
    SHORT_UNITS,
    UNKNOWN,
    Stretch,
    a_month,
    a_weekend,
    part_of,
    shift,
    unit_around,
)
from avowed.model.vocabulary import Precision, TimeKind

_UNIT_PRECISION = {
    "month": Precision.MONTH,
    "quarter": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.DECADE,
}
_BACKWARD = frozenset(("last", "past", "recent", "previous"))
_BY_STORY = frozenset(("following", "previous"))
_DAYS_IN_UNIT = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24}
# Beyond six weeks nobody counts in hours to name a day.
_MOST_DAYS_IN_HOURS = 45


def unit_which(parts: Parts, context: Context) -> Meaning | None:
    """Last week, this month, early next year; `earlier this month` ends and `later` begins with the publication."""
    unit, step, part = parts.word("unit"), parts.whole("which"), parts.word("part")
    if unit in ("day", "hour") and step:
        return None
    if unit == "weekend" and step == 0:
        return dated(context.from_publication(_this_weekend(tense_of(parts, context))))
    stretch = context.from_publication(lambda day: _which_unit(day, unit, step, part, parts))
    return dated(stretch)


def _which_unit(day: date, unit: str, step: int, part: str, parts: Parts) -> Stretch:
    whole = unit_around(shift(day, step, unit), unit)
    return _cut_at(day, whole, parts) if part and step == 0 else part_of(whole, part) if part else whole


def _cut_at(day: date, whole: Stretch, parts: Parts) -> Stretch:
    written = next(iter(set(parts.classes("part")) & {"earlier", "later"}), "")
    if written == "earlier":
        return Stretch(whole.value, whole.first, day, whole.precision)
    if written == "later":
        return Stretch(whole.value, day, whole.last, whole.precision)
    if parts.word("part") == "rest" and whole.last:
        return Stretch(whole.value, min(day, whole.last), whole.last, whole.precision)
    return part_of(whole, parts.word("part"))


def _this_weekend(tense: int | None) -> Callable[[date], Stretch]:
    """The weekend past or to come; without a cue, until Wednesday the one past."""

    def reading(day: date) -> Stretch:
        past = (tense == PAST and day.weekday() < 5) or (tense is None and day.weekday() < 3)
        return a_weekend(day - timedelta(days=7) if past else day)

    return reading


def the_weekend(parts: Parts, context: Context) -> Meaning:
    """Over the weekend: the one past, or the one to come where the tense says so."""
    tense = tense_of(parts, context)
    return dated(context.from_publication(_this_weekend(tense if tense == FUTURE else PAST)))


def part_of_the_unit(parts: Parts, context: Context) -> Meaning:
    """Earlier in the year, the end of the month: of the story where it tells history, else of the publication."""
    unit = parts.word("unit")
    if context.telling and context.story:
        return dated(part_of(context.from_story(lambda day: unit_around(day, unit)), parts.word("part")))
    return dated(context.from_publication(lambda day: _cut_at(day, unit_around(day, unit), parts)))


def year_end(_parts: Parts, context: Context) -> Meaning:
    """Year end."""
    stretch = context.from_publication(lambda day: part_of(unit_around(day, "year"), "end"))
    return dated(stretch)


def span_from_publication(parts: Parts, context: Context) -> Meaning:
    """The past 20 years, the next four years, recent weeks: up to or from the publication (or the story)."""
    unit, which = parts.word("unit"), parts.classes("which")[0]
    count = parts.number("count") if parts.has("count") else None
    backward = which in _BACKWARD
    low, high = (count, count) if count else vague_bounds(unit)
    by_story = which in _BY_STORY or (context.telling and context.story is not None)
    reading = _span(high if count is None else low, unit, backward, vague=count is None)
    stretch = context.from_story(reading) if by_story else context.from_publication(reading)
    return Meaning(duration_value(count, unit), TimeKind.DURATION, stretch)


def _span(count: float, unit: str, backward: bool, vague: bool) -> Callable[[date], Stretch]:
    precision = Precision.UNKNOWN if vague else _UNIT_PRECISION.get(unit, Precision.DAY)

    def reading(day: date) -> Stretch:
        if unit in SHORT_UNITS:
            other = _hours_away(day, count, unit, backward)
        else:
            other = shift(day, -count if backward else count, unit)
        first, last = (other, day) if backward else (day, other)
        return Stretch("", first, last, precision)

    return reading


def _hours_away(day: date, count: float, unit: str, backward: bool) -> date:
    """The furthest day that so many hours reach when the hour they are counted from is unknown."""
    days = math.ceil(min(count * _DAYS_IN_UNIT[unit], _MOST_DAYS_IN_HOURS))
    return day + timedelta(days=-days if backward else days)


def span_of_one_unit(parts: Parts, context: Context) -> Meaning:
    """The last week, the past decade."""
    unit = parts.word("unit")
    backward = parts.classes("which")[0] in _BACKWARD
    by_story = context.telling and context.story is not None
    reading = _span(1, unit, backward, vague=False)
    stretch = context.from_story(reading) if by_story else context.from_publication(reading)
    return Meaning(duration_value(1, unit), TimeKind.DURATION, stretch)


def counted(parts: Parts, count: str = "count") -> float | None:
    """How many units are written, with `and a half` behind them; None for `several`."""
    number = parts.number(count)
    return number + 0.5 if number and parts.has("half") else number


def units_ago(parts: Parts, context: Context) -> Meaning:
    """Three years ago: the calendar unit that lies so far back; `a few days ago` a range."""
    return away(context.from_publication, parts.word("unit"), counted(parts), -1, "PAST_REF")


def units_from_now(parts: Parts, context: Context) -> Meaning:
    """In three days' time."""
    first = parts.has("count")
    count = counted(parts, "count" if first else "count2")
    unit = parts.word("unit" if first else "unit2")
    return away(context.from_publication, unit, count, 1, "FUTURE_REF")


def away(
    counted_from: Callable[[Callable[[date], Stretch]], Stretch],
    unit: str,
    count: float | None,
    sign: int,
    vague_value: str,
) -> Meaning:
    """A calendar unit so many units before (sign -1) or after a date; a range where nobody says how many."""
    if count is not None:
        stretch = counted_from(lambda day: unit_away(day, sign * count, unit))
        return dated(stretch) if stretch.first else dated(UNKNOWN)
    low, high = vague_bounds(unit)

    def reading(day: date) -> Stretch:
        near, far = (shift(day, sign * bound, unit) for bound in (low, high))
        return Stretch(vague_value, min(near, far), max(near, far), Precision.UNKNOWN)

    stretch = counted_from(reading)
    return dated(stretch, vague_value)


def unit_away(day: date, count: float, unit: str) -> Stretch:
    """The calendar unit so many units from a day; hours reach at most to a neighbouring day."""
    if unit in SHORT_UNITS:
        other = _hours_away(day, abs(count), unit, count < 0)
        return Stretch(day.isoformat(), min(day, other), max(day, other), Precision.DAY)
    if count != int(count) and unit == "year":
        moved = shift(day, count, unit)
        return a_month(moved.year, moved.month)
    return unit_around(shift(day, count, unit), unit)


def long_ago(_parts: Parts, _context: Context) -> Meaning:
    """Years ago: nobody says how many."""
    return unknown_past()
