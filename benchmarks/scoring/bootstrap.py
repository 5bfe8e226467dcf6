"""A figure with its interval over documents; the seed is fixed, so the same rows give the same interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring.counts import Table

DRAWS = 2000
SEED = 1992
Figure = Callable[[Table], Table]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, the 95 % interval of its bootstrap, and the number of documents behind it."""

    value: float
    low: float
    high: float
    documents: int


def estimate(rows: Sequence[Sequence[float]], figure: Figure, draws: int = DRAWS, seed: int = SEED) -> Estimate:
    """The figure of the summed rows, one row a document, and its interval when documents are drawn with replacement.

    `figure` takes sums of shape (..., columns) and gives shape (...). Percentile bootstrap (Efron 1979).
    """
    if not rows:
        return Estimate(0.0, 0.0, 0.0, 0)
    table = np.asarray(rows, dtype=float)
    low, high = np.percentile(figure(_drawn_sums(table, draws, seed)), [2.5, 97.5])
    return Estimate(float(figure(table.sum(axis=0))), float(low), float(high), len(rows))


def _drawn_sums(table: Table, draws: int, seed: int) -> Table:
    documents = len(table)
    times = np.random.default_rng(seed).multinomial(documents, np.full(documents, 1 / documents), size=draws)
    return times.astype(float) @ table
