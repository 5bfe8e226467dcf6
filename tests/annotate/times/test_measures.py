"""The scores of the benchmark, on small cases counted by hand."""

from datetime import date

import pytest

from avowed.annotate.times import find_times
from benchmarks.times.corpora import Document, GoldTime, gum_interval
from benchmarks.times.scoring import Tally, bootstrap, by_days, by_value, precision_recall_f1
from tests.annotate.times.reading import FRIDAY

TEXT = "They left on 3 May 2019, for two days, and came back in 2020."


def document(*times: GoldTime) -> Document:
    return Document("d", TEXT, FRIDAY, times, len(TEXT))


def test_a_value_counts_where_the_spans_overlap() -> None:
    gold = document(GoldTime(13, 14, "2019-05-03"), GoldTime(56, 60, "2021"))
    assert by_value(gold, find_times(TEXT, FRIDAY)) == Tally(found=3, gold=2, right=1, overlapping=2)


def test_days_count_and_durations_are_left_out() -> None:
    gold = document(GoldTime(13, 23, "", date(2019, 5, 3), date(2019, 5, 3)))
    assert by_days(gold, find_times(TEXT, FRIDAY)) == Tally(found=2, gold=1, right=1, overlapping=1)


def test_what_overlaps_an_unscored_expression_is_no_fault() -> None:
    gold = document(GoldTime(13, 23, "", date(2019, 5, 3), date(2019, 5, 3)), GoldTime(56, 60, scored=False))
    assert by_days(gold, find_times(TEXT, FRIDAY)) == Tally(found=1, gold=1, right=1, overlapping=1)


def test_one_found_expression_answers_for_one_gold_expression() -> None:
    gold = document(GoldTime(13, 14, "2019-05-03"), GoldTime(15, 18, "2019-05-03"))
    assert by_value(gold, find_times(TEXT, FRIDAY)).right == 1


def test_scores_are_micro_averages() -> None:
    assert precision_recall_f1([Tally(4, 2, 1, 2), Tally(0, 2, 0, 0)]) == (0.25, 0.25, 0.25)
    assert precision_recall_f1([]) == (0.0, 0.0, 0.0)


def test_the_bootstrap_interval_holds_the_score_and_repeats() -> None:
    tallies = [Tally(2, 2, right, 2) for right in (0, 1, 2, 2, 1, 2)]
    low, high = bootstrap(tallies, draws=200)
    assert low < precision_recall_f1(tallies)[2] < high
    assert bootstrap(tallies, draws=200) == (low, high)


@pytest.mark.parametrize(
    ("attributes", "interval"),
    [
        ({"when": "2019-05"}, (date(2019, 5, 1), date(2019, 5, 31))),
        ({"from": "1930", "to": "1939"}, (date(1930, 1, 1), date(1939, 12, 31))),
        ({"notBefore": "2013"}, (date(2013, 1, 1), None)),
    ],
)
def test_encoded_dates_become_first_and_last_day(attributes: dict[str, str], interval: tuple) -> None:
    assert gum_interval(attributes) == interval


def test_a_date_of_no_year_has_no_interval() -> None:
    with pytest.raises(ValueError, match="invalid"):
        gum_interval({"when": "--12-25"})
