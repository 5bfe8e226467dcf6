"""In which sign a relation stood when: a hidden state (cooperative, mixed, hostile) behind the lines of each month.

The method is the forward-backward algorithm for hidden Markov models (Rabiner 1989); every probability is computed,
nothing is drawn by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log

from avowed.assess.months import Months
from avowed.model.findings import Phase

STATES = (1, 0, -1)
# The share of cooperative lines in each state, tuned on simulated worlds (benchmarks/worlds, seeds below 200).
_COOPERATIVE = {1: 0.85, 0: 0.5, -1: 0.15}
_MONTHS_A_DECADE = 120


@dataclass(frozen=True, slots=True)
class Course:
    """The probability of each state in each month."""

    months: Months
    probable: tuple[tuple[float, float, float], ...]

    def of(self, sign: int, index: int) -> float:
        """How probable a sign is in the month at this index."""
        return self.probable[index][STATES.index(sign)]


def course(months: Months, turns_a_decade: float) -> Course:
    """Forwards and backwards over the months; each message is scaled to one, so that long courses do not underflow."""
    likely = [_likely(plus, minus) for plus, minus in zip(months.plus, months.minus, strict=True)]
    turn = min(0.5, turns_a_decade / _MONTHS_A_DECADE)
    forward = _pass(likely, turn)
    backward = _pass(likely[::-1], turn)[::-1]
    joint = [
        _scaled([f * b / max(o, 1e-300) for f, b, o in zip(fore, back, own, strict=True)])
        for fore, back, own in zip(forward, backward, likely, strict=True)
    ]
    return Course(months, tuple((one[0], one[1], one[2]) for one in joint))


def phases(of: Course) -> tuple[Phase, ...]:
    """Runs of months of one likeliest sign that hold evidence, in order; a run without evidence is no phase."""
    signs = [STATES[probable.index(max(probable))] for probable in of.probable]
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


def _likely(plus: float, minus: float) -> list[float]:
    logs = [plus * log(_COOPERATIVE[sign]) + minus * log(1 - _COOPERATIVE[sign]) for sign in STATES]
    return [exp(one - max(logs)) for one in logs]


def _pass(likely: Sequence[list[float]], turn: float) -> list[list[float]]:
    held = [1 / 3] * 3
    found = []
    for own in likely:
        moved = [(1 - turn) * held[i] + turn / 2 * (sum(held) - held[i]) for i in range(3)]
        held = _scaled([m * o for m, o in zip(moved, own, strict=True)])
        found.append(held)
    return found


def _scaled(values: Sequence[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0 else [1 / 3] * 3
