"""Whether things scored 0.8 are right eight times in ten: expected calibration error over ten equal bins."""

from collections.abc import Iterable

import numpy as np

from benchmarks.scoring.counts import Table, ratio

BINS = 10


def sums(scored: Iterable[tuple[float, bool]]) -> list[float]:
    """Number, sum of scores and number right of each bin, one bin after the other, from (score, right) pairs."""
    table = np.zeros((BINS, 3))
    for score, right in scored:
        table[min(int(score * BINS), BINS - 1)] += (1, score, right)
    return [float(n) for n in table.ravel()]


def expected_calibration_error(table: Table) -> Table:
    """The mean gap between score and share right, weighted by bin (Naeini et al. 2015); sums is (..., 30)."""
    bins = table.reshape(*table.shape[:-1], BINS, 3)
    gaps = np.abs(bins[..., 1] - bins[..., 2]).sum(-1)
    return ratio(gaps, bins[..., 0].sum(-1))
