"""A long window's vectors as the encoder's lower layers gave them to the shorter windows that hold its pieces.

Two models that share their lower layers need not run them twice, even where one of them looks farther than the other.
"""

from collections.abc import Sequence

import numpy as np

from avowed.annotate.encoder.heads import Floats
from avowed.annotate.encoder.pieces import Window


def gathered(window: Window, short: Sequence[Window], vectors: Sequence[Floats]) -> Floats:
    """(pieces, hidden): each piece's vector from the short window that has it, its frame's from the first and the last of them.

    A piece that no short window holds, since its word is longer than such a window, has noughts.
    """
    held = {
        offsets: (number, piece)
        for number, one in reversed(tuple(enumerate(short)))
        for piece, offsets in reversed(tuple(enumerate(one.offsets[1:-1], start=1)))
    }
    found = np.zeros((len(window.ids), vectors[0].shape[1]), dtype=np.float32)
    places = [held.get(offsets) for offsets in window.offsets[1:-1]]
    numbers = [place[0] for place in places if place]
    for at, place in enumerate(places, start=1):
        if place:
            found[at] = vectors[place[0]][place[1]]
    found[0], found[-1] = vectors[min(numbers, default=0)][0], vectors[max(numbers, default=0)][-1]
    return found
