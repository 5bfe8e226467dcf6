"""Macro-F1 over classes; an answer that is none of the classes is only a miss."""

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from benchmarks.scoring.bootstrap import Figure
from benchmarks.scoring.counts import Table, ratio, share


def confusion(pairs: Iterable[tuple[Hashable, Hashable]], classes: Sequence[Hashable]) -> list[float]:
    """Right, said and true of each class, one class after the other, from (said, true) pairs."""
    known = list(pairs)
    return [float(n) for one in classes for n in _counts(known, one)]


def _counts(pairs: Sequence[tuple[Hashable, Hashable]], one: Hashable) -> tuple[int, int, int]:
    right = sum(said == one == true for said, true in pairs)
    return right, sum(said == one for said, _ in pairs), sum(true == one for _, true in pairs)


def macro_f1(sums: Table) -> Table:
    """The mean F1 of the classes; sums is (..., 3 x classes)."""
    by_class = sums.reshape(*sums.shape[:-1], -1, 3)
    return np.asarray(ratio(2 * by_class[..., 0], by_class[..., 1] + by_class[..., 2]).mean(axis=-1))


def accuracy(sums: Table) -> Table:
    """Right answers among all that have a class; sums is (..., 3 x classes)."""
    by_class = sums.reshape(*sums.shape[:-1], -1, 3)
    return share(np.stack([by_class[..., 0].sum(-1), by_class[..., 2].sum(-1)], axis=-1))


def class_f1(position: int) -> Figure:
    """The figure that is the F1 of one class."""
    return lambda sums: ratio(2 * sums[..., 3 * position], sums[..., 3 * position + 1] + sums[..., 3 * position + 2])
