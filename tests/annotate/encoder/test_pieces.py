"""Windows of word pieces keep their place in the text."""

import pytest

from avowed.annotate.encoder.pieces import (
    LOWER,
    MARK,
    MIXED,
    NUMBER,
    TITLE,
    UNKNOWN,
    UPPER,
    WORD,
    one_case,
    sentence_pieces,
    shape,
    windows,
)


def halves(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Pieces of at most three letters, as a tokenizer might cut them."""
    bounds = [
        (at, min(at + 3, match.end())) for match in WORD.finditer(text) for at in range(match.start(), match.end(), 3)
    ]
    return [200 + end - start for start, end in bounds], bounds


def cut(text: str, *bounds: tuple[int, int]):
    return [sentence_pieces(text, start, end, halves) for start, end in bounds or ((0, len(text)),)]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("rebels", LOWER),
        ("Rebels", TITLE),
        ("FMLN", UPPER),
        ("A", TITLE),
        ("McCain", MIXED),
        ("42", NUMBER),
        ("-", MARK),
    ],
)
def test_a_words_shape_is_how_it_is_written(word, written):
    assert shape(word) == written


@pytest.mark.parametrize("text", ["THE ARMY FLED IN FEAR", "the army fled", "1990"])
def test_a_text_in_one_case_tells_nothing_by_case(text):
    assert one_case(text)


def test_the_pieces_of_an_upper_case_sentence_have_no_shape():
    assert set(cut("THE ARMY FLED")[0].shapes) == {UNKNOWN}


def test_offsets_point_into_the_whole_text():
    text = "One. The rebels fled."
    (window,) = windows(cut(text, (0, 4), (5, 21)), 64)
    first, last = window.words[3]
    assert text[window.offsets[first][0] : window.offsets[last][1]] == "rebels"


def test_a_word_owns_all_of_its_pieces():
    assert cut("The rebels fled")[0].words == ((0, 0), (1, 2), (3, 4))


def test_a_window_holds_whole_sentences_up_to_its_room():
    text = "aa bb cc. dd ee ff. gg hh ii."
    made = windows(cut(text, (0, 9), (10, 19), (20, 29)), 10)
    assert [len(window.sentences) for window in made] == [2, 1]


def test_a_sentence_longer_than_a_window_is_cut_between_words():
    text = " ".join(["word"] * 40)
    made = windows(cut(text), 12)
    assert all(len(window.ids) <= 12 for window in made)
    assert sum(len(window.words) for window in made) == 40


def test_with_overlap_the_last_sentence_opens_the_next_window_but_is_not_fresh():
    text = "aa bb cc. dd ee ff. gg hh ii."
    first, second = windows(cut(text, (0, 9), (10, 19), (20, 29)), 10, overlap=4)
    assert second.offsets[1] == first.offsets[first.sentences[1][0]]
    assert second.offsets[second.fresh] == (20, 22)


def test_every_word_of_a_text_is_in_some_window():
    text = "aa bb cc. dd ee ff. gg hh ii."
    made = windows(cut(text, (0, 9), (10, 19), (20, 29)), 7)
    assert sum(len(window.words) for window in made) == len(WORD.findall(text))
