"""Right, predicted and gold, counted; counts of documents add up to the counts of a corpus."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counts:
    """What precision and recall are made of; the two numerators differ where matching is not one to one."""

    right: float = 0.0
    predicted: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        """The counts of both together."""
        return Counts(*(mine + theirs for mine, theirs in zip(self.row, other.row, strict=True)))

    @property
    def row(self) -> tuple[float, float, float, float]:
        """The four numbers in the order in which figures take them."""
        return (self.right, self.predicted, self.found, self.gold)


def count(predicted: Collection[object], gold: Collection[object]) -> Counts:
    """Counts of two collections of comparable things; a thing said twice counts once."""
    said, true = set(predicted), set(gold)
    both = len(said & true)
    return Counts(both, len(said), both, len(true))


def ratio(part: Table, whole: Table) -> Table:
    """Part of whole, and 0 where there is no whole."""
    zero = np.zeros_like(np.asarray(part, dtype=float))
    return np.asarray(np.divide(part, whole, out=zero, where=np.asarray(whole) > 0))


def precision(sums: Table) -> Table:
    """Share of the predicted that is right; sums is (..., 4)."""
    return ratio(sums[..., 0], sums[..., 1])


def recall(sums: Table) -> Table:
    """Share of the gold that is found; sums is (..., 4)."""
    return ratio(sums[..., 2], sums[..., 3])


def f1(sums: Table) -> Table:
    """Harmonic mean of precision and recall; sums is (..., 4)."""
    return harmonic(precision(sums), recall(sums))


def harmonic(one: Table, other: Table) -> Table:
    """The harmonic mean, and 0 where both are 0."""
    return ratio(2 * one * other, one + other)


def share(sums: Table) -> Table:
    """First column of the second: an accuracy; sums is (..., 2)."""
    return ratio(sums[..., 0], sums[..., 1])
