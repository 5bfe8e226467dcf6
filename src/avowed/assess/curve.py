"""How close two actors were month by month, with an 80 % band: read off the hidden states behind phases and turns.

Each state stands for a fifth of the scale from hostile to close, evenly filled; a month that nothing tells of is as wide
as what lies around it leaves open.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from avowed.assess.closeness import counted
from avowed.assess.months import months
from avowed.assess.phases import course
from avowed.assess.turns import LIKENESS
from avowed.model.findings import Moment, Tie
from avowed.settings import Settings

_TAIL = 0.1


def curve(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> tuple[Moment, ...]:
    """A moment for each month from the first to the last that a line dates; nothing where no line has a date."""
    found = months(counted(ties, weights), weights, LIKENESS)
    if found is None:
        return ()
    over_time = course(found, settings.turns_a_decade)
    return tuple(
        Moment(found.first_day(index), _mean(states), _below(states, _TAIL), _below(states, 1 - _TAIL))
        for index, states in enumerate(over_time.states)
    )


def _mean(states: Sequence[float]) -> float:
    width = 2 / len(states)
    return sum(share * (1 - width / 2 - number * width) for number, share in enumerate(states))


def _below(states: Sequence[float], share: float) -> float:
    """The value below which so much of the probability lies; states go from close to hostile."""
    width = 2 / len(states)
    held = [0.0, *accumulate(reversed(states))]
    for number, (before, after) in enumerate(pairwise(held)):
        if share <= after and after > before:
            return -1 + width * (number + (share - before) / (after - before))
    return 1.0
