"""Counts add up, and the figures made of them are the textbook's."""

import numpy as np
import pytest

from benchmarks.scoring.bootstrap import estimate
from benchmarks.scoring.counts import Counts, count, f1, precision, recall, share


def test_a_thing_said_twice_counts_once():
    assert count(["a", "a", "b"], ["a", "c"]) == Counts(1, 2, 1, 2)


def test_counts_of_documents_add_up():
    assert Counts(1, 2, 3, 4) + Counts(1, 1, 1, 1) == Counts(2, 3, 4, 5)


def test_f1_is_the_harmonic_mean_of_precision_and_recall():
    sums = np.array([2.0, 4.0, 2.0, 5.0])
    assert (precision(sums), recall(sums)) == (0.5, 0.4)
    assert f1(sums) == pytest.approx(2 * 0.5 * 0.4 / 0.9)


def test_nothing_said_and_nothing_true_is_nought_and_not_an_error():
    assert f1(np.zeros(4)) == 0


def test_the_figure_of_an_estimate_is_the_figure_of_all_documents_together():
    rows = [(1, 1), (0, 3)]
    assert estimate(rows, share).value == pytest.approx(0.25)


def test_the_interval_of_equal_documents_has_no_width():
    found = estimate([(1, 2)] * 7, share)
    assert (found.low, found.value, found.high, found.documents) == (0.5, 0.5, 0.5, 7)


def test_the_interval_of_two_unlike_documents_spans_both():
    found = estimate([(0, 1), (1, 1)], share)
    assert (found.low, found.high) == (0.0, 1.0)


def test_the_same_rows_give_the_same_interval():
    rows = [(at % 3, 3) for at in range(40)]
    assert estimate(rows, share) == estimate(rows, share)
