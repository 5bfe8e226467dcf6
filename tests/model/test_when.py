from datetime import date

import pytest

from avowed.model.vocabulary import Precision
from avowed.model.when import UNKNOWN_TIME, When, from_iso, in_month, in_year, on_day


def test_a_year_is_never_a_first_of_january():
    year = in_year(2020)
    assert year.partial(year.first) == "2020"


def test_a_month_covers_its_last_day_in_a_leap_year():
    assert in_month(2020, 2).last == date(2020, 2, 29)


def test_an_interval_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end before"):
        When(date(2020, 1, 2), date(2020, 1, 1), Precision.DAY)


def test_the_last_day_belongs_to_the_interval():
    assert on_day(date(2020, 12, 31)).overlaps(in_year(2020))
    assert not on_day(date(2021, 1, 1)).overlaps(in_year(2020))


def test_an_open_end_reaches_without_limit():
    since = When(date(2014, 1, 1), None, Precision.YEAR)
    assert since.overlaps(in_year(2050))
    assert not since.overlaps(in_year(2013))


def test_an_unknown_time_may_be_any_day():
    assert UNKNOWN_TIME.overlaps(in_year(1990))
    assert not UNKNOWN_TIME.known


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2020-03-25", (2020, 3, 25), (2020, 3, 25)),
    ],
)
def test_iso_dates_of_any_fineness_are_read(text, first, last):
    when = from_iso(text)
    assert (when.first, when.last) == (date(*first), date(*last))
