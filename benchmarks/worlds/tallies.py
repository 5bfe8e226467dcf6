"""Sympathy and hostility apart: whether the range of each holds what such a world brings on average."""

from collections.abc import Mapping, Sequence

from avowed.assess.closeness import tally
from avowed.assess.weigh import weights
from avowed.model.findings import Range, Tally
from avowed.model.vocabulary import Voice
from avowed.settings import defaults
from benchmarks.worlds.measuring import AS_OF, Row
from benchmarks.worlds.sources import reported
from benchmarks.worlds.world import world

_REDRAWN = 12


def tally_rows(seeds: Sequence[int]) -> Mapping[str, list[Row]]:
    """Figure -> a row for each world; the truth is the mean over worlds in which chance alone is drawn anew."""
    found: dict[str, list[Row]] = {}
    for seed in seeds:
        told = _told(seed, 0)
        others = [_told(seed, again) for again in range(1, _REDRAWN + 1)]
        for name in ("sympathy", "hostility"):
            mean = sum(getattr(other, name) for other in others) / len(others)
            around: Range = getattr(told, f"{name}_range")
            row = (float(around.low <= mean <= around.high), 1.0)
            found.setdefault(f"{name}: 80 % range covers its expectation", []).append(row)
    return found


def _told(seed: int, again: int) -> Tally:
    shown = [tie for tie in reported(world(seed, again)) if tie.voice is not Voice.STATED]
    return tally(shown, weights(shown, defaults(), {}, AS_OF))
