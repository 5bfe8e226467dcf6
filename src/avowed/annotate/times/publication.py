"""When a text was published, from the text alone: its dateline, or a range drawn from the times that it mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from avowed.annotate.times.finder import FoundTime, expression, find_all
from avowed.annotate.times.tokens import Tokens
from avowed.model.evidence import TimeExpression
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import When

_HEAD_CHARACTERS = 900
_BEFORE_CHARACTERS = 90
# A line with no more than this beside its date is a date's own line.
_LINE_SLACK = 12
_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
_PLACE = re.compile(
    r"(?:^|\n)[^\S\n]*[A-Z][\w.'\u2019-]*(?:[ ,/]{1,2}[A-Z(][\w.()'\u2019-]*){0,5}[,:]?\s{0,2}(?:\w{3,9},\s)?\Z"
)
_BEHIND_PLACE = re.compile(r"\s{0,3}(?:[(\u2014\u2013:-]|\w{1,20}\s?[)\u2014\u2013-])")
_CUE = re.compile(
    r"(?:published|posted|updated|issued|released|dated?|filed|last modified|created|today|tonight)"
    r"\W{0,3}(?:on|at)?\s{0,2}"
    r"(?:\w{3,9},?\s)?\Z",
    re.IGNORECASE,
)
_CUE_LINE = re.compile(
    r"(?:\A|\n)\W{0,3}(?:first |last )?(?:published|posted|updated|issued)\W{0,3}(?:on )?\Z", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|shall|deadline|due|scheduled|planned|expected|upcoming|set to|ahead of)\b", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?\Z", re.IGNORECASE)
# Beside these a date may lie on either side of the publication: `what could bring him to run in 2024`.
_SUPPOSED = re.compile(r"\b(?:could|would|might|if|whether|to (?:run|stand|compete|be held))\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?\n]")
_COUNTED = re.compile(
    r"\b(?:next|following|previous|preceding|later|earlier|before|after|same|that|those|then|prior)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}|\d/\d\d?(?:/\d\d)?$")
# A year that only names something (`the 2016 candidates`), or beside which nothing is told as done, may be still to come.
_IN_YEAR = re.compile(
    r"\b(?:in|since|of|during|from|after|between|and|to|early|late|mid|around|about)[\s-]{1,2}\Z", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:was|were|had|did|ago|since|began|took|won|lost|died|left|came|went|made|killed|became|fell|\w{2,12}ed)\b",
    re.IGNORECASE,
)
_FRESH = timedelta(days=366)
_SOON = timedelta(days=180)


def dateline(text: str) -> TimeExpression | None:
    """The date at a text's head: alone on a line, after a place (`KABUL, Aug 26`), or after `Updated`.

    Without a year its interval is unknown and its value keeps X for the year.
    """
    tokens, found = find_all(text[:_HEAD_CHARACTERS], None)
    for time in found:
        if _names_a_day(time) and _stands_as_dateline(tokens, time):
            return expression(tokens, time, "t0")
    return None


def _names_a_day(time: FoundTime) -> bool:
    meaning = time.meaning
    if meaning.kind is not TimeKind.DATE or time.match.rule.meaning in ("named", "figures_day"):
        return False
    known = meaning.stretch.precision is Precision.DAY and meaning.stretch.one_day is not None
    return known or _YEARLESS.fullmatch(meaning.value) is not None


def _stands_as_dateline(tokens: Tokens, time: FoundTime) -> bool:
    start, end = tokens.starts[time.match.first], tokens.ends[time.match.end - 1]
    before, text = tokens.text[max(start - _BEFORE_CHARACTERS, 0) : start], tokens.text
    line_start = before.rpartition("\n")[2]
    line_end = text[end : end + 3 * _LINE_SLACK].partition("\n")[0]
    if len(line_start.strip()) <= _LINE_SLACK and len(line_end.strip()) <= _LINE_SLACK:
        return True
    if _CUE.search(before):
        return True
    return _PLACE.search(before) is not None and _BEHIND_PLACE.match(text, end) is not None


@dataclass(frozen=True, slots=True)
class _Told:
    """A date of the text with both ends."""

    first: date
    last: date
    precision: Precision
    words: str


def year_from(since: When) -> When | None:
    """The year that begins with a first possible day of publication; None for a date that is known at both ends."""
    if since.first is None or since.last is not None:
        return None
    return replace(since, last=min(since.first, date.max - _FRESH) + _FRESH)


def bound_published(text: str, times: Sequence[TimeExpression], year: When) -> tuple[When, str] | None:
    """A publication date within `year`, narrowed by what the text tells as past or as still to come, with the reason.

    `times` are those that `find_times(text, year)` found; None where they add nothing. Of a day without a year that is
    still to come, the first is meant.
    """
    past, ahead = _past_and_ahead(text, times, anchored=True)
    if past is not None and year.first is not None and year.first < past.first <= year.first + _SOON:
        return When(past.first, None, Precision.UNKNOWN, past.words), f"the text tells {past.words!r} as past"
    if ahead is not None and year.first is not None and year.first <= ahead.first <= year.first + _SOON:
        last = min(ahead.last, ahead.first + _SOON) if ahead.precision is not Precision.UNKNOWN else ahead.first
        return replace(year, last=last), f"{ahead.words!r} is still to come in the text"
    return None


def infer_published(text: str, times: Sequence[TimeExpression]) -> tuple[When, str] | None:
    """The interval in which a text without a date was published, with the reason in words; None without any clue.

    `times` are those that `find_times(text, None)` found. The interval is wide on purpose: from the latest date that is
    told as past to a date that is still ahead, or with an open end: of 278 dated news articles that name weekdays, 217
    were written more than a year after the last date that they tell.
    """
    head = dateline(text) or _stated(text, times)
    if head is not None and head.when.known and _YEAR.search(head.when.words):
        return head.when, f"the text gives its own date: {head.when.words!r}"
    past, ahead = _past_and_ahead(text, times)
    if past is not None:
        return _by_yearless_head(head, past) if head is not None else _by_past(past, ahead)
    if ahead is not None:
        return When(None, ahead.last, Precision.UNKNOWN, ahead.words), f"{ahead.words!r} is still to come in the text"
    return None


def _stated(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """A day behind `Published:` or the like at the start of any line."""
    days = (time for time in times if time.when.precision is Precision.DAY and time.kind is TimeKind.DATE)
    return next((day for day in days if _CUE_LINE.search(text, max(day.span.start - 40, 0), day.span.start)), None)


def _past_and_ahead(
    text: str, times: Sequence[TimeExpression], anchored: bool = False
) -> tuple[_Told | None, _Told | None]:
    """The latest date told as past, and the first after it that is still to come; `anchored`: the year is about known."""
    past, ahead = list[_Told](), list[_Told]()
    for time in times:
        told, before = _told(time), _SENTENCE_END.split(text[max(time.span.start - 60, 0) : time.span.start])[-1]
        if told is None:
            continue
        after = _SENTENCE_END.split(text[time.span.end : time.span.end + 40])[0]
        if _AHEAD.search(before) or after.lstrip().startswith("deadline"):
            ahead.append(told)
        elif _YEAR.search(told.words) and _is_past(told, before, after):
            past.append(told)
    latest = max(past, key=lambda told: told.first, default=None)
    later = [told for told in ahead if _still_ahead(told, latest, anchored)]
    return latest, min(later, key=lambda told: told.last, default=None)


def _is_past(told: _Told, before: str, after: str) -> bool:
    """True for a date that is told as past, in a sentence whose words around it are these."""
    if _UNTIL.search(before) or _SUPPOSED.search(before):
        return False
    within = f"{before} {after}"
    bare = told.precision is Precision.YEAR
    return not bare or (_IN_YEAR.search(before) is not None and _DONE.search(within) is not None)


def _still_ahead(told: _Told, latest: _Told | None, anchored: bool) -> bool:
    """True for a date after the latest that is past; one without a year only where a day near it has one."""
    if latest is None:
        return anchored or _YEAR.search(told.words) is not None
    near = latest.precision in (Precision.DAY, Precision.MONTH) and told.first - latest.first < _SOON
    return told.last >= latest.first and (anchored or near or _YEAR.search(told.words) is not None)


def _told(time: TimeExpression) -> _Told | None:
    """A date that stands by itself; what is counted from another date shows nothing new."""
    when = time.when
    if _COUNTED.search(when.words):
        return None
    if time.kind not in (TimeKind.DATE, TimeKind.TIME) or when.first is None or when.last is None:
        return None
    return _Told(when.first, when.last, when.precision, when.words)


def _by_past(past: _Told, ahead: _Told | None) -> tuple[When, str]:
    last, why = None, "; nothing shows how much later it was written"
    if ahead is not None:
        last, why = ahead.last, f", {ahead.words!r} is still to come"
    when = When(past.first, last, Precision.UNKNOWN, past.words)
    return when, f"the latest date that the text tells as past is {past.words!r}{why}"


def _by_yearless_head(head: TimeExpression, past: _Told) -> tuple[When, str]:
    """The day of a dateline without a year, in the first year that is not before the latest date told."""
    month, day = int(head.value[5:7]), int(head.value[8:10])
    years = range(past.first.year, min(past.first.year + 9, date.max.year))
    days = [option for year in years if (option := _day(year, month, day)) and option >= past.first]
    if not days:
        return _by_past(past, None)
    words, chosen = head.when.words, days[0]
    reason = f"the dateline {words!r} has no year; the latest date that the text tells as past is {past.words!r}"
    if chosen - past.first < _SOON and past.precision in (Precision.DAY, Precision.MONTH):
        return When(chosen, chosen, Precision.DAY, words), reason
    return When(chosen, None, Precision.UNKNOWN, words), reason


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
