"""The matcher of event mentions: pairs compare the same either way, likely pairs are gathered, labels are learned."""

from collections import Counter
from dataclasses import replace

import numpy as np

from benchmarks.events.features import HEADS, STORY, SURROUNDINGS, Comparer, learned, meanings
from benchmarks.events.matcher import Network, clusters
from benchmarks.events.mention import EventView, Rarity
from benchmarks.events.pairs import Pairs

NOBODY: frozenset[str] = frozenset()


def _view(head: str, document: str = "1_1ecb", event: str = "e", at: int = 0) -> EventView:
    lemmas = frozenset([head])
    words = {"around": {head: 1.0}, "story": {head: 1.0}, "opening": {head: 1.0}}
    sets = dict.fromkeys(("names", "persons", "places", "numbers", "days", "before", "behind", "beside"), NOBODY)
    return EventView(document, (document, (at, at + 1)), event, head, head, "VERB", lemmas, 0, **words, **sets)


def test_which_mention_comes_first_is_nothing() -> None:
    one, other = _view("arrest"), replace(_view("detain", "1_2ecb"), names=frozenset(["sarn"]))
    compare = Comparer(Rarity([["arrest"], ["detain"], ["sarn"]]), Counter(["arrest", "detain"]))
    assert compare(one, other) == compare(other, one)


def test_words_of_one_kind_of_happening_meet() -> None:
    assert meanings("quake") & meanings("earthquake")
    assert not meanings("quake") & meanings("arrest")


def test_what_topics_show_counts_only_between_reports() -> None:
    topic = [_view("hit"), _view("strike", "1_2ecb"), _view("ram")]
    assert set(learned([topic])) == {("hit", "strike"), ("ram", "strike")}


def test_likely_pairs_are_gathered_and_unlikely_ones_left_apart() -> None:
    likely = np.array([0.9, 0.1, 0.2], np.float32)  # second with first, third with first, third with second
    assert sorted(map(sorted, clusters(3, likely))) == [[0, 1], [2]]


def test_what_was_learned_of_two_words_is_added_to_what_a_pair_shows_by_itself() -> None:
    one, other = _view("arrest"), _view("detain", "1_2ecb")
    pairs = Pairs.of([one, other], Comparer(Rarity([["arrest"], ["detain"]]), Counter(["arrest", "detain"])))
    rows = np.arange(1)
    untold, told = pairs.taught({}, rows)[0], pairs.taught({("arrest", "detain"): (9.0, 9.0)}, rows)[0]
    learned_of = pairs.plain.shape[1]
    assert (untold[:learned_of] == told[:learned_of]).all()
    assert told[learned_of] > untold[learned_of]


def test_named_columns_are_where_they_are_said_to_stand() -> None:
    one = _view("arrest")
    other = replace(one, document="1_2ecb", story={"arrest": 0.5}, around={"arrest": 0.25})
    (row,) = Pairs.of([one, other], Comparer(Rarity([["arrest"]]), Counter(["arrest"]))).plain
    assert (row[HEADS], row[STORY], row[SURROUNDINGS]) == (1.0, 0.5, 0.25)


def test_a_network_learns_a_plain_difference() -> None:
    features = np.random.default_rng(3).normal(size=(9000, 4)).astype(np.float32)
    label = (features[:, 0] > 0).astype(np.float32)
    network = Network.train(features, label, np.ones(9000, np.float32), seed=0)
    assert ((network(features) > 0.5) == (label > 0)).mean() > 0.9
