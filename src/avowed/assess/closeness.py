"""Sympathy and hostility between two actors, tallied apart, and how close they show the two; silence gives None."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

from avowed.assess.weigh import counted_once
from avowed.model.findings import Closeness, Tally, Tie
from avowed.settings import Settings

_Z_80 = 1.2816  # the normal quantile of an 80 % interval
_MIXED_SHARE = 0.25  # both signs hold at least a quarter of the weight: a convention, open to argument


def tally(ties: Iterable[Tie], weights: Mapping[str, float]) -> Tally:
    """Both tallies with their lines; sums count each family of copies once, lists name every line."""
    listed = tuple(ties)
    once = counted_once(listed, weights)
    days = [day for tie in listed for day in (tie.when.first, tie.when.last) if day]
    return Tally(
        sympathy=_sum(once, weights, 1),
        hostility=_sum(once, weights, -1),
        cooperative=_keys(listed, 1),
        hostile=_keys(listed, -1),
        denied=tuple(tie.line.key for tie in listed if tie.line.negated),
        neutral=tuple(tie.line.key for tie in listed if tie.sign == 0 and not tie.line.negated),
        families=len({tie.line.source.family for tie in listed}),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def closeness(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> Closeness | None:
    """In [-1, 1] with an 80 % interval; None where too few lines or independent families speak.

    The share of sympathy is a weighted proportion; its interval is Wilson's (1927), with Kish's effective number of
    lines (sum of weights squared over sum of squared weights) in the place of a count.
    """
    once = tuple(tie for tie in counted_once(ties, weights) if tie.sign)
    families = len({tie.line.source.family for tie in once})
    if families < settings.minimum_families or len(once) < settings.minimum_lines:
        return None
    heavy = [weights[tie.line.key] for tie in once]
    share = _sum(once, weights, 1) / sum(heavy)
    low, high = _wilson(share, sum(heavy) ** 2 / sum(weight * weight for weight in heavy))
    return Closeness(
        value=2 * share - 1,
        low=2 * low - 1,
        high=2 * high - 1,
        mixed=_MIXED_SHARE <= share <= 1 - _MIXED_SHARE,
        families=families,
        lines=tuple(tie.line.key for tie in once),
    )


def years(ties: Iterable[Tie]) -> dict[int, tuple[Tie, ...]]:
    """Year -> the ties that held in it, by their own dates; open ends count for the year that is known."""
    found: dict[int, list[Tie]] = {}
    for tie in ties:
        for year in _years_of(tie.when.first, tie.when.last):
            found.setdefault(year, []).append(tie)
    return {year: tuple(found[year]) for year in sorted(found)}


def _years_of(first: date | None, last: date | None) -> range:
    known = [day.year for day in (first, last) if day]
    return range(min(known), max(known) + 1) if known else range(0)


def _sum(ties: Iterable[Tie], weights: Mapping[str, float], sign: int) -> float:
    return sum(weights[tie.line.key] for tie in ties if tie.effective_sign == sign)


def _keys(ties: Iterable[Tie], sign: int) -> tuple[str, ...]:
    return tuple(tie.line.key for tie in ties if tie.effective_sign == sign)


def _wilson(share: float, number: float) -> tuple[float, float]:
    square = _Z_80 * _Z_80
    middle = (share + square / (2 * number)) / (1 + square / number)
    reach = _Z_80 * sqrt(share * (1 - share) / number + square / (4 * number * number)) / (1 + square / number)
    return max(0.0, middle - reach), min(1.0, middle + reach)
