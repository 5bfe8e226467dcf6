"""Days called by name and dates of the Islamic calendar."""

from datetime import date

import pytest

from avowed.annotate.times.hijri import hijri_day, hijri_range
from avowed.annotate.times.named import easter, orthodox_easter
from avowed.model.vocabulary import Precision
from tests.annotate.times.reading import intervals, times


@pytest.mark.parametrize(
    ("lunar", "day"),
    [((1400, 1, 1), date(1979, 11, 21)), ((1420, 9, 1), date(1999, 12, 9)), ((1443, 1, 1), date(2021, 8, 10))],
)
def test_the_islamic_calendar_by_its_rule(lunar: tuple[int, int, int], day: date) -> None:
    assert abs((hijri_day(*lunar) - day).days) <= 1


def test_an_islamic_month_is_a_range_wider_than_the_month() -> None:
    first, last = hijri_range(1442, 9)
    assert first < date(2021, 4, 13) < date(2021, 5, 12) < last


@pytest.mark.parametrize(
    ("year", "day"),
    [(1999, date(1999, 4, 4)), (2008, date(2008, 3, 23)), (2021, date(2021, 4, 4)), (2038, date(2038, 4, 25))],
)
def test_easter_moves(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    "text", ["in Rajab 1436", "on 3 Rajab 1436 AH", "during Ramadan", "on Eid al-Adha", "in 1436 AH"]
)
def test_lunar_dates_are_never_an_exact_day(text: str) -> None:
    (time,) = times(text)
    assert time.when.first < time.when.last
    assert time.when.precision in (Precision.MONTH, Precision.YEAR)


def test_eid_with_its_year_lies_near_the_feast() -> None:
    ((first, last),) = intervals("at Eid al-Fitr 2020")
    assert first <= "2020-05-24" <= last


def test_famous_days_are_known_by_their_figures() -> None:
    assert intervals("since 9/11") == [("2001-09-11", "2001-09-11")]


def test_an_era_is_a_time_only_behind_a_word_that_makes_it_one() -> None:
    assert intervals("during World War II") == [("1939-09-01", "1945-09-02")]
    assert intervals("a World War II museum") == []


@pytest.mark.parametrize(
    ("year", "day"), [(2013, date(2013, 5, 5)), (2018, date(2018, 4, 8)), (2021, date(2021, 5, 2))]
)
def test_the_eastern_churches_keep_easter_on_another_day(year: int, day: date) -> None:
    assert orthodox_easter(year) == day
    assert intervals(f"at Orthodox Easter in {year}") == [(day.isoformat(), day.isoformat())]


def test_coptic_christmas_is_in_january() -> None:
    assert intervals("on Coptic Christmas Eve in 2010") == [("2010-01-06", "2010-01-06")]


def test_the_christmas_holidays_are_no_one_day() -> None:
    assert intervals("over the Christmas holidays in 2014") == [("2014-12-20", "2014-12-31")]


def test_a_victory_day_is_another_in_each_state() -> None:
    assert "2014-05-09" not in {day for pair in intervals("on Victory Day 2014") for day in pair}


@pytest.mark.parametrize("name", ["the Easter Rising", "said Ramadan Belo", "met Omar Ramadan there", "Easter Island"])
def test_a_feast_within_a_longer_name_is_no_day(name: str) -> None:
    assert not times(name)
