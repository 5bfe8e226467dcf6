"""Periods with two ends or one."""

from itertools import pairwise

import pytest

from avowed.annotate.times import find_periods
from tests.annotate.times.reading import times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He ruled from 1996 to 2001.", "1996/2001"),
        ("He ruled in 1996-2001.", "1996/2001"),
        ("They fought between May and July 2015.", "2015-05/2015-07"),
        ("They fought since 2014.", "2014/.."),
        ("They fought from 2014 onwards.", "2014/.."),
        ("They fought until 2019.", "../2019"),
        ("They left by 2020.", "../2020"),
        ("They left before May 2015.", "../2015-04"),
        ("They left after 2016.", "2017/.."),
        ("It is open from November 20 to December 11, 2014.", "2014-11-20/2014-12-11"),
    ],
)
def test_a_period_covers_its_words_and_keeps_open_ends_open(text: str, value: str) -> None:
    (period,) = find_periods(text, times(text))
    assert period.value == value
    assert period.when.words == period.span.of(text)


def test_a_period_that_runs_backwards_is_none() -> None:
    text = "They grew from 2001 to 1996."
    assert find_periods(text, times(text)) == ()


def test_a_date_stands_in_one_period_at_most() -> None:
    text = "since 2014-2016-2018"
    periods = find_periods(text, times(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(periods))
