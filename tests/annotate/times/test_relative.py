"""Times counted from the publication, on Friday, 27 August 2021."""

from datetime import date

import pytest

from avowed.model.vocabulary import Precision
from avowed.model.when import When, in_month, on_day
from tests.annotate.times.reading import intervals, times, values


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("today", "2021-08-27", "2021-08-27"),
        ("yesterday", "2021-08-26", "2021-08-26"),
        ("the day before yesterday", "2021-08-25", "2021-08-25"),
        ("last night", "2021-08-26", "2021-08-26"),
        ("overnight", "2021-08-26", "2021-08-27"),
        ("last week", "2021-08-16", "2021-08-22"),
        ("earlier this month", "2021-08-01", "2021-08-27"),
        ("later this year", "2021-08-27", "2021-12-31"),
        ("last year", "2020-01-01", "2020-12-31"),
        ("late last year", "2020-07-01", "2020-12-31"),
        ("next month", "2021-09-01", "2021-09-30"),
        ("last spring", "2021-03-01", "2021-05-31"),
        ("last May", "2021-05-01", "2021-05-31"),
        ("in August last year", "2020-08-01", "2020-08-31"),
        ("three years ago", "2018-01-01", "2018-12-31"),
        ("ten days ago", "2021-08-17", "2021-08-17"),
        ("two weeks ago", "2021-08-09", "2021-08-15"),
        ("over the past 20 years", "2001-08-27", "2021-08-27"),
        ("in the next four days", "2021-08-27", "2021-08-31"),
        ("over the weekend", "2021-08-21", "2021-08-22"),
    ],
)
def test_words_counted_from_the_publication(written: str, first: str, last: str) -> None:
    assert intervals(f"They left {written}.") == [(first, last)]


@pytest.mark.parametrize("written", ["in recent weeks", "over the past several days", "a few months ago"])
def test_vague_counts_are_ranges_whose_fineness_is_unknown(written: str) -> None:
    (time,) = times(f"They left {written}.")
    assert time.when.first < time.when.last <= date(2021, 8, 27)
    assert time.when.precision is Precision.UNKNOWN


def test_a_weekday_is_the_last_one_unless_the_tense_is_future() -> None:
    assert values("They left on Tuesday.") == ["2021-08-24"]
    assert values("They will leave on Tuesday.") == ["2021-08-31"]
    assert values("The trial is set to begin on Wednesday.") == ["2021-09-01"]


def test_the_weekday_of_publication_is_that_day() -> None:
    assert values("They left on Friday.") == ["2021-08-27"]


def test_a_day_without_its_year_is_the_nearest_one() -> None:
    assert values("The school was bombed on May 8.") == ["2021-05-08"]
    assert values("It stuck to the Aug. 31 deadline.") == ["2021-08-31"]
    assert values("He was shot on December 20.") == ["2020-12-20"]


def test_a_bound_without_its_year_lies_ahead() -> None:
    assert values("They must leave by 31 December.") == ["2021-12-31"]


def test_without_a_publication_what_is_counted_from_it_stays_unknown() -> None:
    found = times("They left yesterday, as on Tuesday; last week two died.", None)
    assert [time.when.known for time in found] == [False, False, False]
    assert all("X" in time.value for time in found)


def test_a_publication_known_by_month_only_gives_no_exact_yesterday() -> None:
    (time,) = times("They left yesterday.", in_month(2021, 8))
    assert (str(time.when.first), str(time.when.last)) == ("2021-07-31", "2021-08-30")
    assert time.when.precision is Precision.MONTH


def test_a_publication_known_as_a_range_still_gives_the_year_of_a_day() -> None:
    between = When(date(2021, 8, 23), date(2021, 8, 31), Precision.UNKNOWN)
    assert intervals("The school was bombed on May 8.", between) == [("2021-05-08", "2021-05-08")]


def test_the_date_at_the_head_counts_when_none_is_given_or_it_is_near() -> None:
    text = "KABUL, Aug. 26, 2021 (NewsDesk) - A bomb went off yesterday."
    assert values(text, None) == ["2021-08-26", "2021-08-25"]
    assert values(text, on_day(date(2021, 8, 27))) == ["2021-08-26", "2021-08-25"]


def test_a_republished_text_is_read_against_the_date_that_is_given() -> None:
    text = "KABUL, Aug. 26, 2011 (NewsDesk) - A bomb went off yesterday."
    assert values(text) == ["2011-08-26", "2021-08-26"]


def test_the_text_may_say_which_day_today_is() -> None:
    assert values("It is Monday, May 3. They leave today.", on_day(date(2021, 5, 30))) == ["2021-05-03", "2021-05-03"]


def test_the_present_has_no_interval_of_its_own() -> None:
    (time,) = times("They now hold the town.")
    assert (time.value, time.when.known) == ("PRESENT_REF", False)
