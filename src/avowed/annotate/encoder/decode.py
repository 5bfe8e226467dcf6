"""From a window's projected vectors to spans and pairs with probabilities; equal scores fall to the earlier span."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import overload

import numpy as np

from avowed.annotate.encoder.heads import Floats, Heads, Ints, candidates, softmax
from avowed.annotate.encoder.pieces import Window

Words = tuple[int, int]
EXACT = 4  # decimals of a score that are the same on any number of threads
UNHEATED: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """A span of words that the model would label so."""

    words: Words
    column: int
    score: float
    row: int


class Spans(Sequence[Words]):
    """The candidate spans of a window as two columns, first and last word: of thousands a few are asked for."""

    def __init__(self, first: Ints, last: Ints) -> None:
        self._first, self._last = first, last

    def __len__(self) -> int:
        return len(self._first)

    @overload
    def __getitem__(self, row: int) -> Words: ...

    @overload
    def __getitem__(self, row: slice) -> "Spans": ...

    def __getitem__(self, row: int | slice) -> "Words | Spans":
        first, last = self._first[row], self._last[row]
        return Spans(first, last) if isinstance(row, slice) else (int(first), int(last))

    def at(self, rows: Ints) -> Iterator[Words]:
        """The spans of these rows, in their order."""
        return zip(self._first[rows].tolist(), self._last[rows].tolist(), strict=True)


def span_scores(
    heads: Heads,
    projected: Floats,
    window: Window,
    schemes: Sequence[str],
    longest: int,
    temperatures: Mapping[str, float] = UNHEATED,
) -> tuple[Spans, dict[str, Floats]]:
    """Every candidate span, and for each scheme the probabilities (spans, labels)."""
    words, hidden = span_vectors(heads, projected, window, longest)
    return words, {one: heated(heads, one, hidden, temperatures) for one in schemes}


def span_vectors(heads: Heads, projected: Floats, window: Window, longest: int) -> tuple[Spans, Floats]:
    """Every candidate span with its hidden vector, from which each scheme's chances are a small layer away."""
    first, last, _ = candidates(window.words, longest)
    pieces = np.array(window.words, dtype=np.int64).reshape(-1, 2)
    return Spans(first, last), heads.all_spans(projected, pieces, longest)


def heated(heads: Heads, name: str, hidden: Floats, temperatures: Mapping[str, float]) -> Floats:
    """Probabilities of one head's labels from hidden vectors, softened by its temperature."""
    return softmax(heads.linear(name, hidden) / np.float32(temperatures.get(name, 1.0)))


def chosen(words: Sequence[Words], chances: Floats, threshold: float, nested: float = 1.0) -> list[Found]:
    """The best spans that do not overlap; one inside another is let through from the `nested` score on."""
    some = 1.0 - chances[:, 0]
    best = chances[:, 1:].argmax(axis=1) + 1
    order = sorted(
        np.flatnonzero(some >= threshold).tolist(), key=lambda row: (-round(float(some[row]), 5), words[row])
    )
    kept: list[Found] = []
    for row in order:
        one = Found(words[row], int(best[row]), float(some[row]), row)
        if all(_apart(one, other, nested) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.words)


def _apart(one: Found, other: Found, nested: float) -> bool:
    (first, last), (first_2, last_2) = one.words, other.words
    if last < first_2 or last_2 < first:
        return True
    inside = (first >= first_2 and last <= last_2) or (first <= first_2 and last >= last_2)
    return inside and one.words != other.words and one.score >= nested


def piece_ends(window: Window, pairs: Sequence[tuple[Words, Words]]) -> Ints:
    """(pairs, 4): first and last piece of subject and object."""
    words = window.words
    ends = [(words[s[0]][0], words[s[1]][1], words[o[0]][0], words[o[1]][1]) for s, o in pairs]
    return np.array(ends, dtype=np.int64).reshape(-1, 4)


def pair_scores(
    heads: Heads,
    projected: Floats,
    window: Window,
    pairs: Sequence[tuple[Words, Words]],
    names: Sequence[str],
    temperatures: Mapping[str, float] = UNHEATED,
) -> tuple[dict[str, Floats], Floats]:
    """For each pair head the probabilities (pairs, labels), and the first attention head's looks (pairs, pieces)."""
    hidden, looks = heads.pairs(projected, piece_ends(window, pairs))
    return {name: heated(heads, name, hidden, temperatures) for name in names}, looks


def undirected(
    pairs: Sequence[tuple[Words, Words]], chances: Floats, symmetric: Sequence[int]
) -> Mapping[tuple[Words, Words], Floats]:
    """Pair -> probabilities, where each symmetric label has the mean of both directions."""
    return dict(zip(pairs, both_ways(pairs, chances, symmetric), strict=True))


def both_ways(pairs: Sequence[tuple[Words, Words]], chances: Floats, symmetric: Sequence[int]) -> Floats:
    """The probabilities with the mean of both directions in each symmetric column, where both were asked for."""
    row_of = {pair: row for row, pair in enumerate(pairs)}
    back = np.array([row_of.get((other, one), row) for row, (one, other) in enumerate(pairs)], dtype=np.int64)
    columns = list(symmetric)
    found = chances.copy()
    found[:, columns] = (chances[:, columns] + chances[back][:, columns]) / 2
    return found
