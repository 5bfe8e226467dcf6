"""Simulated worlds: whether the answer holds what it promises where the truth is known, beside two plain ways."""

from collections.abc import Mapping, Sequence

from benchmarks.baselines import signs
from benchmarks.scoring.counts import Table
from benchmarks.session import OURS, Line, Session, line
from benchmarks.worlds.measuring import Row, System, avowed, rows
from benchmarks.worlds.tallies import tally_rows

TITLE = "Simulated worlds: closeness, gap and turns beside the truth"
# Settings were tuned on seeds below 200; the worlds that are measured begin here.
FIRST, WORLDS = 1000, 400
_LOWER = ("mean error", "none", "width")
_SHOWN_ONLY = (
    "80 % interval covers",
    "80 % range covers",
    "given",
    "width",
    "gap: the 80 % interval leaves out 0",
    "found",
    "none",
)


def baselines(session: Session) -> list[Line]:
    """The net sum of signs, and the newest line."""
    return [*_lines(session, signs.NET, signs.net), *_lines(session, signs.NEWEST, signs.newest)]


def ours(session: Session) -> list[Line]:
    """The answer."""
    tallies = _as_lines(OURS, tally_rows(_seeds(session)))
    return [*_lines(session, OURS, avowed), *tallies]


def _lines(session: Session, system: str, answer: System) -> list[Line]:
    return _as_lines(system, rows(_seeds(session), answer))


def _as_lines(system: str, found: Mapping[str, Sequence[Row]]) -> list[Line]:
    return [
        line(system, "worlds", name, table, _ratio, lower_is_better=name.endswith(_LOWER), pinned=_pinned(name))
        for name, table in found.items()
    ]


def _seeds(session: Session) -> Sequence[int]:
    return session.some(range(FIRST, FIRST + WORLDS))


def _pinned(name: str) -> bool:
    """Coverage has a best value in the middle, so that a floor would push it the wrong way; tests hold its bounds."""
    return not any(part in name for part in _SHOWN_ONLY)


def _ratio(sums: Table) -> Table:
    """Right of all: the first column over the second; 0 where there is none."""
    return sums[..., 0] / sums[..., 1].clip(min=1e-9)
