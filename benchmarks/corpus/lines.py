"""Figures of corpora as lines of a result: one number each, of one run, which no floor pins."""

import os
import sys
from collections.abc import Sequence

from benchmarks.corpus.watching import Cost, watched
from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import OURS, QUICK_STEP, Line


def sizes(what: str, usual: Sequence[int], quick: bool) -> list[int]:
    """How many reports: the usual numbers, a tenth of them in a quick run, or others from the surroundings.

    `AVOWED_BENCH_READ=300,3000` measures on a machine that has little time; the figures say of how many they are.
    """
    given = os.environ.get(f"AVOWED_BENCH_{what.upper()}")
    wanted = [int(one) for one in given.split(",")] if given else list(usual)
    return [one // QUICK_STEP for one in wanted] if quick else wanted


def figure(part: str, metric: str, value: float, documents: int, system: str = OURS) -> Line:
    """One figure of one run."""
    return Line(system, part, metric, Estimate(value, value, value, documents), pinned=False)


def step(*what: str) -> Cost:
    """A step of `benchmarks.corpus` in a process of its own, watched."""
    return watched([sys.executable, "-m", "benchmarks.corpus", *what])
