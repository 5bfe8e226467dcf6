"""Relations are right only with both exact ends and the type; direction counts unless the type has none."""

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.relations import Relation, only, score_relations, snapped
from benchmarks.scoring.spans import TypedSpan, score_spans

A, B, C = (0, 5), (10, 15), (20, 25)


def test_a_mention_of_another_type_is_wrong():
    assert score_spans([TypedSpan(0, 5, "Person")], [TypedSpan(0, 5, "Organisation")]) == Counts(0, 1, 0, 1)


def test_a_mention_one_character_longer_is_wrong():
    assert score_spans([TypedSpan(0, 6, "Person")], [TypedSpan(0, 5, "Person")]) == Counts(0, 1, 0, 1)


def test_a_symmetric_relation_may_be_given_either_way_round():
    assert score_relations([Relation(B, A, "AlliesOf")], [Relation(A, B, "AlliesOf")]) == Counts(1, 1, 1, 1)


def test_a_symmetric_relation_given_both_ways_counts_once():
    both = [Relation(A, B, "Apart"), Relation(B, A, "Apart")]
    assert score_relations(both, [Relation(A, B, "Apart")]) == Counts(1, 1, 1, 1)


def test_a_directed_relation_the_wrong_way_round_is_wrong():
    assert score_relations([Relation(B, A, "BelongsTo")], [Relation(A, B, "BelongsTo")]) == Counts(0, 1, 0, 1)


def test_the_signed_four_leave_the_others_out():
    kept = only([Relation(A, B, "Likes"), Relation(A, B, "CoLocated")])
    assert kept == [Relation(A, B, "Likes")]


def test_given_mentions_take_the_ends_that_overlap_them():
    found = snapped([Relation((1, 4), (9, 15), "Likes")], [A, B, C])
    assert found == [Relation(A, B, "Likes")]


def test_an_end_without_a_given_mention_drops_the_relation():
    assert snapped([Relation((6, 9), B, "Likes")], [A, B]) == []


def test_two_ends_in_one_given_mention_drop_the_relation():
    assert snapped([Relation((0, 2), (3, 5), "Likes")], [A, B]) == []
