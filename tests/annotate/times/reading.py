"""What the tests of times share: reading a text of our own against Friday, 27 August 2021."""

from datetime import date

from avowed.annotate.times import find_times
from avowed.annotate.times.finder import find_all
from avowed.model.evidence import TimeExpression
from avowed.model.when import When, on_day

FRIDAY = on_day(date(2021, 8, 27))


def times(text: str, published: When | None = FRIDAY) -> tuple[TimeExpression, ...]:
    return find_times(text, published)


def values(text: str, published: When | None = FRIDAY) -> list[str]:
    return [time.value for time in find_times(text, published)]


def intervals(text: str, published: When | None = FRIDAY) -> list[tuple[str | None, str | None]]:
    ends = [(time.when.first, time.when.last) for time in find_times(text, published)]
    return [(str(first) if first else None, str(last) if last else None) for first, last in ends]


def by_rule(text: str) -> list[tuple[str, str]]:
    _, found = find_all(text, FRIDAY)
    return [(time.match.rule.name, time.meaning.value) for time in found]
