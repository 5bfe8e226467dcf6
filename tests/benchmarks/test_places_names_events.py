"""Places, names and event clusters, each measure by a case worked out by hand."""

import numpy as np
import pytest

from benchmarks.scoring.coreference import b_cubed, ceaf_e, clusters, conll_f1, muc, score_clusters
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.geocoding import Located, distance, score_places
from benchmarks.scoring.names import hit, score_pair

GOLD = [Located((0, 5), 10.0, 10.0)]


def test_a_degree_of_latitude_is_111_kilometres():
    assert distance(Located((0, 1), 0, 0), Located((0, 1), 1, 0)) == pytest.approx(111.2, abs=0.1)


def test_a_place_within_161_kilometres_is_right():
    assert score_places([Located((0, 5), 11.4, 10.0)], GOLD) == Counts(1, 1, 1, 1)


def test_a_place_farther_off_is_wrong():
    assert score_places([Located((0, 5), 11.5, 10.0)], GOLD) == Counts(0, 1, 0, 1)


def test_the_right_place_on_other_words_is_wrong():
    assert score_places([Located((7, 9), 10.0, 10.0)], GOLD) == Counts(0, 1, 0, 1)


def test_a_country_is_right_by_identity_and_not_by_distance():
    country = [Located((0, 5), 60.0, 100.0, geonames=7, unit=True)]
    assert score_places([Located((0, 5), 55.0, 37.0, geonames=7)], country).right == 1
    assert score_places([Located((0, 5), 60.0, 100.0, geonames=8)], country).right == 0


def test_a_name_without_a_place_in_the_gold_neither_helps_nor_harms():
    assert score_places([Located((30, 35), 1.0, 1.0)], GOLD, ignored=[(30, 35)]) == Counts(0, 0, 0, 1)


def test_a_tie_at_the_top_is_a_miss():
    assert hit({"one": 0.9, "other": 0.8}, "one")
    assert not hit({"one": 0.9, "other": 0.9}, "one")


def test_a_pair_at_the_threshold_is_said_to_be_the_same():
    assert score_pair(0.7, same=False, threshold=0.7) == Counts(0, 1, 0, 0)


SAID = clusters({"a": 1, "b": 1, "c": 2, "d": 2})
TRUE = clusters({"a": 1, "b": 1, "c": 1, "d": 2})


def test_muc_counts_links():
    assert muc(SAID, TRUE) == Counts(1, 2, 1, 2)


def test_b_cubed_counts_mentions():
    found = b_cubed(SAID, TRUE)
    assert found.right == pytest.approx(2 + 0.5 + 0.5)
    assert found.found == pytest.approx(4 / 3 + 1 / 3 + 1)


def test_ceaf_e_aligns_clusters_one_to_one():
    assert ceaf_e(SAID, TRUE).right == pytest.approx(2 * 2 / 5 + 2 * 1 / 3)


def test_the_conll_figure_of_the_gold_itself_is_one():
    assert conll_f1(np.asarray(score_clusters(TRUE, TRUE))) == pytest.approx(1.0)
