"""`python -m crowd FOLDER [REPORTS]`: makes a case in a folder where there is none, and times questions to it."""

import resource
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

from avowed import Case
from avowed.store import find, write
from avowed.walk.rebuild import rebuild
from benchmarks.crowd.reports import cast, readings

REPORTS = 10_000
AT = "2024-01-01T00:00:00+00:00"


def make(folder: Path, reports: int) -> None:
    """A case of so many reports, derived whole."""
    with Case.create(folder) as case:
        for reading in readings(reports):
            write.add_reading(case.store, reading, AT)
        rebuild(case.store)


def questions(reports: int) -> dict[str, Callable[[Case], object]]:
    """What is asked: of the most named pair and actor, of seldom named ones, of changes in a month and in ten years."""
    names = cast(max(40, reports // 4)).names
    first, second, rare = names[0], names[1], names[len(names) // 2]
    return {
        "ask, the two most named": lambda case: case.ask(meant(case, first), meant(case, second)),
        "ask, one of them and a seldom named": lambda case: case.ask(meant(case, first), meant(case, rare)),
        "ask, as known on a day": lambda case: case.ask(meant(case, first), meant(case, second), date(2012, 1, 1)),
        "actor, the most named": lambda case: case.actor(meant(case, first)),
        "actor, a seldom named": lambda case: case.actor(meant(case, rare)),
        "the page of an actor, the most named": lambda case: case.desk.actor(meant(case, first)),
        "changes, of a month": lambda case: case.changes(date(2023, 2, 1)),
        "changes, of ten years": lambda case: case.changes(date(2013, 1, 1)),
        "who, any incident": lambda case: case.who(
            case.store.connection.execute("SELECT key FROM incidents").fetchone()[0]
        ),
        "labour, of three": lambda case: case.labour(*(meant(case, one) for one in (first, second, rare))),
        "contradictions, of the most named": lambda case: case.contradictions(meant(case, first)),
    }


def meant(case: Case, name: str) -> str:
    """The key of whoever bears a name in most reports: a case that was added to by hand may hold two of one name."""
    actors = find.actors(case.store, find.actors_named(case.store, name)).values()
    return max(actors, key=lambda actor: actor.reports).key


def main(arguments: Sequence[str]) -> int:
    """Make, ask each question three times, print the best time and the memory at the end."""
    folder, reports = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else REPORTS
    if not (folder / "case.sqlite").exists():
        began = perf_counter()
        make(folder, reports)
        print(f"made in {perf_counter() - began:,.0f} s")
    for name, question in questions(reports).items():
        wall, processor = best(folder, question)
        print(f"{name:45s} {wall:6.3f} s, {processor:6.3f} s of processor time")
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
    return 0


def best(folder: Path, question: Callable[[Case], object]) -> tuple[float, float]:
    """The best of three by the clock and by the processor, each with the case opened anew."""
    times = []
    for _ in range(3):
        began, busy = perf_counter(), process_time()
        with Case.open(folder) as case:
            question(case)
        times.append((perf_counter() - began, process_time() - busy))
    return min(wall for wall, _ in times), min(processor for _, processor in times)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
