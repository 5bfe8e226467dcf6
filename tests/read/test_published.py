"""When a report was published, as its text says, and never more than that."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avowed.model.evidence import Report
from avowed.model.vocabulary import DateBasis
from avowed.model.when import from_iso
from avowed.read import Original, ReadOptions, opened
from avowed.read.dates import as_day, dates_in
from avowed.read.published import by_dateline, by_metadata

Read = Callable[[bytes | str], Report]
TODAY = date(2024, 5, 1)
STORY = "The garrison of Dol left the bridge on Friday, and the Northern Front took the town without a shot."


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("27 August 2021", date(2021, 8, 27)),
        ("August 27, 2021", date(2021, 8, 27)),
        ("27th of Aug. 2021", date(2021, 8, 27)),
        ("Sept 2nd, 2021", date(2021, 9, 2)),
        ("2021-08-27", date(2021, 8, 27)),
        ("2021/8/27", date(2021, 8, 27)),
        ("27.08.2021", date(2021, 8, 27)),
        ("08/27/2021", date(2021, 8, 27)),
        ("08/08/2021", date(2021, 8, 8)),
        ("07/08/2021", None),
        ("31 June 2021", None),
        ("2021-13-40", None),
    ],
)
def test_a_printed_date_is_one_day_or_none(words: str, day: date | None) -> None:
    assert as_day(words) == day
    assert [found for found, _ in dates_in(f"On {words} it rained.")] == ([day] if day else [])


@pytest.mark.parametrize(
    "line",
    [
        "Published: 27 August 2021",
        "Updated: August 27, 2021 10:32",
        "27 August 2021",
        "By Ana Bel | August 27, 2021",
        "2021-08-27 10:05",
    ],
)
def test_a_line_that_dates_the_page_gives_the_date_and_goes(report: Read, line: str) -> None:
    found = report(f"Bridge at Dol falls\n{line}\n{STORY}\n")
    assert found.text == f"Bridge at Dol falls\n\n{STORY}"
    assert found.published
    assert (found.published.when.first, found.published.basis) == (date(2021, 8, 27), DateBasis.TEXT)


def test_a_dateline_gives_the_date_and_stays(report: Read) -> None:
    found = report(f"Bridge at Dol falls\n\nKARSAN, Aug. 27, 2021 (Karsan Wire) - {STORY}\n")
    assert found.published
    assert found.published.span
    assert found.published.span.of(found.text) == "Aug. 27, 2021"


def test_the_first_publication_goes_before_the_update(report: Read) -> None:
    found = report(f"Bridge at Dol falls\nUpdated: 29 August 2021\nPublished: 27 August 2021\n{STORY}\n")
    assert found.published
    assert found.published.when.first == date(2021, 8, 27)


@pytest.mark.parametrize("text", [STORY, f"On 27 August 2021 {STORY}", f"KARSAN, Aug 27 (Karsan Wire) - {STORY}"])
def test_dates_of_the_story_are_not_the_reports(report: Read, text: str) -> None:
    assert report(f"Bridge at Dol falls\n\n{text}").published is None


def test_a_page_without_a_date_is_no_older_than_the_latest_photograph_on_it(report: Read) -> None:
    page = f"TOPSHOT - A column enters Karsan on August 23, 2021.\n\nThe bridge of Dol falls\n\n{STORY}\n\n{STORY}"
    published = report(page).published
    assert published is not None
    assert (published.when.first, published.when.last) == (date(2021, 8, 23), None)
    assert published.basis is DateBasis.INFERRED


def test_a_given_date_goes_over_all_others() -> None:
    with opened(ReadOptions(TODAY, published=from_iso("2020-03"))) as open_one:
        found = open_one(Original("here", f"Bridge falls\nPublished: 27 August 2021\n{STORY}".encode()))
    assert isinstance(found, Report)
    assert found.published
    assert (found.published.when, found.published.basis) == (from_iso("2020-03"), DateBasis.GIVEN)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)))
def test_no_report_is_from_the_future(day: date) -> None:
    believed = day <= TODAY + timedelta(days=1)
    assert (by_metadata(day.isoformat(), TODAY) is not None) is believed
    assert (by_dateline(f"KARSAN, {day:%d %B %Y} - The bridge fell.", TODAY) is not None) is believed


def test_a_year_or_a_month_keeps_its_precision() -> None:
    found = by_metadata("2021-08", TODAY)
    assert found
    assert found.when == from_iso("2021-08", "2021-08")
