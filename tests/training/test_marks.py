"""Two parties are marked in their sentence, as the network of `training.looks` is given them."""

from avowed.annotate.encoder.pieces import WORD, sentence_pieces, windows
from training.looks.marks import MOST, OPENS, marked

TEXT = "The Marrow Brigade shelled Velm at dawn. Nobody was hurt."
BRIGADE, VELM = (4, 18), (27, 31)


def words(text):
    bounds = [match.span() for match in WORD.finditer(text)]
    return [1000 + start for start, _ in bounds], bounds


def window(text, *sentences):
    (found,) = windows([sentence_pieces(text, start, end, words) for start, end in sentences], 512)
    return found


def shown(text, told):
    """The pieces as words, each mark as its number in brackets."""
    at = {1000 + start: text[start:end] for start, end in words(text)[1]}
    return " ".join(
        f"[{mark}]" if mark else at.get(piece, "-") for piece, mark in zip(told.ids, told.marks, strict=True)
    )


def two_sentences():
    return window(TEXT, (0, 40), (41, len(TEXT)))


def test_both_spans_are_marked_and_the_next_sentence_is_left_out():
    told = marked(window(TEXT, (0, len(TEXT))), ([BRIGADE], [VELM]), (2, 3))
    assert shown(TEXT, told).startswith("- The [3] Marrow Brigade [30] shelled [34] Velm [60] at dawn .")
    apart = marked(two_sentences(), ([BRIGADE], [VELM]), (2, 3))
    assert len(apart.ids) < len(told.ids)


def test_it_is_told_where_the_marks_open():
    told = marked(two_sentences(), ([BRIGADE], [VELM]), (2, 3))
    assert [told.marks[at] for at in told.opens] == [OPENS[0] + 2, OPENS[1] + 3]


def test_a_name_within_a_longer_name_is_marked_inside_it():
    told = marked(two_sentences(), ([BRIGADE], [(11, 18)]), (2, 2))
    assert shown(TEXT, told).startswith("- The [3] Marrow [33] Brigade [60] [30] shelled")


def test_of_a_very_long_sentence_the_part_around_the_spans_is_kept():
    text = "word " * 200 + "Marrow shelled Velm " + "word " * 200
    start = text.index("Marrow")
    told = marked(window(text, (0, len(text))), ([(start, start + 6)], [(start + 15, start + 19)]), (1, 1))
    assert len(told.ids) <= MOST + 6
    assert "[2] Marrow [30] shelled [32] Velm [60]" in shown(text, told)
