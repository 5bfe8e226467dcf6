"""Figures of corpora as lines of a result: one number each, of one run, which no floor pins."""

import sys

from benchmarks.corpus.watching import Cost, watched
from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import OURS, Line


def figure(part: str, metric: str, value: float, documents: int, system: str = OURS) -> Line:
    """One figure of one run."""
    return Line(system, part, metric, Estimate(value, value, value, documents), pinned=False)


def step(*what: str) -> Cost:
    """A step of `benchmarks.corpus` in a process of its own, watched."""
    return watched([sys.executable, "-m", "benchmarks.corpus", *what])
