"""How far a tally may be off by chance: 80 % intervals in closed form, by how many independent lines it is worth.

Lines of one publisher resemble each other, and lines weigh differently; both make them worth fewer independent ones
(Kish 1965; Rao and Scott 1992, for shares of clustered yes-or-no data).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from avowed.model.findings import NOTHING, Range

_Z_80 = 1.2816  # the normal quantile of an 80 % interval
# One deed is told by several papers, so that lines come in clumps: by how much that widens the range of their sum. Tuned
# on simulated worlds (benchmarks/worlds, seeds below 200).
_TOLD_TOGETHER = 2.0


@dataclass(frozen=True, slots=True)
class Share:
    """The share of cooperative weight, and the number of independent lines that it is worth."""

    value: float
    number: float


def around_share(of: Share) -> Range:
    """Wilson's score interval (1927) with the effective number in the place of the count."""
    number, square = of.number, _Z_80 * _Z_80
    middle = (of.value + square / (2 * number)) / (1 + square / number)
    reach = _Z_80 * sqrt(of.value * (1 - of.value) / number + square / (4 * number * number)) / (1 + square / number)
    return Range(max(0.0, middle - reach), min(1.0, middle + reach))


def around_sum(weights: Iterable[float]) -> Range:
    """The range of a sum of weights as if its lines came by chance: Byar's limits for a count, times their mean weight."""
    listed = [weight for weight in weights if weight > 0]
    if not listed:
        return NOTHING
    total = sum(listed)
    number = max(1.0, total * total / sum(weight * weight for weight in listed) / _TOLD_TOGETHER)
    scale = total / number
    return Range(scale * _byar(number, -_Z_80), scale * _byar(number + 1, _Z_80))


def difference(one: Range, one_value: float, other: Range, other_value: float) -> Range:
    """The range of one minus the other from their own ranges (the square-and-add method: Newcombe 1998)."""
    value = one_value - other_value
    return Range(
        value - sqrt((one_value - one.low) ** 2 + (other.high - other_value) ** 2),
        value + sqrt((one.high - one_value) ** 2 + (other_value - other.low) ** 2),
    )


def _byar(number: float, z: float) -> float:
    return float(number * (1 - 1 / (9 * number) + z / (3 * sqrt(number))) ** 3)
