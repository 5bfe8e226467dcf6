"""The challenge of names: no merge of what is not the same, nearly all decided rightly, few left to a person."""

import pytest

from avowed import registry
from benchmarks.resolve import challenge


@pytest.fixture(scope="module")
def found() -> challenge.Score:
    return challenge.score(registry.known_actors())


def test_the_table_is_large_and_has_every_verdict() -> None:
    pairs = challenge.pairs()
    assert len(pairs) >= 200
    assert {pair.verdict for pair in pairs} == {"same", "not-same", "cannot-tell"}


def test_nothing_is_merged_that_is_not_the_same(found: challenge.Score) -> None:
    assert found.wrong_merges == 0


def test_nearly_all_that_is_decided_is_right(found: challenge.Score) -> None:
    assert found.right >= 0.95


def test_few_pairs_are_left_to_a_person(found: challenge.Score) -> None:
    assert found.asked <= 0.10
