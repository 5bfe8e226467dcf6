"""Stretches of the calendar with their TIMEX3 values; a stretch is never narrower than the words it stands for."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from avowed.model.vocabulary import Precision

_FINENESS = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.UNKNOWN)
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHARES_OF_YEAR = {"early": (1, 6), "start": (1, 3), "mid": (4, 6), "end": (10, 3)}
_SHARES_OF_DAYS = {"early": (0, 0.5), "start": (0, 0.34), "mid": (0.3, 0.68), "end": (0.66, 1)}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
SHORT_UNITS = frozenset(("second", "minute", "hour"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A closed interval of days with the value that TIMEX3 gives it; None is an open or unknown end."""

    value: str
    first: date | None
    last: date | None
    precision: Precision

    @property
    def bounds(self) -> tuple[date, date] | None:
        """Both ends when both are known."""
        return None if self.first is None or self.last is None else (self.first, self.last)

    @property
    def one_day(self) -> date | None:
        """The day, when it is no more than one."""
        return self.first if self.first == self.last else None

    @property
    def one_year(self) -> int | None:
        """The year in which the whole stretch lies."""
        bounds = self.bounds
        return bounds[0].year if bounds and bounds[0].year == bounds[1].year else None


UNKNOWN = Stretch("XXXX-XX-XX", None, None, Precision.UNKNOWN)


def coarser(one: Precision, other: Precision) -> Precision:
    """The less fine of two precisions."""
    return max(one, other, key=_FINENESS.index)


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1, or -1 for the last) such weekday of a month, Monday being 0; ValueError when there is none."""
    if nth < 0:
        last = last_day_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, count: float, unit: str) -> date:
    """The day so many units on (negative: back); OverflowError or ValueError beyond the calendar."""
    if unit in _MONTHS_IN:
        return add_months(day, round(count * _MONTHS_IN[unit]))
    return day + timedelta(days=round(count * _DAYS_IN.get(unit, 0)))


def a_day(day: date) -> Stretch:
    """One day."""
    return Stretch(day.isoformat(), day, day, Precision.DAY)


def a_week(day: date) -> Stretch:
    """The week from Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6), Precision.DAY)


def a_weekend(day: date) -> Stretch:
    """The Saturday and Sunday that end the week around a day."""
    week = a_week(day)
    saturday = day - timedelta(days=day.weekday() - 5)
    return Stretch(f"{week.value}-WE", saturday, saturday + timedelta(days=1), Precision.DAY)


def a_month(year: int, month: int) -> Stretch:
    """One calendar month."""
    return Stretch(f"{year:04d}-{month:02d}", date(year, month, 1), last_day_of_month(year, month), Precision.MONTH)


def some_months(year: int, month: int, count: int, value: str) -> Stretch:
    """So many whole months from the given one on."""
    first = date(year, month, 1)
    last = add_months(first, count) - timedelta(days=1)
    return Stretch(value, first, last, Precision.MONTH)


def a_quarter(year: int, quarter: int) -> Stretch:
    """Three months of a calendar year."""
    return some_months(year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}")


def a_half(year: int, half: int) -> Stretch:
    """Six months of a calendar year."""
    return some_months(year, 6 * half - 5, 6, f"{year:04d}-H{half}")


def a_season(year: int, season: str) -> Stretch:
    """A season of the northern year; the winter of a year begins in its December."""
    return some_months(year, _SEASON_MONTHS[season], 3, f"{year:04d}-{season}")


def a_year(year: int) -> Stretch:
    """One calendar year."""
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def some_years(first: int, last: int, value: str, precision: Precision = Precision.YEAR) -> Stretch:
    """Whole years, both included."""
    return Stretch(value, date(first, 1, 1), date(last, 12, 31), precision)


def a_decade(year: int) -> Stretch:
    """The ten years that share their first three figures with a year."""
    return some_years(year // 10 * 10, year // 10 * 10 + 9, f"{year // 10:03d}", Precision.DECADE)


def a_century(number: int) -> Stretch:
    """The hundred years that share their first two figures: the 20th century is 1900 to 1999, as people speak."""
    first = max((number - 1) * 100, 1)
    return some_years(first, number * 100 - 1, f"{number - 1:02d}", Precision.DECADE)


_UNITS: dict[str, Callable[[date], Stretch]] = {
    "day": a_day,
    "night": lambda day: Stretch(f"{day.isoformat()}TNI", day, day, Precision.DAY),
    "week": a_week,
    "fortnight": a_week,
    "weekend": a_weekend,
    "month": lambda day: a_month(day.year, day.month),
    "quarter": lambda day: a_quarter(day.year, (day.month + 2) // 3),
    "year": lambda day: a_year(day.year),
    "decade": lambda day: a_decade(day.year),
    "century": lambda day: a_century(day.year // 100 + 1),
}


def unit_around(day: date, unit: str) -> Stretch:
    """The calendar unit that a day lies in; hours and less give the day."""
    return _UNITS.get(unit, a_day)(day)


def season_around(day: date, season: str) -> Stretch:
    """The season of that name whose end is nearest on or after a day's half-year before it."""
    options = [a_season(day.year + offset, season) for offset in (-1, 0, 1)]
    return min(options, key=lambda option: distance(option, day))


def distance(stretch: Stretch, day: date) -> int:
    """Days between a stretch and a day; 0 inside."""
    if stretch.first and day < stretch.first:
        return (stretch.first - day).days
    return (day - stretch.last).days if stretch.last and day > stretch.last else 0


def union(one: Stretch, other: Stretch, precision: Precision) -> Stretch:
    """The smallest stretch that covers both, known no finer than `precision`."""
    if one == other:
        return one
    firsts, lasts = (one.first, other.first), (one.last, other.last)
    return Stretch(
        _common_value(one.value, other.value),
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
        coarser(precision, coarser(one.precision, other.precision)),
    )


def _common_value(one: str, other: str) -> str:
    """The shared year or month of two values, the rest as X."""
    for width, rest in ((7, "-XX"), (4, "-XX-XX")):
        if one[:width] == other[:width] and len(one) >= 10 <= len(other):
            return one[:width] + rest
    return UNKNOWN.value


def part_of(whole: Stretch, part: str) -> Stretch:
    """The early, middle or late part of a stretch: generous shares, since nobody says where they end."""
    if whole.bounds is None:
        return whole
    first, last = whole.bounds
    if whole.precision is Precision.DECADE:
        return _part_of_years(first.year, last.year, part, whole.value)
    if whole.precision is Precision.YEAR and whole.one_year:
        month, count = _SHARES_OF_YEAR.get(part, (7, 6))
        return some_months(whole.one_year, month, count, whole.value)
    return _part_of_days(first, last, part, whole)


def _part_of_years(first: int, last: int, part: str, value: str) -> Stretch:
    """Half a decade or a quarter of a century at either end, or the middle four or five tenths."""
    share = 5 if last - first < 50 else 25
    if part == "mid":
        return some_years(first + (last - first) * 3 // 10 + 1, last - (last - first) * 3 // 10, value)
    if part in ("early", "start"):
        return some_years(first, first + share - 1, value)
    return some_years(last - share + 1, last, value)


def _part_of_days(first: date, last: date, part: str, whole: Stretch) -> Stretch:
    days = (last - first).days + 1
    if days < 3:
        return whole
    begin, end = _SHARES_OF_DAYS.get(part, (0.5, 1))
    return Stretch(
        whole.value,
        first + timedelta(days=int(days * begin)),
        first + timedelta(days=int(days * end) - 1),
        whole.precision,
    )
