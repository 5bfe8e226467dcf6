"""Factuality, negation, calibration and classes, against values worked out by hand."""

import numpy as np
import pytest

from benchmarks.scoring import calibration, factuality
from benchmarks.scoring.classes import confusion, macro_f1
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.negation import Negation, score_cues, score_scopes


def figures(pairs):
    table = np.asarray(factuality.sums(pairs))
    return [float(one(table)) for one in (factuality.pearson, factuality.mean_absolute_error, factuality.sign_accuracy)]


def test_r_of_a_straight_line_is_one_whatever_its_slope():
    assert figures([(0.5, 1.0), (1.0, 2.0), (1.5, 3.0)])[0] == pytest.approx(1.0)


def test_r_agrees_with_numpy_when_documents_are_added_up():
    rng = np.random.default_rng(3)
    pairs = rng.normal(size=(50, 2))
    sums = np.sum([factuality.sums(pairs[:20]), factuality.sums(pairs[20:])], axis=0)
    assert factuality.pearson(sums) == pytest.approx(np.corrcoef(pairs.T)[0, 1])


def test_a_constant_answer_has_no_correlation():
    assert figures([(1.0, 3.0), (1.0, -2.0)])[0] == 0.0


def test_error_is_the_mean_distance_and_sign_the_side_of_nought():
    assert figures([(2.0, 3.0), (-1.0, 1.0)])[1:] == [1.5, 0.5]


def test_a_cue_of_two_words_must_be_whole():
    gold = [Negation(frozenset({2, 3}), frozenset({4}))]
    assert score_cues([Negation(frozenset({2}), frozenset())], gold) == Counts(0, 1, 0, 1)


def test_scope_tokens_are_counted_for_each_cue():
    gold = [Negation(frozenset({0}), frozenset({1, 2})), Negation(frozenset({5}), frozenset({6}))]
    assert score_scopes([frozenset({1, 3}), frozenset({6})], gold) == Counts(2, 3, 2, 3)


def test_scores_that_come_true_as_often_as_they_say_have_no_error():
    scored = [(0.75, True), (0.75, True), (0.75, True), (0.75, False)]
    assert calibration.expected_calibration_error(np.asarray(calibration.sums(scored))) == pytest.approx(0.0)


def test_calibration_error_is_the_gap_weighted_by_bin():
    scored = [(0.95, True), (0.95, False), (0.15, False), (0.15, False)]
    error = calibration.expected_calibration_error(np.asarray(calibration.sums(scored)))
    assert error == pytest.approx((2 * 0.45 + 2 * 0.15) / 4)


def test_a_score_of_one_has_its_bin():
    assert calibration.sums([(1.0, True)])[-3:] == [1.0, 1.0, 1.0]


def test_macro_f1_weighs_classes_alike_and_no_answer_is_only_a_miss():
    pairs = [("a", "a"), ("a", "a"), (None, "b"), ("b", "b")]
    assert macro_f1(np.asarray(confusion(pairs, ("a", "b")))) == pytest.approx((1.0 + 2 / 3) / 2)
