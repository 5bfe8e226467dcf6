"""What months, their parts, and weeks and weekdays within them mean, with or without the year."""

import re
from datetime import date

from avowed.annotate.times.absolute import (
    dated,
    days_between,
    in_nearby,
    nearby,
    told_step,
    written_or_nearest,
    written_year,
)
from avowed.annotate.times.classes import alphabet, class_names
from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import Stretch, a_day, a_month, last_day_of_month, nth_weekday, part_of, unit_around
from avowed.annotate.times.years import MONTH_COSTS, yearless
from avowed.model.vocabulary import Precision

# Words before a month that show it to be one, where a capital follows: `in April Jones said`.
_LEADS_TO_MONTH = frozenset(
    re.findall(
        r"\w+",
        "in since until by of from during between before after through to and or the a this last next possessive apos"
        " dash mid early late",
    )
)


def pair_of_days(parts: Parts, context: Context) -> Meaning | None:
    """2/3 March 2020."""
    first, last = (int(figure) for figure in parts.word("pair").split("/"))
    number = parts.whole("month")
    return dated(written_or_nearest(parts, context, days_between(number, first, last))) if first < last else None


def week_of_month(parts: Parts, context: Context) -> Meaning | None:
    """The first week of August, the last days of July: seven days of the month, since weeks begin differently."""
    number, nth = parts.whole("month"), parts.ordinal("nth") if parts.has("nth") else 0
    if nth > 5:
        return None

    def make(year: int) -> Stretch:
        whole = a_month(year, number)
        last = last_day_of_month(year, number).day
        first = last - 6 if nth in (0, 5) else 7 * nth - 6
        return Stretch(
            whole.value, date(year, number, first), date(year, number, min(first + 6, last)), Precision.MONTH
        )

    return dated(written_or_nearest(parts, context, make))


def weekday_of_month(parts: Parts, context: Context) -> Meaning | None:
    """The second Sunday of May; nothing for a fifth one that a month lacks."""
    number, weekday = parts.whole("month"), parts.whole("weekday")
    nth = parts.ordinal("nth") if parts.has("nth") else -1
    if nth > 5:
        return None
    return dated(written_or_nearest(parts, context, lambda year: a_day(nth_weekday(year, number, weekday, nth))))


def half_of_month(parts: Parts, context: Context) -> Meaning | None:
    """The first half of August."""
    number = parts.whole("month")
    part = "late" if parts.has("past_half") or parts.ordinal("half") == 2 else "early"
    stretch = written_or_nearest(parts, context, lambda year: part_of(a_month(year, number), part))
    return dated(stretch)


def month(parts: Parts, context: Context) -> Meaning | None:
    """A month, its part, with or without the year."""
    number, year = parts.whole("month"), written_year(parts, context)
    if (parts.has("short") or _is_name(parts, context)) and year is None:
        return None
    if year is not None:
        stretch = a_month(year, number)
    else:
        stretch = yearless(parts, context, lambda option: a_month(option, number), MONTH_COSTS)
    value = stretch.value if stretch.first else f"XXXX-{number:02d}"
    return dated(_part(parts, stretch), value)


def _is_name(parts: Parts, context: Context) -> bool:
    """True for the April of `April Jones`: a month alone, before a capital and after no word that leads to a date."""
    first, end = parts.match.first, parts.match.end
    if end - first > 1 or context.tokens.symbols[end : end + 1] != alphabet()["other"]:
        return False
    following = context.tokens.words(end)
    before = class_names()[context.tokens.symbols[first - 1]] if first else ""
    return following[:1].isupper() and not following.isupper() and before not in _LEADS_TO_MONTH


def _part(parts: Parts, stretch: Stretch) -> Stretch:
    return part_of(stretch, parts.word("part")) if parts.has("part") else stretch


def month_nearby(parts: Parts, context: Context) -> Meaning | None:
    """May of last year, March of the following year, August the year before."""
    number = parts.whole("month")
    if parts.has("which") or parts.has("told"):
        year = nearby(parts, context)
    else:
        year = context.from_story(lambda day: unit_around(date(day.year - 1, 1, 1), "year"), Precision.YEAR)
    meaning = in_nearby(year, lambda option: a_month(option, number), f"XXXX-{number:02d}")
    return dated(_part(parts, meaning.stretch), meaning.value)


def month_which(parts: Parts, context: Context) -> Meaning | None:
    """Last May, next March, that August."""
    number = parts.whole("month")
    if parts.has("told"):
        step = told_step(parts)
        stretch = context.from_story(lambda day: _month_beside(day, number, step), Precision.MONTH)
    else:
        step = parts.whole("which")
        stretch = context.from_publication(lambda day: _month_beside(day, number, step))
    return dated(_part(parts, stretch), stretch.value if stretch.first else f"XXXX-{number:02d}")


def _month_beside(day: date, number: int, step: int) -> Stretch:
    """The last such month before a day's own, the next after it, or that of its year."""
    if step == 0:
        return a_month(day.year, number)
    year = day.year + (step if (number - day.month) * step <= 0 else 0)
    return a_month(year, number)
