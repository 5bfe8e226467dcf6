"""The challenge of names: no merge of what is not the same, nearly all decided rightly, few left to a person."""

from avowed import registry
from benchmarks.resolve import challenge

FOUND = challenge.score(registry.known_actors())


def test_the_table_is_large_and_has_every_verdict() -> None:
    pairs = challenge.pairs()
    assert len(pairs) >= 200
    assert {pair.verdict for pair in pairs} == {"same", "not-same", "cannot-tell"}


def test_nothing_is_merged_that_is_not_the_same() -> None:
    assert FOUND.wrong_merges == 0


def test_nearly_all_that_is_decided_is_right() -> None:
    assert FOUND.right >= 0.95


def test_few_pairs_are_left_to_a_person() -> None:
    assert FOUND.asked <= 0.10
