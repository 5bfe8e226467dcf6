"""When a relation changed its sign: dated as the range between the last line before and the first line after."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from avowed.assess.weigh import counted_once
from avowed.model.findings import Tie, Turn

_CLEAR = 0.6  # the share of a year's weight that gives it a sign; below it the year is mixed and no turn is told


def turns(ties: Sequence[Tie], weights: Mapping[str, float]) -> tuple[Turn, ...]:
    """Changes from a cooperative to a hostile period or back, in order; undated lines tell of none."""
    dated = [tie for tie in counted_once(ties, weights) if tie.effective_sign and tie.when.first and tie.when.last]
    periods = _periods(_by_year(dated), weights)
    return tuple(_turn(before, after) for before, after in pairwise(periods))


def _by_year(ties: Sequence[Tie]) -> dict[int, list[Tie]]:
    found: dict[int, list[Tie]] = {}
    for tie in sorted(ties, key=lambda tie: (_first(tie), tie.line.key)):
        found.setdefault(_first(tie).year, []).append(tie)
    return found


def _periods(by_year: Mapping[int, list[Tie]], weights: Mapping[str, float]) -> list[tuple[int, list[Tie]]]:
    periods: list[tuple[int, list[Tie]]] = []
    for ties in by_year.values():
        sign = _sign(ties, weights)
        clear = [tie for tie in ties if tie.effective_sign == sign]
        if not sign:
            continue
        if periods and periods[-1][0] == sign:
            periods[-1][1].extend(clear)
        else:
            periods.append((sign, clear))
    return periods


def _sign(ties: Sequence[Tie], weights: Mapping[str, float]) -> int:
    total = sum(weights[tie.line.key] for tie in ties)
    share = sum(weights[tie.line.key] for tie in ties if tie.effective_sign > 0) / total
    return 1 if share >= _CLEAR else -1 if share <= 1 - _CLEAR else 0


def _turn(before: tuple[int, list[Tie]], after: tuple[int, list[Tie]]) -> Turn:
    ends = sorted((max(map(_first, before[1])), min(map(_last, after[1]))))
    lines = tuple(tie.line.key for tie in (*before[1][-2:], *after[1][:2]))
    return Turn(before[0], after[0], ends[0], ends[1], lines)


def _first(tie: Tie) -> date:
    return tie.when.first or date.max


def _last(tie: Tie) -> date:
    return tie.when.last or date.max
