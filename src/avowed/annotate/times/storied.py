"""What words counted from the last date told mean: two days later, the following year, that night."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from avowed.annotate.times.absolute import dated, told_step
from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.deictic import timed
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.relative import away, counted, unit_away
from avowed.annotate.times.stretch import (
    SHORT_UNITS,
    UNKNOWN,
    Stretch,
    a_day,
    a_week,
    part_of,
    shift,
    union,
    unit_around,
)
from avowed.model.vocabulary import Precision, TimeKind

_ONE_DAY = re.compile(r"\bone day\b[^.!?]{0,80}\Z", re.IGNORECASE)
_DAYPART_UNITS = {"NI": "night", "EV": "night", "MO": "day", "AF": "day", "DA": "day"}


def units_from_story(parts: Parts, context: Context) -> Meaning:
    """Two days later, three months earlier."""
    sign = -1 if parts.classes("which")[0] in ("earlier", "before", "previous") else 1
    unit = parts.word("unit")
    if unit in SHORT_UNITS and (context.story is None or context.story.precision is not Precision.DAY):
        return dated(UNKNOWN)
    count = counted(parts) if parts.has("count") else None
    return away(context.from_story, unit, count, sign, UNKNOWN.value)


def units_around_day(parts: Parts, context: Context) -> Meaning | None:
    """Two days after May 8."""
    count, unit = counted(parts), parts.word("unit")
    if count is None:
        return None
    sign = -1 if parts.classes("which")[0] == "before" else 1
    month, number = parts.whole("month"), parts.ordinal("day")
    stretch = context.from_publication(
        lambda day: min((a_day(date(day.year + offset, month, number)) for offset in (-1, 0)), key=_distance_to(day))
    )
    if stretch.bounds is None:
        return dated(UNKNOWN)
    moved = [unit_away(day, sign * count, unit) for day in stretch.bounds]
    return dated(union(moved[0], moved[1], stretch.precision))


def _distance_to(day: date) -> Callable[[Stretch], int]:
    return lambda option: abs((option.first or day) - day).days


def unit_told(parts: Parts, context: Context) -> Meaning | None:
    """The following year, the same day, that week; `the next month` of the publication where nothing was told.

    Nothing for `that day` where no day was told: it may be any.
    """
    unit, step = parts.word("unit"), told_step(parts) if parts.has("told") else 0
    if _any_day(parts):
        return None
    reading = _unit_reading(unit, step)
    told = context.from_story(reading)
    if told.first is None and unit != "day" and "following" not in parts.classes("told"):
        told = context.from_publication(reading)
    if told.first is None and not step:
        return None
    return dated(part_of(told, parts.word("part")) if parts.has("part") else told)


def _any_day(parts: Parts) -> bool:
    """True for `one day ... the next day`, which names no day."""
    start = parts.tokens.starts[parts.match.first]
    return _ONE_DAY.search(parts.tokens.text, max(start - 80, 0), start) is not None


def _unit_reading(unit: str, step: int) -> Callable[[date], Stretch]:
    return lambda day: unit_around(shift(day, step, unit), unit)


def daypart_told(parts: Parts, context: Context) -> Meaning:
    """The following morning, that night."""
    step = told_step(parts) if parts.has("told") else 0
    return timed(context.from_story(lambda day: a_day(day + timedelta(days=step))), parts.word("daypart"))


def unit_beside_story(parts: Parts, context: Context) -> Meaning:
    """The year before, the day after."""
    unit = _DAYPART_UNITS.get(parts.word("unit"), parts.word("unit"))
    step = 1 if parts.classes("which")[0] == "after" else -1
    return dated(context.from_story(_unit_reading(unit, step)))


def numbered_day(parts: Parts, context: Context) -> Meaning | None:
    """On the 15th: of the month of the story, else of the nearest month past."""
    number = parts.ordinal("day")
    story = context.story
    if (
        story
        and story.first
        and story.last
        and (story.first.year, story.first.month) == (story.last.year, story.last.month)
    ):
        return dated(a_day(story.first.replace(day=number)))
    return dated(context.from_publication(lambda day: _numbered_before(day, number)))


def _numbered_before(day: date, number: int) -> Stretch:
    month = day if number <= day.day else a_week(day.replace(day=1) - timedelta(days=7)).first or day
    return a_day(month.replace(day=number))


def then(_parts: Parts, context: Context) -> Meaning:
    """Since then: the last date told."""
    return Meaning((context.story or UNKNOWN).value, TimeKind.DATE, context.story or UNKNOWN)
