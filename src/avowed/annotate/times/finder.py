"""The reader of times: from left to right, the longest rule that means something; what it finds never overlaps."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from avowed.annotate.times import absolute, amounts, clock, deictic, eras, months, relative, storied
from avowed.annotate.times.absolute import slashed_days
from avowed.annotate.times.classes import alphabet
from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.patterns import Match, matches_at
from avowed.annotate.times.stretch import Stretch
from avowed.annotate.times.table import grammar
from avowed.annotate.times.tokens import Tokens, tokenise
from avowed.model.evidence import Span, TimeExpression
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import When

Reader = Callable[[Parts, Context], Meaning | None]

# A text tells history when most of its years lie away from its publication and it hardly names weekdays or `yesterday`.
_TELLING_SHARE = 0.75
_TELLING_YEARS = 4
_HEAD_CHARACTERS = 700
_HOUR_REACH = 4
_BEFORE_CHRIST = re.compile(r"\s?\bB\.?C\.?(?:E\.?)?(?![A-Za-z])")
_THOUSANDS = re.compile(r"(?:thousand|hundred|million)s?\s", re.IGNORECASE)
_IT_IS = re.compile(
    r"\b(?:it|today)\s?(?:is|['\u2019]s)\s?(?:now\s)?(?:the\s)?\Z|\b(?:today|tonight)\s?[,(]\s?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A match with what it means."""

    match: Match
    meaning: Meaning


@cache
def meanings() -> dict[str, Reader]:
    """Every meaning that a row of the table names, with the function of that name."""
    modules = (absolute, months, eras, deictic, relative, storied, amounts, clock)
    wanted = {rule.meaning for rule in grammar().rules}
    return {name: vars(module)[name] for module in modules for name in wanted if name in vars(module)}


def find_all(text: str, published: When | None) -> tuple[Tokens, list[FoundTime]]:
    """The text's tokens and every time expression in it, read against a publication date (or none)."""
    tokens = tokenise(text)
    context = Context(tokens, published, telling=_tells_history(tokens, published))
    return tokens, _read(replace(context, day_first=_day_first(context)))


def _read(context: Context) -> list[FoundTime]:
    tokens, readers, starts = context.tokens, meanings(), grammar().by_start
    found = list[FoundTime]()
    at = 0
    while at < len(tokens.symbols):
        time = _longest(context, readers, at) if tokens.symbols[at] in starts else None
        if time is None:
            at += 1
            continue
        found.append(time)
        context = _told(context, time)
        at = time.match.end
    return _with_days_behind(found, tokens)


def _longest(context: Context, readers: dict[str, Reader], at: int) -> FoundTime | None:
    for match in matches_at(context.tokens, at):
        try:
            meaning = readers[match.rule.meaning](Parts(match, context.tokens), context)
        except (ValueError, OverflowError):
            # No such day in any calendar: 31 June, the year 10000.
            continue
        if meaning is not None:
            return (
                None if _ancient(context.tokens, match) or _paper(context.tokens, match) else FoundTime(match, meaning)
            )
    return None


def _paper(tokens: Tokens, match: Match) -> bool:
    """True for the newspaper `USA Today`; not for `in the USA today`."""
    start = tokens.starts[match.first]
    named = tokens.text[start : start + 5] in ("Today", "TODAY") and tokens.text[max(start - 4, 0) : start] == "USA "
    return named and tokens.text[max(start - 8, 0) : start - 4].lower() != "the "


def _ancient(tokens: Tokens, match: Match) -> bool:
    """True for what lies before all calendars here: `1230 BC`, `the 7th century B.C.`, `ten thousand years ago`."""
    start, end = tokens.starts[match.first], tokens.ends[match.end - 1]
    words = tokens.text[start : end + 8]
    return _BEFORE_CHRIST.search(words, max(end - start - 6, 0)) is not None or _THOUSANDS.match(words) is not None


def _told(context: Context, time: FoundTime) -> Context:
    """The context after an expression: what was told last, and the days named so far."""
    stretch = time.meaning.stretch
    if _says_today(context, time):
        context = replace(context, published=When(stretch.first, stretch.last, Precision.DAY), telling=False)
    first_year = context.story is None and time.match.rule.meaning == "year"
    if not (time.meaning.anchors or first_year) or stretch.bounds is None:
        return context
    days = context.days | {stretch.one_day} if stretch.one_day else context.days
    if _is_dateline(context, time):
        return replace(context, days=days)
    return replace(context, story=stretch, story_end=time.match.end, days=days)


def _says_today(context: Context, time: FoundTime) -> bool:
    """True for `it is Monday, May 3`: from here on today is that day."""
    stretch, start = time.meaning.stretch, context.tokens.starts[time.match.first]
    if stretch.first is None or stretch.first != stretch.last or time.match.rule.meaning == "deictic":
        return False
    return _IT_IS.search(context.tokens.text, max(start - 16, 0), start) is not None


def _is_dateline(context: Context, time: FoundTime) -> bool:
    """True for the date of publication itself at the head of the text, which begins no story."""
    stretch = time.meaning.stretch
    head = context.tokens.starts[time.match.first] < _HEAD_CHARACTERS // 2
    return head and context.reference == (stretch.first, stretch.last)


def _with_days_behind(found: list[FoundTime], tokens: Tokens) -> list[FoundTime]:
    """Hours take the day that follows them at once: `at 0700 GMT on 10 January`."""
    result = list(found)
    for index, (time, following) in enumerate(pairwise(found)):
        gap = following.match.first - time.match.end
        stretch = following.meaning.stretch
        hour = time.match.rule.meaning in ("clock", "noon") and following.meaning.kind is TimeKind.DATE
        if hour and gap <= _HOUR_REACH and stretch.first and stretch.precision is Precision.DAY:
            between = tokens.symbols[time.match.end : following.match.first]
            if alphabet()["dot"] not in between and alphabet()["paragraph"] not in between:
                result[index] = FoundTime(time.match, _on_day(time.meaning, stretch))
    return result


def _on_day(hour: Meaning, day: Stretch) -> Meaning:
    return Meaning(f"{day.value[:10]}T{hour.value.rpartition('T')[2]}", hour.kind, day)


def _tells_history(tokens: Tokens, published: When | None) -> bool:
    """True when most years in the text lie away from its publication and it hardly speaks of weekdays."""
    symbols = alphabet()
    years = [
        int(value)
        for symbol, value in zip(tokens.symbols, tokens.values, strict=True)
        if symbol in (symbols["year"], symbols["old_year"])
    ]
    if published is None or published.first is None or published.last is None:
        return False
    away = sum(not published.first.year - 1 <= year <= published.last.year for year in years)
    counted = Counter(tokens.symbols)
    newsy = sum(counted[symbols[name]] for name in ("weekday", "yesterday", "today", "tonight"))
    return away >= _TELLING_YEARS and away >= _TELLING_SHARE * len(years) and newsy * 3 < away


def _day_first(context: Context) -> bool | None:
    """Whether the text's dates with slashes put the day first, as far as one of them shows it."""
    symbol, shown = alphabet()["slashed"], set[bool]()
    for at, candidate in enumerate(context.tokens.symbols):
        if candidate != symbol:
            continue
        one, two, three = context.tokens.values[at].split("/")
        if len(three) in (2, 4) and len(one) < 3 and len(slashed_days(context.tokens.values[at], context)) == 1:
            shown.add(int(one) > 12)
            if int(one) == int(two):
                shown.clear()
    return shown.pop() if len(shown) == 1 else None


def expression(tokens: Tokens, time: FoundTime, key: str) -> TimeExpression:
    """A found time as the model's value."""
    span = Span(tokens.starts[time.match.first], tokens.ends[time.match.end - 1])
    stretch = time.meaning.stretch
    when = When(stretch.first, stretch.last, stretch.precision, span.of(tokens.text))
    return TimeExpression(key, span, time.meaning.kind, time.meaning.value, when)
