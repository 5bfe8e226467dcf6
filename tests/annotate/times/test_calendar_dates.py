"""Dates as people write them."""

import pytest

from tests.annotate.times.reading import intervals, times, values


@pytest.mark.parametrize(
    "written",
    [
        "August 23, 2021",
        "Aug. 23, 2021",
        "Aug 23rd, 2021",
        "23 August 2021",
        "23rd of August, 2021",
        "the 23rd of August 2021",
        "Monday, August 23, 2021",
        "Mon. 23 Aug. 2021",
        "2021-08-23",
        "23.08.2021",
        "23/08/2021",
        "8/23/2021",
        "2021/08/23",
        "08-23-2021",
        "23-Aug-2021",
        "23 AUGUST 2021",
        "AUGUST 23, 2021",
        "23 Aug '21",
        "23 August , 2021",
    ],
)
def test_one_day_in_any_common_form_is_that_day(written: str) -> None:
    assert intervals(f"They met on {written} in the north.") == [("2021-08-23", "2021-08-23")]


def test_a_month_is_a_month_and_no_day() -> None:
    (time,) = times("They met in March 2020.")
    assert (str(time.when.first), str(time.when.last), time.when.precision) == ("2020-03-01", "2020-03-31", "month")


def test_a_year_is_a_year_and_no_day() -> None:
    (time,) = times("They met in 2019.")
    assert (str(time.when.first), str(time.when.last), time.when.precision) == ("2019-01-01", "2019-12-31", "year")


def test_a_leap_day_is_found_in_leap_years_only() -> None:
    assert values("on 29 February 2020") == ["2020-02-29"]
    assert "2019-02-29" not in values("on 29 February 2019")


def test_a_leap_day_without_its_year_lies_in_a_leap_year() -> None:
    assert values("on 29 February") == ["2020-02-29"]


def test_days_that_no_month_has_are_no_days() -> None:
    assert values("on 31 June 2020") == ["2020-06"]


def test_day_and_month_that_may_be_exchanged_are_kept_as_the_range_of_both() -> None:
    (time,) = times("It happened on 03/04/2020.")
    assert (str(time.when.first), str(time.when.last), time.when.precision) == ("2020-03-04", "2020-04-03", "month")


def test_an_unambiguous_date_shows_how_the_others_of_its_text_are_written() -> None:
    assert values("On 03/04/2020 and on 25/12/2020.") == ["2020-04-03", "2020-12-25"]
    assert values("On 03/04/2020 and on 12/25/2020.") == ["2020-03-04", "2020-12-25"]


def test_a_day_already_named_settles_which_of_two_readings_is_meant() -> None:
    assert values("On 4 March 2020 it fell; the paper says 03/04/2020.") == ["2020-03-04", "2020-03-04"]


def test_days_of_one_month_are_one_stretch() -> None:
    assert intervals("on 5-6 September 2019") == [("2019-09-05", "2019-09-06")]
    assert intervals("on the night of August 14-15, 2019") == [("2019-08-14", "2019-08-15")]


def test_the_year_of_the_second_date_is_that_of_the_first() -> None:
    assert values("between May and July 2015") == ["2015-05", "2015-07"]
    assert values("from November 20 to February 3, 2015") == ["2014-11-20", "2015-02-03"]


def test_capitals_throughout_are_read_like_any_text() -> None:
    text = "SAN BENITO, 4 APR 90 -- THREE MEN DIED ON 30 MARCH 1990. IN MAY 1989 TWO HAD LEFT."
    assert values(text) == ["1990-04-04", "1990-03-30", "1989-05"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("early 2015", "2015-01-01", "2015-06-30"),
        ("late 2015", "2015-07-01", "2015-12-31"),
        ("mid-2015", "2015-04-01", "2015-09-30"),
        ("the end of 2019", "2019-10-01", "2019-12-31"),
        ("the late 1990s", "1995-01-01", "1999-12-31"),
        ("the first half of 2019", "2019-01-01", "2019-06-30"),
        ("the third quarter of 2019", "2019-07-01", "2019-09-30"),
        ("the summer of 2020", "2020-06-01", "2020-08-31"),
        ("the 1960s", "1960-01-01", "1969-12-31"),
        ("the '60s", "1960-01-01", "1969-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("mid-March 2020", "2020-03-10", "2020-03-21"),
        ("the first week of August 2020", "2020-08-01", "2020-08-07"),
        ("the last week of July 2020", "2020-07-25", "2020-07-31"),
        ("the winter of 2019-20", "2019-12-01", "2020-02-29"),
    ],
)
def test_parts_and_stretches_are_ranges(written: str, first: str, last: str) -> None:
    assert intervals(f"It began in {written}.")[0] == (first, last)


def test_the_winter_of_one_year_may_be_either_that_touches_it() -> None:
    assert intervals("in the winter of 2019") == [("2018-12-01", "2020-02-29")]


def test_part_of_a_year_is_known_no_finer_than_months() -> None:
    assert [time.when.precision for time in times("in early 2015")] == ["month"]
