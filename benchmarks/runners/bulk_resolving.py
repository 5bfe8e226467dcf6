"""Corpora of invented reports, which no model read: what resolving who is who costs, and asking, as the corpus grows."""

import json
import tempfile
from pathlib import Path

from benchmarks.corpus.lines import figure, sizes, step
from benchmarks.session import Line, Session, no_baselines

TITLE = "Corpora: resolving and asking as they grow"
SIZES = (1_000, 10_000, 100_000)


baselines = no_baselines


def ours(session: Session) -> list[Line]:
    """Each corpus made in one process, resolved and asked in another."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = sizes("resolved", SIZES, session.quick)
        return [line for size in wanted for line in _lines(Path(folder) / str(size), size)]


def _lines(target: Path, reports: int) -> list[Line]:
    step("resolve", str(target), str(reports))
    cost = step("resolve", str(target), str(reports))
    told = json.loads(cost.said)
    part = f"{reports:,} reports"
    return [
        figure(part, "resolve: seconds of processor", told["resolve"], reports),
        figure(part, "resolve and ask: most memory, MiB", cost.memory, reports),
        figure(part, "ask, the two most named: seconds of processor", told["ask"], reports),
        figure(part, "ask, the two most named: lines in the answer", told["ties"], reports),
    ]
