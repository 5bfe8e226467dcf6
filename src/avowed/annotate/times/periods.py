"""Periods that two dates or a date and a word bound: from 1996 to 2001, since 2014, until 2019; ends stay open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from avowed.annotate.times.stretch import coarser
from avowed.model.evidence import Span, TimeExpression
from avowed.model.vocabulary import TimeKind
from avowed.model.when import When

_DAY = timedelta(days=1)
_LEAD_CHARACTERS = 24
_LONGEST_GAP = 16


@dataclass(frozen=True, slots=True)
class Joint:
    """How two dates become one period: what stands before the first (if anything must) and between the two."""

    name: str
    before: re.Pattern[str] | None
    between: re.Pattern[str]
    match: str
    never: str


@dataclass(frozen=True, slots=True)
class Bound:
    """How one date becomes a period: the end that stays open, and whether the date itself lies inside."""

    name: str
    before: re.Pattern[str]
    opens: str
    inside: bool
    match: str
    never: str


def _lead(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})\s(?:the\s)?(?:year\s)?\Z", re.IGNORECASE)


def _gap(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{pattern})\s?(?:the\s)?", re.IGNORECASE)


_DASH = r"[-\u2013\u2014]"
JOINTS = (
    Joint(
        "from_to",
        _lead("from|since"),
        _gap(f"to|until|till|through|up to|{_DASH}"),
        "from 1996 to 2001",
        "from 1996 and 2001",
    ),
    Joint("between_and", _lead("between"), _gap("and"), "between May and July 2015", "between 2015 to 2016"),
    Joint("of_to", _lead("of"), _gap("to|until|till"), "the war of 1991 to 1994", "the war of 1991 and 1994"),
    Joint("dash", None, _gap(f"{_DASH}|through|until"), "the war of 1996-2001", "in 1996, 2001"),
)
BOUNDS = (
    Bound("since", _lead("since|starting(?: in| on)?"), "last", True, "since 2014", "in 2014"),
    Bound("until", _lead("until|till|up to|through|up until"), "first", True, "until 2019", "in 2019"),
    Bound("by", _lead("by|no later than"), "first", True, "by 2020", "in 2020"),
    Bound("before", _lead("before|prior to|ahead of"), "first", False, "before May 2015", "in May 2015"),
    Bound("after", _lead("after|following"), "last", False, "after 2016", "in 2016"),
)
_FROM = _lead("from")
_ONWARDS = re.compile(r"\s(?:onwards?|and after)\b", re.IGNORECASE)


def find_periods(text: str, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The periods of a text in order, each covering the words that bound it and the dates of `times` within.

    The value is an ISO 8601 interval, `..` for an open end. A date stands in one period at most.
    """
    dates = [time for time in times if time.kind is TimeKind.DATE and time.when.known]
    periods, index = list[TimeExpression](), 0
    while index < len(dates):
        joined = _joined(text, *dates[index : index + 2]) if index + 1 < len(dates) else None
        period = joined or _bounded(text, dates[index])
        if period is not None:
            periods.append(period)
        index += 2 if joined else 1
    return tuple(_numbered(period, number) for number, period in enumerate(periods, 1))


def _numbered(period: TimeExpression, index: int) -> TimeExpression:
    return TimeExpression(f"p{index}", period.span, period.kind, period.value, period.when)


def _before(text: str, time: TimeExpression, wanted: re.Pattern[str]) -> int | None:
    """Where the words before a date begin, when they are the wanted ones."""
    edge = max(time.span.start - _LEAD_CHARACTERS, 0)
    found = wanted.search(text[edge : time.span.start])
    return edge + found.start() if found else None


def _joined(text: str, one: TimeExpression, other: TimeExpression) -> TimeExpression | None:
    between = text[one.span.end : other.span.start]
    if len(between) > _LONGEST_GAP or not _in_order(one.when, other.when):
        return None
    for joint in JOINTS:
        start = one.span.start if joint.before is None else _before(text, one, joint.before)
        if start is not None and joint.between.fullmatch(between):
            return _period(text, Span(start, other.span.end), one.when.first, other.when.last, (one, other))
    return None


def _in_order(one: When, other: When) -> bool:
    return one.first is not None and other.last is not None and one.first <= other.last


def _bounded(text: str, time: TimeExpression) -> TimeExpression | None:
    onwards = _ONWARDS.match(text, time.span.end)
    if onwards and (start := _before(text, time, _FROM)) is not None:
        return _period(text, Span(start, onwards.end()), time.when.first, None, (time,))
    for bound in BOUNDS:
        start = _before(text, time, bound.before)
        first, last = _ends(bound, time.when)
        if start is not None and (first or last):
            return _period(text, Span(start, time.span.end), first, last, (time,))
    return None


def _ends(bound: Bound, when: When) -> tuple[date | None, date | None]:
    """The known end of a period that is open on one side."""
    if bound.opens == "last":
        return (when.first if bound.inside else _moved(when.last, _DAY)), None
    return None, (when.last if bound.inside else _moved(when.first, -_DAY))


def _moved(day: date | None, step: timedelta) -> date | None:
    return day + step if day and date.min < day < date.max else None


def _period(
    text: str, span: Span, first: date | None, last: date | None, dates: tuple[TimeExpression, ...]
) -> TimeExpression:
    precision = coarser(dates[0].when.precision, dates[-1].when.precision)
    when = When(first, last, precision, span.of(text))
    value = f"{when.partial(first) or '..'}/{when.partial(last) or '..'}"
    return TimeExpression("p0", span, TimeKind.DURATION, value, when)
