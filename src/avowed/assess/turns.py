"""When a relation changed its sign: dated as a range, from when the old sign is no longer sure to when the new one is."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from avowed.assess.closeness import counted
from avowed.assess.months import months
from avowed.assess.phases import Course, course, phases
from avowed.model.findings import Phase, Tie, Turn
from avowed.settings import Settings

# Of the old sign before the range and of the new one after it, against each other. Tuned on simulated worlds of seeds 200-799,
# where 0.9 held 0.79 of the days, 0.92 holds 0.83 and 0.94 holds 0.86.
_SURE = 0.92
# A publisher's leaning is the same before and after, so that it cannot fake a turn: for turns its lines resemble each
# other far less than for closeness. Tuned on simulated worlds (benchmarks/worlds, seeds below 200).
LIKENESS = 0.03


def told(
    ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings
) -> tuple[tuple[Phase, ...], tuple[Turn, ...]]:
    """The phases of these ties and the turns between them; nothing where no line has a date."""
    found = months(counted(ties, weights), weights, LIKENESS)
    if found is None:
        return (), ()
    over_time = course(found, settings.turns_a_decade)
    periods = phases(over_time)
    return periods, tuple(_turns(periods, over_time))


def turns(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> tuple[Turn, ...]:
    """Changes from a cooperative to a hostile period or back, in order; undated lines tell of none."""
    return told(ties, weights, settings)[1]


def _turns(periods: Iterable[Phase], of: Course) -> Iterable[Turn]:
    """Between each two signed periods of different sign; a mixed period in between belongs to the range."""
    signed = [phase for phase in periods if phase.sign]
    for before, after in pairwise(signed):
        if before.sign != after.sign:
            yield _turn(before, after, of)


def _turn(before: Phase, after: Phase, of: Course) -> Turn:
    months = of.months
    first = _sharpest(of, before)
    last = _sharpest(of, after)
    leaning = [_leaning(of, before.sign, after.sign, index) for index in range(first, last + 1)]
    begun = max((i for i, lean in enumerate(leaning) if lean <= 1 - _SURE), default=0)
    done = min((i for i, lean in enumerate(leaning) if lean >= _SURE and i >= begun), default=len(leaning) - 1)
    return Turn(
        before=before.sign,
        after=after.sign,
        earliest=months.first_day(first + begun),
        latest=months.last_day(first + done),
        lines=(*before.lines[-2:], *after.lines[:2]),
        sure=before.sure * after.sure,
    )


def _sharpest(of: Course, phase: Phase) -> int:
    """The month of a phase in which its sign is surest."""
    inside = [i for i in range(len(of.months)) if phase.first <= of.months.first_day(i) <= phase.last]
    return max(inside, key=lambda index: (of.of(phase.sign, index), index))


def _leaning(of: Course, before: int, after: int, index: int) -> float:
    """How far the month leans to the new sign."""
    old, new = of.of(before, index), of.of(after, index)
    return new / (old + new) if old + new > 0 else 0.5
