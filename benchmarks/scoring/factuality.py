"""How sure a predicate is, -3 to 3: Pearson's r, mean absolute error and the share of right signs."""

from collections.abc import Iterable

import numpy as np

from benchmarks.scoring.counts import Table, ratio


def sums(pairs: Iterable[tuple[float, float]]) -> list[float]:
    """What the figures need of (said, true) pairs, as numbers that add up over documents."""
    table = np.asarray(list(pairs), dtype=float).reshape(-1, 2)
    said, true = table[:, 0], table[:, 1]
    squares = [(said * said).sum(), (true * true).sum(), (said * true).sum()]
    right = ((said > 0) == (true > 0)).sum()
    return [float(n) for n in (len(table), said.sum(), true.sum(), *squares, np.abs(said - true).sum(), right)]


def pearson(table: Table) -> Table:
    """Pearson's r; 0 where one side is constant."""
    number, said, true, said2, true2, both, *_ = np.moveaxis(table, -1, 0)
    spread = (number * said2 - said * said) * (number * true2 - true * true)
    return ratio(number * both - said * true, np.sqrt(np.maximum(spread, 0)))


def mean_absolute_error(table: Table) -> Table:
    """The mean distance between said and true."""
    return ratio(table[..., 6], table[..., 0])


def sign_accuracy(table: Table) -> Table:
    """The share of predicates on the right side of nought; nought itself is the negative side."""
    return ratio(table[..., 7], table[..., 0])
