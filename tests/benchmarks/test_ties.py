"""A tie is right by its parties, dimension and sign; what is arguable can be right and cannot be missed."""

from benchmarks.own_ties import ties
from benchmarks.scoring.counts import Counts
from benchmarks.scoring.ties import Party, Tie, right_scores, score_field, score_ties


def party(start, *names):
    return Party((start, start + 5), frozenset(names))


def tie(subject, object_, dimension="arms", sign=1, **fields):
    usual = {"quote": (0, 50), "voice": "observed", "factuality": "certain", "negated": False, "speaker": None}
    return Tie(subject, object_, dimension, sign, **{**usual, **fields})


A, B = party(0, "hill raiders"), party(20, "valley guard")


def test_overlapping_words_are_the_same_party():
    assert score_ties([tie(party(2), party(22))], [tie(A, B)]) == Counts(1, 1, 1, 1)


def test_another_mention_of_the_same_actor_is_the_same_party():
    assert score_ties([tie(party(70, "hill raiders", "raiders"), B)], [tie(A, B)]).right == 1


def test_the_wrong_way_round_is_wrong_where_direction_counts():
    assert score_ties([tie(B, A)], [tie(A, B)]).right == 0


def test_the_wrong_way_round_is_right_where_it_does_not():
    assert score_ties([tie(B, A, "clash", -1)], [tie(A, B, "clash", -1)]).right == 1


def test_another_sign_is_wrong():
    assert score_ties([tie(A, B, "stance", -1)], [tie(A, B, "stance", 1)]).right == 0


def test_an_arguable_tie_is_right_when_said_and_no_miss_when_not():
    arguable = tie(A, B, weight=0.5)
    assert score_ties([tie(A, B)], [arguable]) == Counts(1, 1, 0, 0)
    assert score_ties([], [arguable]) == Counts(0, 0, 0, 0)


def test_one_annotation_makes_one_said_tie_right():
    assert score_ties([tie(A, B), tie(A, B)], [tie(A, B)]) == Counts(1, 2, 1, 1)


def test_a_claim_and_its_denial_find_their_own_annotations():
    said = [tie(A, B, negated=True), tie(A, B)]
    assert score_field("negated", said, [tie(A, B), tie(A, B, negated=True)]) == (2, 2)


def test_fields_are_scored_on_matched_ties_only():
    said = [tie(A, B, voice="stated"), tie(A, B, "finance", voice="stated")]
    assert score_field("voice", said, [tie(A, B)]) == (0, 1)


def test_no_speaker_is_right_only_where_there_is_none():
    assert score_field("speaker", [tie(A, B)], [tie(A, B)]) == (1, 1)
    assert score_field("speaker", [tie(A, B)], [tie(A, B, speaker=A)]) == (0, 1)


def test_every_said_tie_has_its_score_and_whether_it_is_right():
    said = [tie(A, B, score=0.9), tie(B, A, score=0.3)]
    assert right_scores(said, [tie(A, B)]) == [(0.9, True), (0.3, False)]


def test_a_reading_gives_ties_with_the_names_of_their_actors_and_the_innermost_speaker():
    reading = {
        "report": {"text": ""},
        "mentions": [
            {"id": "m1", "start": 0, "end": 5, "actor": "a1"},
            {"id": "m2", "start": 9, "end": 12, "actor": None},
        ],
        "actors": [{"id": "a1", "name": "The Hill Raiders", "aliases": ["HR"]}],
        "assertions": [
            {
                "kind": "tie",
                "subject": "m1",
                "object": "m2",
                "dimension": "arms",
                "sign": 1,
                "quote": [0, 12],
                "voice": "assessed",
                "factuality": "probable",
                "negated": False,
                "score": 0.7,
                "attribution": [{"text": "the paper"}, {"text": "An envoy", "span": [20, 28], "mention": None}],
            }
        ],
    }
    (found,) = ties(reading)
    assert found.subject == Party((0, 5), frozenset({"hill raiders", "hr"}))
    assert found.speaker == Party((20, 28), frozenset({"envoy"}))
