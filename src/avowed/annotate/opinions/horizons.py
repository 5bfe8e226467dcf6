"""By when a prediction should come true: the first time in its words, counted from the publication where it must be."""

import re
from dataclasses import replace

from avowed.annotate.page import Page
from avowed.annotate.times.stretch import shift
from avowed.model.evidence import Span, TimeExpression
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import When

_COUNT = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_WITHIN = re.compile(r"\b(?:within|inside|in)\s(?:about\s|some\s|the\sspace\sof\s)?\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|before|until|till|no later than|ahead of|prior to)\s(?:the\s)?\Z", re.IGNORECASE)
_LEAD = 24


def horizon(page: Page, content: Span) -> tuple[When, TimeExpression] | None:
    """The interval in which a prediction should come true, with the words that tell it."""
    for time in page.times:
        if content.covers(time.span) and (when := _due(page, time)) is not None:
            return when, time
    return None


def _due(page: Page, time: TimeExpression) -> When | None:
    """`by March 2022` from now till then, `within six months` counted from now; None for a length that bounds nothing."""
    lead = page.report.text[max(time.span.start - _LEAD, 0) : time.span.start]
    published = page.report.published
    now = published.when if published is not None else None
    if time.when.known:
        opens = _BY.search(lead) is not None and time.when.last is not None
        first = now.first if opens and now is not None else None
        return replace(time.when, first=first) if opens else time.when
    count = _COUNT.fullmatch(time.value)
    if time.kind is not TimeKind.DURATION or count is None or _WITHIN.search(lead) is None:
        return time.when if time.kind is not TimeKind.DURATION else None
    if now is None or now.first is None or now.last is None:
        return time.when
    last = shift(now.last, int(count[1]), _UNITS[count[2]])
    return When(now.first, last, Precision.UNKNOWN, time.when.words)
