"""Where the second layers look: at the predicate, the word it hangs on, those right beside it, and those that hang on it."""

from collections.abc import Callable, Sequence

import numpy as np

from avowed.annotate.layers.sheet import Floats
from avowed.annotate.parsing.parsed import Token

PLACES = 5
VectorOf = Callable[[Token], Floats | None]


def neighbours(word: Token) -> tuple[Sequence[Token], ...]:
    """The words at each of the places; a place may have none."""
    doc, sentence = word.doc, word.sent
    above = () if word.head is word else (word.head,)
    before = (doc[word.i - 1],) if word.i > sentence.start else ()
    behind = (doc[word.i + 1],) if word.i + 1 < sentence.end else ()
    return (word,), above, before, behind, word.children


def seen_around(word: Token, vector_of: VectorOf, size: int) -> Floats:
    """(PLACES, size): the mean vector of the words at each place, nought where there is none."""
    found = np.zeros((PLACES, size), dtype=np.float32)
    for place, words in enumerate(neighbours(word)):
        vectors = [vector for one in words if (vector := vector_of(one)) is not None]
        if vectors:
            found[place] = np.mean(vectors, axis=0)
    return found
