"""In which sign a relation stood when: a hidden state, from cooperative to hostile, behind the lines of each month.

The method is the forward-backward algorithm for hidden Markov models (Rabiner 1989); every probability is computed,
nothing is drawn by chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log

from avowed.assess.months import Months
from avowed.model.findings import Phase

# The share of cooperative lines in each state, and the sign that it is taken for: clear and slight cooperation, a mixed
# state, slight and clear hostility. Tuned on simulated worlds (benchmarks/worlds, seeds below 200).
_COOPERATIVE = (0.9, 0.7, 0.5, 0.3, 0.1)
_SIGNS = (1, 1, 0, -1, -1)
_MONTHS_A_DECADE = 120
_TOLD_END = 0.3  # the chance of a turn in a month in which a lasting state is told to have ended: a convention


@dataclass(frozen=True, slots=True)
class Course:
    """The probability of each sign in each month, and of each state, from clearly cooperative to clearly hostile."""

    months: Months
    probable: tuple[Mapping[int, float], ...]
    states: tuple[tuple[float, ...], ...] = ()

    def of(self, sign: int, index: int) -> float:
        """How probable a sign is in the month at this index."""
        return self.probable[index][sign]


def course(months: Months, turns_a_decade: float) -> Course:
    """Forwards and backwards over the months; each message is scaled to one, so that long courses do not underflow."""
    likely = [_likely(plus, minus) for plus, minus in zip(months.plus, months.minus, strict=True)]
    rare = min(0.5, turns_a_decade / _MONTHS_A_DECADE)
    turns = [max(rare, _TOLD_END) if index in months.ended else rare for index in range(len(months))]
    forward = _pass(likely, turns)
    backward = _pass(likely[::-1], [rare, *turns[:0:-1]])[::-1]
    joint = [
        _scaled([f * b / max(o, 1e-300) for f, b, o in zip(fore, back, own, strict=True)])
        for fore, back, own in zip(forward, backward, likely, strict=True)
    ]
    return Course(months, tuple(map(_by_sign, joint)), tuple(map(tuple, joint)))


def phases(of: Course) -> tuple[Phase, ...]:
    """Runs of months of one likeliest sign that hold evidence, in order; a run without evidence is no phase."""
    signs = [max((value, sign) for sign, value in probable.items())[1] for probable in of.probable]
    runs: list[tuple[int, int, int]] = []
    for sign, held in groupby(range(len(signs)), key=signs.__getitem__):
        indices = list(held)
        told = [i for i in indices if of.months.plus[i] or of.months.minus[i]]
        if not told:
            continue
        if runs and runs[-1][0] == sign:
            runs[-1] = (sign, runs[-1][1], told[-1])
        else:
            runs.append((sign, told[0], told[-1]))
    return tuple(_phase(of, *run) for run in runs)


def _phase(of: Course, sign: int, first: int, last: int) -> Phase:
    ties = of.months.ties_within(first, last)
    lines = tuple(tie.line.key for tie in ties if not sign or tie.effective_sign == sign)
    sure = max(of.of(sign, index) for index in range(first, last + 1))
    return Phase(sign, of.months.first_day(first), of.months.last_day(last), sure, lines)


def _by_sign(probable: Sequence[float]) -> dict[int, float]:
    found = {1: 0.0, 0: 0.0, -1: 0.0}
    for sign, value in zip(_SIGNS, probable, strict=True):
        found[sign] += value
    return found


def _likely(plus: float, minus: float) -> list[float]:
    """How well each state explains a month's evidence, the best as 1."""
    logs = [plus * log(share) + minus * log(1 - share) for share in _COOPERATIVE]
    return [exp(one - max(logs)) for one in logs]


def _pass(likely: Sequence[list[float]], turns: Sequence[float]) -> list[list[float]]:
    """Into each month a state stays, or turns to any other with equal chance; `turns` are the chances of turning."""
    held = [1 / len(_COOPERATIVE)] * len(_COOPERATIVE)
    found = []
    for own, turn in zip(likely, turns, strict=True):
        moved = [(1 - turn) * one + turn / (len(held) - 1) * (1 - one) for one in held]
        held = _scaled([m * o for m, o in zip(moved, own, strict=True)])
        found.append(held)
    return found


def _scaled(values: Sequence[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0 else [1 / len(values)] * len(values)
