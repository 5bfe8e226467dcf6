"""Spans and pairs from scores."""

import numpy as np

from avowed.annotate.encoder.decode import chosen, undirected
from avowed.annotate.encoder.heads import DISTANCES, FIRST, SECOND, ZONES, candidates, distances, zones

NOTHING, SURE, LIKELY = [0.99, 0.01], [0.05, 0.95], [0.3, 0.7]


def kept(scores: dict[tuple[int, int], list[float]], threshold: float = 0.5, nested: float = 1.0):
    found = chosen(list(scores), np.array(list(scores.values()), dtype=np.float32), threshold, nested)
    return [one.words for one in found]


def test_of_two_spans_that_overlap_the_surer_is_kept():
    assert kept({(0, 1): LIKELY, (1, 2): SURE}) == [(1, 2)]


def test_spans_that_cross_are_never_both_kept():
    assert kept({(0, 1): SURE, (1, 2): SURE}, nested=0.5) == [(0, 1)]


def test_a_sure_span_inside_another_is_let_through():
    assert kept({(0, 3): SURE, (1, 1): [0.08, 0.92]}, nested=0.9) == [(0, 3), (1, 1)]


def test_an_unsure_span_inside_another_is_dropped():
    assert kept({(0, 3): SURE, (1, 1): LIKELY}, nested=0.9) == [(0, 3)]


def test_nothing_below_the_threshold_is_kept():
    assert kept({(0, 0): LIKELY, (2, 2): NOTHING}, threshold=0.8) == []


def test_every_span_up_to_the_longest_is_a_candidate():
    first, last, lengths = candidates([(1, 1), (2, 3), (4, 4)], 2)
    assert list(zip(first, last, lengths, strict=True)) == [(0, 0, 0), (0, 1, 1), (1, 1, 0), (1, 2, 1), (2, 2, 0)]


def test_a_label_that_holds_both_ways_is_the_mean_of_both():
    one, other = ((0, 0), (2, 2)), ((2, 2), (0, 0))
    scores = np.array([[0.2, 0.6, 0.2], [0.6, 0.2, 0.2]], dtype=np.float32)
    found = undirected([one, other], scores, [1])
    np.testing.assert_allclose(found[one], [0.2, 0.4, 0.2], atol=1e-6)
    np.testing.assert_allclose(found[other], [0.6, 0.4, 0.2], atol=1e-6)


def test_zones_tell_which_of_the_pair_comes_first():
    straight, swapped = zones(np.array([[1, 1, 3, 3], [3, 3, 1, 1]]), 5)
    assert (straight[1], straight[3]) == (FIRST, SECOND)
    assert (swapped - straight == ZONES).all()


def test_distance_has_other_buckets_for_the_other_order():
    one, other = distances(np.array([[1, 1, 3, 3], [3, 3, 1, 1]]))
    assert other - one == DISTANCES
