"""When a report was published: as given, by metadata, by its text, by its captions, else None; never later than today."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from avowed.model.evidence import Published
from avowed.model.vocabulary import DateBasis, Precision
from avowed.model.when import When, from_iso, on_day
from avowed.read.dates import as_day, dates_in
from avowed.read.extract import Extract
from avowed.read.furniture import Stripped
from avowed.read.outcome import ReadOptions
from avowed.read.tables import fill

_EARLIEST = 1800
_TOP = 1500
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])")
_TIME_ZONES = timedelta(days=1)  # a page from the far east bears tomorrow's date


def published(extract: Extract, stripped: Stripped, text: str, options: ReadOptions) -> Published | None:
    """The publication date by the first way that gives one."""
    if options.published is not None:
        return Published(options.published, DateBasis.GIVEN, reason="given by the user")
    return (
        by_metadata(extract.published, options.today)
        or _by_lines(stripped.published, options.today)
        or by_dateline(text, options.today)
        or _by_lines(stripped.updated, options.today)
        or _by_lines(extract.margins, options.today)
        or _by_guess(extract.guessed, options.today)
        or by_captions(stripped.captions, options.today)
    )


def by_metadata(words: str, today: date) -> Published | None:
    """A date written for machines: `2021`, `2021-08`, `2021-08-27`, also with a time; None for anything else."""
    when = _machine_date(words.strip())
    if when is None or not _fits(when, today):
        return None
    return Published(when, DateBasis.METADATA, reason="the document's own metadata")


def _machine_date(words: str) -> When | None:
    iso = _ISO.match(words)
    if iso is None:
        day = as_day(words)
        return on_day(day, words) if day else None
    try:
        return from_iso(iso.group(), words)
    except ValueError:
        return None


def by_dateline(text: str, today: date) -> Published | None:
    """A date in the words before the first dash of an opening paragraph: `KARSAN, Aug 27, 2021 (Wire) - `."""
    for opening in _dateline().finditer(text, 0, _TOP):
        for day, span in dates_in(text, *opening.span("when")):
            if _fits(on_day(day), today):
                return Published(on_day(day, span.of(text)), DateBasis.TEXT, span, "the dateline")
    return None


@cache
def _dateline() -> re.Pattern[str]:
    place = r"[A-Z][\w.'’-]{1,24}(?:,? [A-Z][\w.'’-]{1,24}){0,4}"
    lead = rf"(?m:^)(?:\(?{place}\)?(?: \({place}\))?,? ?(?:[-–—] ?)?)?"
    return re.compile(lead + fill(r"(?:{weekday} )?(?P<when>{date})(?: ?\([^()\n]{2,40}\))?\s?(?:[-–—:]|\n|$)"))


def _by_lines(lines: Iterable[str], today: date) -> Published | None:
    for line in lines:
        for day, span in dates_in(line):
            if _fits(on_day(day), today):
                return Published(on_day(day, span.of(line)), DateBasis.TEXT, reason=f"the line {line.strip()!r}")
    return None


def _by_guess(words: str, today: date) -> Published | None:
    found = by_metadata(words, today)
    return Published(found.when, DateBasis.TEXT, reason="shown on the page") if found else None


def by_captions(captions: Iterable[str], today: date) -> Published | None:
    """A page is no older than the latest photograph on it; how much younger, its captions do not say."""
    told = [(day, span.of(line)) for line in captions for day, span in dates_in(line) if _fits(on_day(day), today)]
    if not told:
        return None
    day, words = max(told)
    reason = f"a photograph beside the text is dated {words!r}"
    return Published(When(day, None, Precision.UNKNOWN, words), DateBasis.INFERRED, reason=reason)


def _fits(when: When, today: date) -> bool:
    return when.first is not None and when.first.year >= _EARLIEST and when.first <= today + _TIME_ZONES
