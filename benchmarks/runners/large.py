"""A case of 100,000 invented reports and 2,000,000 assertions: what opening, asking and adding cost.

AVOWED_LARGE names a folder with such a case (`python -m benchmarks.crowd FOLDER 100000`), which is added to; else one is made.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from avowed import Case
from avowed.model.evidence import Reading
from avowed.store import write
from avowed.walk.rebuild import bring_up
from benchmarks.crowd.__main__ import AT, best, make, meant, questions
from benchmarks.crowd.reports import cast, readings
from benchmarks.session import QUICK_STEP, Line, Session, cost, no_baselines

TITLE = "A case of 100,000 reports and 2,000,000 assertions"
REPORTS = 100_000
_ADDED = 5  # reports, one by one; the middle one is told


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """Seconds by the clock and of the processor."""
    reports = REPORTS // QUICK_STEP if session.quick else REPORTS
    given = os.environ.get("AVOWED_LARGE")
    with tempfile.TemporaryDirectory() as folder:
        case = Path(given) if given else Path(folder) / "case"
        if not (case / "case.sqlite").exists():
            make(case, reports)
        found = {"open": best(case, lambda _: None)}
        found |= {name: _asking(case, question) for name, question in _questions(reports).items()}
        found["add of one report that is read already"] = _adding(case, reports)
    return [line for name, both in found.items() for line in _lines(name, both, reports)]


def _questions(reports: int) -> dict[str, Callable[[Case], object]]:
    """Those of the smaller case, and pairs of which fewer lines are told."""
    names = cast(max(40, reports // 4)).names
    middle, next_to_it, rare, rarer = names[30], names[31], names[len(names) // 2], names[len(names) // 2 + 1]
    return {
        "ask, two of the forty most named": lambda case: case.ask(meant(case, middle), meant(case, next_to_it)),
        "ask, two seldom named": lambda case: case.ask(meant(case, rare), meant(case, rarer)),
        **questions(reports),
    }


def _asking(folder: Path, question: Callable[[Case], object]) -> tuple[float, float]:
    def ask() -> None:
        with Case.open(folder) as case:
            question(case)

    return _timed(ask)


def _adding(folder: Path, reports: int) -> tuple[float, float]:
    """Storing a report with its reading and deriving what it changes; the reports of an earlier run are passed over."""
    with Case.open(folder) as case:
        there = case.counts()["reports"]
        beyond = reports + (there - reports if there > reports else 0) + _ADDED
        new = readings(beyond, actors=max(40, reports // 4), start=beyond - _ADDED)
        times = sorted(_timed(lambda one=one: _add(case, one)) for one in new)
    return times[len(times) // 2]


def _add(case: Case, reading: Reading) -> None:
    write.add_reading(case.store, reading, AT)
    bring_up(case.store, [reading.report.id])


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    began, busy = perf_counter(), process_time()
    act()
    return perf_counter() - began, process_time() - busy


def _lines(name: str, both: tuple[float, float], reports: int) -> list[Line]:
    measures = zip(("seconds by the clock", "seconds of processor"), both, strict=True)
    return [cost(f"{name}: {measure}", value, reports) for measure, value in measures]
