"""What resolving is worth: the challenge of names, copies, invented incidents, and what a large case costs.

`python -m benchmarks.resolve [--data FOLDER] [--reports 10000]` prints the figures; nothing is stored.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import numpy as np

from avowed import registry
from avowed.resolve.actors import resolve_actors
from avowed.resolve.copies import families
from avowed.walk.memory import collecting_later
from benchmarks.resolve import case, challenge, copies, crowd, incidents
from benchmarks.scoring.counts import Counts, count, f1
from benchmarks.sets import data_root

_SEEDS = range(60, 90)  # not those on which the threshold was set


def main() -> None:
    """Print every figure, one a line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolve", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the development sets (AVOWED_DATA)")
    parser.add_argument("--reports", type=int, default=10_000, help="size of the large case")
    asked = parser.parse_args()
    for figures in (
        _names(),
        _incidents(),
        _cost(asked.reports),
        _whole(asked.reports),
        _copies(data_root(asked.data)),
    ):
        for name, value in figures:
            print(f"{name:58s} {value}")


def _names() -> Iterator[tuple[str, str]]:
    found = challenge.score(registry.known_actors())
    yield "challenge: pairs", str(len(challenge.pairs()))
    yield "challenge: right among the decided", f"{found.right:.3f}"
    yield "challenge: merged though not the same", str(found.wrong_merges)
    yield "challenge: left to a person", f"{found.asked:.3f}"
    for pair, said in found.wrong:
        yield f"  {pair.one} ~ {pair.other}", f"is {pair.verdict}, said {said}"


def _incidents() -> Iterator[tuple[str, str]]:
    scores = [incidents.score(seed) for seed in _SEEDS]
    for name, counts in (("B-cubed", [one for one, _ in scores]), ("pairs", [other for _, other in scores])):
        yield f"invented incidents, {len(_SEEDS)} sets: {name} F1", f"{_f1(sum(counts, Counts())):.3f}"


def _cost(reports: int) -> Iterator[tuple[str, str]]:
    known = registry.known_actors()
    for size in (reports // 10, reports):
        occurrences = crowd.occurrences(size)
        start = process_time()
        with collecting_later():
            found = resolve_actors(occurrences, (), known)
        taken = process_time() - start
        yield f"{len(occurrences):,} occurrences of {size:,} reports", f"{taken:.2f} s, {len(found.actors):,} actors"


def _whole(reports: int) -> Iterator[tuple[str, str]]:
    """Actors, copies and incidents out of the database and back into it."""
    for size in (reports // 10, reports):
        with TemporaryDirectory() as folder:
            whole, single = case.cost(Path(folder) / "case", size)
        yield f"case of {size:,} reports: derived anew", f"{whole:.2f} s"
        yield f"case of {size:,} reports: one report more", f"{single:.2f} s"


def _copies(data: Path) -> Iterator[tuple[str, str]]:
    listed = copies.pairs(data)
    said = {at for at, one in enumerate(listed) if len(set(families([("a", one.one), ("b", one.other)]).values())) == 1}
    true = {at for at, one in enumerate(listed) if one.copy}
    yield f"copies: F1 of {len(listed)} pairs", f"{_f1(count(said, true)):.3f}"


def _f1(counts: Counts) -> float:
    return float(f1(np.asarray(counts.row, dtype=float)))


if __name__ == "__main__":
    main()
