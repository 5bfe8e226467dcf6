"""Days and eras that are called by name; a feast of the lunar calendar is a range, since it is fixed by sighting."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources

from avowed.annotate.times.hijri import hijri_range, hijri_years_in
from avowed.annotate.times.stretch import Stretch, last_day_of_month, nth_weekday
from avowed.model.vocabulary import Precision

_JULIAN_LAG = 13  # days between the calendars from 1900 to 2099
_NAME_AFTER = re.compile(r" ([A-Z][a-z]+)")
_NAME_BEFORE = re.compile(r"[a-z,] (?!Early |Late |Last |Next |This |Mid |On |In |The )[A-Z][a-z]+ $")
_AFTER_FEAST = frozenset({"Day", "Eve", "Sunday", "Monday", "Friday", "Saturday", "Week", "Mass", "Mubarak", "In"})
_HEAD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A row of the table: how it is written and how its days are found.

    One that needs a cue (`~` in the table) is a time only after a word such as `during`: `a Gulf War veteran` is none.
    """

    name: str
    words: tuple[str, ...]
    way: str
    figures: tuple[str, ...]
    match: str
    never: str
    needs_cue: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Where a named time ends and which row it is."""

    end: int
    key: str


@cache
def named_times() -> dict[str, NamedTime]:
    """Every row of the table by its name."""
    table = resources.files("avowed").joinpath("data", "times", "named.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {row[0]: _row(*row) for row in rows}


def _row(name: str, words: str, when: str, match: str, never: str) -> NamedTime:
    way, *figures = when.split()
    return NamedTime(name, tuple(words.split("|")), way.removeprefix("~"), tuple(figures), match, never, way[0] == "~")


@cache
def named_heads() -> dict[str, re.Pattern[str]]:
    """First word -> pattern for all the names that begin with it, longest first."""
    by_head: dict[str, list[tuple[str, str]]] = {}
    for row in named_times().values():
        for words in row.words:
            by_head.setdefault(_HEAD.findall(words)[0], []).append((words, row.name))
    return {head: _pattern(names) for head, names in by_head.items()}


def _pattern(names: list[tuple[str, str]]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda pair: -len(pair[0]))
    written = "|".join(f"(?P<{name}__{index}>{_loose(words)})" for index, (words, name) in enumerate(longest_first))
    return re.compile(rf"(?:{written})(?!\w)", re.IGNORECASE)


def _loose(words: str) -> str:
    """The words with any apostrophe, and with one space or line end at most where a tokeniser may split."""
    pieces = re.findall(r"\w+|[^\w\s]|\s", words)
    loose = {"'": r"\s?['\u2019]\s?", "-": r"\s?[-\u2013]\s?", " ": r"\s{1,2}"}
    return "".join(loose.get(piece, re.escape(piece)) for piece in pieces)


def named_at(text: str, start: int, head: str) -> Found | None:
    """The named time that begins at `start`, if any; names of one common word count only when capitalised."""
    found = named_heads()[head].match(text, start)
    if found is None or not (text[start].isupper() or text[start].isdigit()) or _of_somebody(text, start, found.end()):
        return None
    group = found.lastgroup
    return Found(found.end(), group.rpartition("__")[0]) if group else None


def _of_somebody(text: str, start: int, end: int) -> bool:
    """`Ramadan Belo`, `Omar Ramadan`, `the Easter Rising`: a feast of one word within a longer name is no time."""
    if not text[start:end].isalpha() or text[start:end].isupper():
        return False
    after = _NAME_AFTER.match(text, end)
    return (after is not None and after.group(1) not in _AFTER_FEAST) or bool(
        _NAME_BEFORE.search(text, max(0, start - 40), start)
    )


@lru_cache(maxsize=4096)
def in_year(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    """Every occurrence of a named time in a calendar year: none, one or (lunar feasts) two."""
    return _WAYS[row.way](row, year)


def _occurrence(first: date, last: date, precision: Precision = Precision.DAY) -> Stretch:
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(value, first, last, precision)


def _fixed(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    days = [date.fromisoformat(f"{year:04d}-{figure}") for figure in row.figures]
    return (_occurrence(days[0], days[-1]),)


def _by_easter(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    first, last = (easter(year) + timedelta(days=int(figure)) for figure in row.figures)
    return (_occurrence(first, last),)


def _by_orthodox_easter(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    first, last = (orthodox_easter(year) + timedelta(days=int(figure)) for figure in row.figures)
    return (_occurrence(first, last),)


def _by_weekday(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    month, weekday, count = (int(figure) for figure in row.figures)
    day = nth_weekday(year, month, weekday, count)
    return (_occurrence(day, day),)


def _by_moon(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    month, first, last = (int(figure) for figure in row.figures)
    ranges = (hijri_range(lunar, month, first, last) for lunar in hijri_years_in(year))
    return tuple(
        Stretch(f"{begin:%Y-%m}" if begin.month == end.month else f"{year:04d}", begin, end, Precision.MONTH)
        for begin, end in ranges
        if begin.year == year
    )


def _either(row: NamedTime, year: int) -> tuple[Stretch, ...]:
    return tuple(stretch for name in row.figures for stretch in in_year(named_times()[name], year))


def _dated(row: NamedTime, _year: int) -> tuple[Stretch, ...]:
    """The one stretch of history that a name stands for, whatever the year."""
    first, last = row.figures
    precision = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}[len(first)]
    begin = date.fromisoformat(first + "-01-01"[len(first) - 4 :]) if len(first) < 10 else date.fromisoformat(first)
    return (Stretch(first if first == last else f"{first}/{last}", begin, _end_of(last), precision),)


def _end_of(written: str) -> date:
    if len(written) == 4:
        return date(int(written), 12, 31)
    if len(written) == 7:
        return last_day_of_month(int(written[:4]), int(written[5:]))
    return date.fromisoformat(written)


_WAYS: dict[str, Callable[[NamedTime, int], tuple[Stretch, ...]]] = {
    "day": _fixed,
    "days": _fixed,
    "easter": _by_easter,
    "orthodox": _by_orthodox_easter,
    "weekday": _by_weekday,
    "hijri": _by_moon,
    "either": _either,
    "from": _dated,
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, min(day + 1, calendar.monthrange(year, month)[1]))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches as a Gregorian day (Meeus), from 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_LAG)
