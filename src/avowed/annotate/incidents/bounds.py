"""When a deed lay that is dated from a day: `two days before 3 May`, `since Christmas`, `shortly after Easter Sunday`."""

import re
from datetime import date, timedelta

from avowed.annotate.incidents.quantities import plain_number
from avowed.annotate.page import Page
from avowed.model.evidence import TimeExpression
from avowed.model.vocabulary import Precision
from avowed.model.when import UNKNOWN_TIME, When

_LEADING = re.compile(
    r"""(?:(?P<count>\w{1,20})\s+(?P<unit>hour|day|night|week|month)s?\s+|(?P<soon>shortly|soon|just|right|immediately|
    hours|days|weeks)\s+)?(?P<side>prior\s+to|before|until|till|by|after|following|since|around|eve\s+of)\s+
    (?:the\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BACK = frozenset({"before", "prior to", "eve of"})
_ENDING = _BACK | {"until", "till", "by"}
_ONE = frozenset({"the", "a", "an"})
# Unit -> its days, and the days by which a count of them is loose.
_UNITS = {"hour": (0, 1), "day": (1, 0), "night": (1, 0), "week": (7, 3), "month": (30, 15)}
_FEW = (2, 9)
_SOON = 31
_EVE = 7
_AROUND = 7
_WIDEST = 80  # code points before a date in which it is told from where it is counted


def dated_from(page: Page, time: TimeExpression) -> When | None:
    """The interval that the words before a date give; None where they only name it, or where it is unknown."""
    try:
        return _counted(page, time)
    except OverflowError:  # farther off than dates go: `a million days before 3 May`
        return UNKNOWN_TIME


def _counted(page: Page, time: TimeExpression) -> When | None:
    first, last = time.when.first, time.when.last
    leading = _LEADING.search(page.report.text[max(0, time.span.start - _WIDEST) : time.span.start])
    if leading is None or first is None or last is None or not _stands_alone(page, time):
        return None
    side = " ".join(leading["side"].lower().split())
    if side == "around":
        return _loose(time, first - timedelta(_AROUND), last + timedelta(_AROUND)) if first == last else None
    away = _away(leading, side)
    if away is not None:
        return _shifted(time, away, side in _ENDING) if first == last and side not in ("until", "till", "by") else None
    if side in _ENDING:
        return When(None, first - timedelta(1) if side in _BACK else last, time.when.precision, time.when.words)
    return When(first, None, time.when.precision, time.when.words)


def _away(leading: re.Match[str], side: str) -> tuple[int, int] | None:
    """How many days off at least and at most; None where the words do not say."""
    if side == "eve of":
        return 1, _EVE
    if leading["soon"]:
        return 0, _SOON
    if not leading["unit"]:
        return None
    days, loose = _UNITS[leading["unit"].lower()]
    word = leading["count"].lower()
    count = 1 if word in _ONE else plain_number(word)
    if count is None:
        return _FEW[0] * days, max(_FEW[1] * days, loose)
    return max(count * days - loose, 0), count * days + loose


def _shifted(time: TimeExpression, away: tuple[int, int], back: bool) -> When | None:
    day = time.when.first
    if day is None:
        return None
    near, far = sorted(day + timedelta(-days if back else days) for days in away)
    return When(near, near, Precision.DAY, time.when.words) if near == far else _loose(time, near, far)


def _loose(time: TimeExpression, first: date, last: date) -> When:
    return When(first, last, Precision.UNKNOWN, time.when.words)


def _stands_alone(page: Page, time: TimeExpression) -> bool:
    """False in `after the May 3 attack`, `following Monday's raid`: there the date is that of another deed."""
    token = page.token_at(time.span.end - 1)
    while token is not None and token.head != token and time.span.start <= token.head.idx < time.span.end:
        token = token.head
    return token is not None and token.dep_ not in ("compound", "nmod", "amod", "poss", "nummod")
