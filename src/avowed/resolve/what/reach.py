"""Two tellings weighed only as far as it takes to know whether they reach a probability; the answers are those of `weigh`.

In a large case most pairs that share a month and a place, or a day, are of other days or other places: that, and whether
their reports are copies of one story, settles it, whatever else agrees.
"""

from functools import cache
from itertools import accumulate
from math import log

from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.rows import PRIOR, ROWS, Row, probability

QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("same day", "next day", "within some days", "times that meet", "other days", "no time"),
    ("copies of one story",),
    ("same place", "place within the other", "same country", "other places"),
    ("same kind", "kinds that meet", "other kinds"),
    ("same doer", "other doers"),
    ("same target", "other targets"),
    ("same toll", "tolls that meet", "other tolls"),
    ("only a kind of attack",),
    ("same weapon",),
    ("same names told", "same name told"),
)
"""Rows by what they ask, what tells most for little work first; of the rows of a question at most one speaks for the pair."""

_NEAR = 0.01
"""Log-odds within which nothing is concluded from a sum: scores are rounded to four digits."""


def score(two: TwoTellings, least: float) -> float:
    """The score of the pair where it is at this probability or above it, else 0."""
    wanted = _log_odds(least) - _NEAR
    weights = [PRIOR]
    for rows, most, _ in _questions():
        weights += [row.weight for row in rows if row.holds(two)]
        if sum(weights) + most < wanted:
            return 0.0
    found = probability(weights)
    return found if found >= least else 0.0


def reaches(two: TwoTellings, least: float) -> bool:
    """True when the pair is at this probability or above it."""
    wanted = _log_odds(least)
    weights = [PRIOR]
    for rows, most, fewest in _questions():
        weights += [row.weight for row in rows if row.holds(two)]
        odds = sum(weights)
        if odds + most < wanted - _NEAR:
            return False
        if odds + fewest > wanted + _NEAR:
            return True
    return probability(weights) >= least


@cache
def _log_odds(least: float) -> float:
    return log(least / (1.0 - least))


@cache
def _questions() -> tuple[tuple[tuple[Row, ...], float, float], ...]:
    """The rows of each question, with the most that all questions behind it can add, and the most that they can take away."""
    by_name = {row.name: row for row in ROWS}
    asked = [tuple(by_name[name] for name in names) for names in QUESTIONS]
    most = _behind([max(0.0, *(row.weight for row in rows)) for rows in asked])
    fewest = _behind([sum(min(0.0, row.weight) for row in rows) for rows in asked])
    return tuple(zip(asked, most, fewest, strict=True))


def _behind(weights: list[float]) -> list[float]:
    """For each place in a list the sum of what stands behind it."""
    return [*reversed([*accumulate(reversed(weights[1:]), initial=0.0)])]
