"""Sayings are compared token by token; a pair is right with enough of the content and the same head of the source."""

from benchmarks.scoring.attribution import Saying, head, score_pairs, score_parts, tokenised
from benchmarks.scoring.counts import Counts

TEXT = 'Two officials of the port said the boats had left by noon , and that "none remained" there .'


def at(words, text=TEXT):
    return (text.index(words), text.index(words) + len(words))


GOLD = Saying(at("Two officials of the port"), at("said"), (at("the boats had left by noon"),))


def test_the_same_tokens_are_the_same_span():
    assert {part: one.right for part, one in score_parts(TEXT, [GOLD], [GOLD]).items()} == {
        "source": 1,
        "cue": 1,
        "content": 1,
    }


def test_a_span_one_token_longer_is_wrong():
    said = Saying(at("Two officials of the port said"), at("said"), GOLD.content)
    assert score_parts(TEXT, [said], [GOLD])["source"] == Counts(0, 1, 0, 1)


def test_a_space_at_the_edge_changes_nothing():
    start, end = at("said")
    said = Saying(GOLD.source, (start, end + 1), GOLD.content)
    assert score_parts(TEXT, [said], [GOLD])["cue"] == Counts(1, 1, 1, 1)


def test_a_content_in_pieces_reaches_from_its_first_to_its_last_token():
    pieces = Saying(None, at("said"), (at("the boats"), at("by noon")))
    assert score_parts(TEXT, [pieces], [GOLD])["content"] == Counts(1, 1, 1, 1)


def test_the_head_of_a_source_stands_before_its_preposition():
    start, end = TEXT.index("officials"), TEXT.index("officials") + len("officials")
    found = head(TEXT, tokenised(TEXT), GOLD.source)
    assert tokenised(TEXT)[found] == (start, end)


def test_a_pair_is_right_when_the_source_is_shorter_and_nine_tenths_of_the_content_are_there():
    said = Saying(at("officials"), None, (at("boats had left by noon"),))
    assert score_pairs(TEXT, [said], [GOLD]) == Counts(1, 1, 1, 1)


def test_a_pair_with_half_the_content_is_wrong():
    said = Saying(at("officials"), None, (at("the boats had"),))
    assert score_pairs(TEXT, [said], [GOLD]) == Counts(0, 1, 0, 1)


def test_a_pair_with_another_source_is_wrong():
    said = Saying(at("the port"), None, GOLD.content)
    assert score_pairs(TEXT, [said], [GOLD]) == Counts(0, 1, 0, 1)


def test_a_saying_without_a_source_agrees_only_with_one_without():
    nobody = Saying(None, at("said"), GOLD.content)
    assert score_pairs(TEXT, [nobody], [GOLD]).right == 0
    assert score_pairs(TEXT, [nobody], [nobody]).right == 1
