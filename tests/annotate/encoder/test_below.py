import numpy as np

from avowed.annotate.encoder.below import gathered
from avowed.annotate.encoder.pieces import Sentence, windows

WORDS = 4


def sentence(number, words=WORDS):
    places = tuple((20 * number + at, 20 * number + at + 1) for at in range(words))
    return Sentence(
        20 * number, 20 * number + words, (7,) * words, (0,) * words, places, tuple((at, at) for at in range(words))
    )


def told_apart(short):
    """Vectors that name their window and place."""
    return [
        np.array([[number, piece] for piece in range(len(one.ids))], np.float32) for number, one in enumerate(short)
    ]


def test_every_piece_of_a_long_window_has_the_vector_of_the_short_window_that_holds_it():
    cut = [sentence(number) for number in range(4)]
    short, (long,) = windows(cut, 2 * WORDS + 2), windows(cut, 64)
    found = gathered(long, short, told_apart(short))
    assert len(short) == 2
    inner = [(number, piece) for number in range(2) for piece in range(1, 2 * WORDS + 1)]
    assert [tuple(row) for row in found[1:-1].astype(int).tolist()] == inner


def test_the_frame_of_a_long_window_is_that_of_the_first_and_the_last_short_window():
    cut = [sentence(number) for number in range(6)]
    short, long = windows(cut, 2 * WORDS + 2), windows(cut, 4 * WORDS + 2)
    first, second = (gathered(one, short, told_apart(short)) for one in long)
    end = 2 * WORDS + 1
    assert (first[0].tolist(), first[-1].tolist()) == ([0, 0], [1, end])
    assert (second[0].tolist(), second[-1].tolist()) == ([2, 0], [2, end])


def test_a_window_is_its_own_where_both_are_of_one_length():
    short = windows([sentence(0), sentence(1)], 64)
    assert np.array_equal(gathered(short[0], short, told_apart(short)), told_apart(short)[0])


def test_a_piece_that_no_short_window_holds_has_noughts():
    held, whole = sentence(0, 2), sentence(0, 3)
    short, (long,) = windows([held], 8), windows([whole], 8)
    found = gathered(long, short, [one + 1 for one in told_apart(short)])
    assert found[3].tolist() == [0, 0]
    assert found[2].all()
