"""What dates in figures, calendar dates, months and days by name mean; a date that does not exist means nothing."""

from collections.abc import Callable
from datetime import date

from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import (
    UNKNOWN,
    Stretch,
    a_day,
    a_month,
    unit_around,
)
from avowed.annotate.times.years import both, full_year, yearless
from avowed.model.vocabulary import Precision, TimeKind

# Days so well known that their figures alone name them.
_FAMOUS_DAYS = {"9/11": date(2001, 9, 11), "7/7": date(2005, 7, 7), "26/11": date(2008, 11, 26)}


def dated(stretch: Stretch, value: str = "", anchors: bool = True) -> Meaning:
    """A date that later words may refer back to."""
    return Meaning(value or stretch.value, TimeKind.DATE, stretch, anchors)


def iso(parts: Parts, _context: Context) -> Meaning | None:
    """2020-03-25, perhaps with an hour."""
    written = parts.written("iso").replace(" ", "T")
    stretch = a_day(date.fromisoformat(written[:10]))
    return Meaning(written, TimeKind.TIME if "T" in written else TimeKind.DATE, stretch, anchors=True)


def iso_month(parts: Parts, _context: Context) -> Meaning | None:
    """2020-03."""
    year, month = parts.written("yearmonth").split("-")
    return dated(a_month(int(year), int(month)))


def dotted(parts: Parts, context: Context) -> Meaning | None:
    """25.03.2020 and 25.03.20: the day comes first wherever dots are used."""
    day, month, year = (int(figure) for figure in parts.written("dotted").split("."))
    return dated(a_day(date(year if year > 99 else full_year(year, context), month, day)))


def slashed(parts: Parts, context: Context) -> Meaning | None:
    """25/3/2020, 3/25/2020, 2020/03/25; where day and month may be exchanged, the stretch that holds both readings."""
    options = slashed_days(parts.word("slashed"), context)
    if context.day_first is not None and len(options) == 2:
        options = options[:1] if context.day_first else options[1:]
    named = [day for day in options if day in context.days]
    if len(options) == 1 or len(named) == 1:
        return dated(a_day((named or options)[0]))
    if not options:
        return None
    return dated(both(a_day(options[0]), a_day(options[1]), f"{options[0].year:04d}-XX-XX"))


def slashed_days(written: str, context: Context) -> list[date]:
    """The days that a date with slashes may mean: day first, then month first."""
    one, two, three = written.split("/")
    if len(one) == 4:
        figures = [(int(one), int(two), int(three))]
    else:
        year = int(three) if len(three) == 4 else full_year(int(three), context)
        figures = [(year, int(two), int(one)), (year, int(one), int(two))]
    return list(dict.fromkeys(day for figure in figures if (day := _day(*figure))))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def figures_day(parts: Parts, _context: Context) -> Meaning | None:
    """9/11 and its like."""
    day = _FAMOUS_DAYS.get(parts.written("pair"))
    return dated(a_day(day), anchors=False) if day else None


def written_year(parts: Parts, context: Context) -> int | None:
    """The year that a date writes, in four figures or two; None when it writes none."""
    if parts.has("year"):
        return parts.whole("year")
    short = next((name for name in ("short", "short2") if parts.has(name)), None)
    if short is None or len(parts.word(short)) != 2:
        return None
    return full_year(parts.whole(short), context)


def calendar_day(parts: Parts, context: Context) -> Meaning | None:
    """A day and a month, with or without the year."""
    month, day, year = parts.whole("month"), parts.ordinal("day"), written_year(parts, context)
    if (parts.has("short") or parts.has("short2")) and year is None:
        return None
    if year is not None:
        return dated(a_day(date(year, month, day)))
    date(2000, month, day)
    stretch = yearless(parts, context, lambda option: a_day(date(option, month, day)))
    return dated(stretch, "" if stretch.first else f"XXXX-{month:02d}-{day:02d}")


def nearby(parts: Parts, context: Context, base: str = "year") -> Stretch:
    """The unit that `last year`, `this year`, `the following year` after a date stand for."""
    if parts.has("which"):
        step = parts.whole("which")
        return context.from_publication(lambda day: unit_around(date(day.year + step, 1, 1), base))
    step = told_step(parts)
    return context.from_story(lambda day: unit_around(date(day.year + step, 1, 1), base), Precision.YEAR)


def told_step(parts: Parts) -> int:
    """+1 for `the following`, -1 for `the previous`, 0 for `that` and `the same`."""
    steps = {"following": 1, "next": 1, "previous": -1}
    return next((steps[name] for name in parts.classes("told") if name in steps), 0)


def calendar_day_nearby(parts: Parts, context: Context) -> Meaning | None:
    """May 8 last year."""
    year = nearby(parts, context)
    month, day = parts.whole("month") or parts.whole("month2"), _either_ordinal(parts, "day", "day2")
    return in_nearby(year, lambda option: a_day(date(option, month, day)), f"XXXX-{month:02d}-{day:02d}")


def _either_ordinal(parts: Parts, one: str, other: str) -> int:
    return parts.ordinal(one if parts.has(one) else other)


def in_nearby(year: Stretch, make: Callable[[int], Stretch], unknown: str) -> Meaning:
    """What is made for a year of which only `last` or `the following` is said, or the years it may be."""
    if year.first is None or year.last is None:
        return dated(UNKNOWN, unknown)
    if year.first.year != year.last.year:
        return dated(year, unknown)
    return dated(make(year.first.year))


def days_of_month(parts: Parts, context: Context) -> Meaning | None:
    """5-6 September 2019: the days from the first to the second; nothing when they run backwards."""
    month = parts.whole("month") or parts.whole("month2")
    first, last = _either_ordinal(parts, "day", "day3"), _either_ordinal(parts, "day2", "day4")
    if first >= last:
        return None
    return dated(written_or_nearest(parts, context, days_between(month, first, last)))


def days_between(month: int, first: int, last: int) -> Callable[[int], Stretch]:
    """The days of a month from one to another, for any year; ValueError at once for days that no month has."""
    date(2000, month, last)

    def make(year: int) -> Stretch:
        begin, end = date(year, month, first), date(year, month, last)
        return Stretch(f"{begin.isoformat()}/{end.isoformat()}", begin, end, Precision.DAY)

    return make


def written_or_nearest(parts: Parts, context: Context, make: Callable[[int], Stretch]) -> Stretch:
    """What is made for the year that is written, or for the one that is meant."""
    return make(parts.whole("year")) if parts.has("year") else yearless(parts, context, make)
