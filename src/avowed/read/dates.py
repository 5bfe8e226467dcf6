"""Full dates as pages print them, turned into days; a date that could be two days is no date here."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from avowed.model.evidence import Span
from avowed.read.tables import fillers

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LETTERS = re.compile(r"[A-Za-z]{3}")
_NUMBER = re.compile(r"\d+")


@cache
def date_pattern() -> re.Pattern[str]:
    """A full date: day, month and year in any usual order."""
    return re.compile(rf"(?<![\w/.-])(?:{fillers()['date']})(?![\w/-])")


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[date, Span]]:
    """Each full date of a stretch of text that can be only one day, with its place."""
    for found in date_pattern().finditer(text, start, len(text) if end is None else end):
        day = as_day(found.group())
        if day is not None:
            yield day, Span(found.start(), found.end())


def as_day(words: str) -> date | None:
    """The day that a printed date means; None when it is none, or when day and month cannot be told apart."""
    letters = _LETTERS.search(words)
    figures = _NUMBER.findall(words)
    if any(len(digits) > 4 for digits in figures):
        return None
    numbers = [int(digits) for digits in figures]
    try:
        if letters and len(numbers) == 2:
            return date(numbers[1], _MONTHS.index(letters.group().lower()) + 1, numbers[0])
        if not letters and len(numbers) == 3:
            return _numeric(*numbers)
    except ValueError:
        return None
    return None


def _numeric(first: int, second: int, third: int) -> date | None:
    if first > 31:
        return date(first, second, third)
    if first > 12:
        return date(third, second, first)
    if second > 12 or first == second:
        return date(third, first, second)
    return None
