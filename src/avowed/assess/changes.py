"""What changed in a relation since a day: both tallies before and after, and whether it is new, reversed, stronger, weaker."""

from collections.abc import Iterable, Mapping, Sequence

from avowed.assess.closeness import counted
from avowed.model.contrasts import Change, Course
from avowed.model.findings import Tie
from avowed.model.names import is_named

_LITTLE = 0.05  # a share of sympathy that moved by less counts as unmoved
_RANK = {Course.REVERSED: 0, Course.NEW: 1, Course.WEAKER: 2, Course.STRONGER: 3}


def change(
    pair: tuple[str, str], before: Sequence[Tie], after: Sequence[Tie], weights: Mapping[str, float]
) -> Change | None:
    """How one relation changed when the lines of `after` came to those of `before`; None where nothing counts anew."""
    old, new = counted(before, weights), counted((*before, *after), weights)
    then, now = _sums(old, weights), _sums(new, weights)
    fresh = {tie.line.key for tie in after}
    lines = tuple(tie.line.key for tie in new if tie.line.key in fresh)
    if not lines:
        return None
    return Change(_course(then, now), *pair, then, now, lines)


def ranked(changes: Iterable[Change], names: Mapping[str, str]) -> list[Change]:
    """Reversals first, then what is new, then what moved; actors with a name before crowds, the most new evidence first."""

    def rank(one: Change) -> tuple[int, int, float, str, str]:
        crowds = sum(not is_named(names.get(key, key)) for key in (one.left, one.right))
        return _RANK[one.course], crowds, -_moved(one), one.left, one.right

    return sorted(changes, key=rank)


def _sums(ties: Iterable[Tie], weights: Mapping[str, float]) -> tuple[float, float]:
    listed = tuple(ties)
    plus, minus = (sum(weights[t.line.key] for t in listed if t.effective_sign == sign) for sign in (1, -1))
    return plus, minus


def _course(then: tuple[float, float], now: tuple[float, float]) -> Course:
    if not any(then):
        return Course.NEW
    before, after = _share(then), _share(now)
    if (before - 0.5) * (after - 0.5) < 0:
        return Course.REVERSED
    away = abs(after - 0.5) - abs(before - 0.5)
    return Course.WEAKER if away < -_LITTLE else Course.STRONGER


def _share(sums: tuple[float, float]) -> float:
    return sums[0] / (sums[0] + sums[1])


def _moved(one: Change) -> float:
    return one.after[0] + one.after[1] - one.before[0] - one.before[1]
