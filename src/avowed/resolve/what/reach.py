"""Two tellings weighed only as far as it takes to know whether they reach a probability; the answers are those of `weigh`.

In a large case most pairs that share a month and a place, or a day, are of other days or other places: that, and whether
their reports are copies of one story, settles it, whatever else agrees.
"""

from functools import cache
from itertools import accumulate
from math import log

from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.rows import PRIOR, ROWS, probability

QUESTIONS = ("time", "copies", "place", "kind", "doer", "struck", "toll", "toll_apart", "detail", "weapon", "names")
"""What rows ask, that first which tells most for little work."""

_NEAR = 0.01
"""Log-odds within which nothing is concluded from a sum: scores are rounded to four digits."""


def score(two: TwoTellings, least: float) -> float:
    """The score of the pair where it is at this probability or above it, else 0."""
    wanted = _log_odds(least) - _NEAR
    weights, odds = [PRIOR], PRIOR
    for asked, weight, most, _ in _questions():
        weighs = weight[getattr(two, asked)]
        weights.append(weighs)
        odds += weighs
        if odds + most < wanted:
            return 0.0
    found = probability(weights)
    return found if found >= least else 0.0


def reaches(two: TwoTellings, least: float) -> bool:
    """True when the pair is at this probability or above it."""
    wanted = _log_odds(least)
    weights = [PRIOR]
    for asked, weight, most, fewest in _questions():
        weights.append(weight[getattr(two, asked)])
        odds = sum(weights)
        if odds + most < wanted - _NEAR:
            return False
        if odds + fewest > wanted + _NEAR:
            return True
    return probability(weights) >= least


def could_reach(least: float, **answers: str) -> bool:
    """True where a pair that answers some questions so may be at this probability or above it, whatever else it answers."""
    best = [of[answers[asked]] if asked in answers else max(of.values()) for asked, of, _, _ in _questions()]
    return PRIOR + sum(best) >= _log_odds(least) - _NEAR


@cache
def _log_odds(least: float) -> float:
    return log(least / (1.0 - least))


@cache
def _questions() -> tuple[tuple[str, dict[str, float], float, float], ...]:
    """Each question, what each answer weighs, and the most that all questions behind it can add and take away."""
    weights = [{"": 0.0, **{row.name: row.weight for row in ROWS if row.asks == asked}} for asked in QUESTIONS]
    most, fewest = (_behind([limit(of.values()) for of in weights]) for limit in (max, min))
    return tuple(zip(QUESTIONS, weights, most, fewest, strict=True))


def _behind(weights: list[float]) -> list[float]:
    """For each place in a list the sum of what stands behind it."""
    return [*reversed([*accumulate(reversed(weights[1:]), initial=0.0)])]
