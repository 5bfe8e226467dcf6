"""How far a tally may be off by chance: 80 % intervals in closed form, by how many independent lines it is worth.

Lines of one publisher resemble each other, and lines weigh differently; both make them worth fewer independent ones
(Kish 1965; Rao and Scott 1992, for shares of clustered yes-or-no data).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from avowed.model.findings import NOTHING, Range, Tie

_Z_80 = 1.2816  # the normal quantile of an 80 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """The share of cooperative weight, and the number of independent lines that it is worth."""

    value: float
    number: float


def share(ties: Iterable[Tie], weights: Mapping[str, float], likeness: float) -> Share:
    """The share over ties counted once; `likeness` is how much two lines of one publisher resemble each other, 0 to 1.

    A publisher of m lines is worth m / (1 + (m - 1) likeness) independent ones and counts for no more than that, so
    that no single source can outvote the others by printing more.
    """
    held, effective, leaning = 0.0, 0.0, 0.0
    for signs in _by_publisher(ties, weights):
        heavy = sum(weight for _, weight in signs)
        number = heavy * heavy / sum(weight * weight for _, weight in signs)
        crowding = 1 + (number - 1) * likeness
        part = heavy / crowding
        held += part
        effective += part * part * crowding / number
        leaning += sum(weight for sign, weight in signs if sign > 0) / crowding
    return Share(leaning / held, held * held / effective)


def around_share(of: Share, spread: float = 1.0) -> Range:
    """Wilson's score interval (1927) with the effective number in the place of the count, divided by `spread`."""
    number, square = of.number / spread, _Z_80 * _Z_80
    middle = (of.value + square / (2 * number)) / (1 + square / number)
    reach = _Z_80 * sqrt(of.value * (1 - of.value) / number + square / (4 * number * number)) / (1 + square / number)
    return Range(max(0.0, middle - reach), min(1.0, middle + reach))


def around_sum(weights: Iterable[float]) -> Range:
    """The range of a sum of weights as if its lines came by chance: Byar's limits for a count, times their mean weight."""
    listed = [weight for weight in weights if weight > 0]
    if not listed:
        return NOTHING
    total = sum(listed)
    number = total * total / sum(weight * weight for weight in listed)
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


def _by_publisher(ties: Iterable[Tie], weights: Mapping[str, float]) -> Iterable[list[tuple[int, float]]]:
    """Sign and weight of each tie, by publisher; a report without a publisher stands for itself."""
    found: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for tie in ties:
        source = tie.line.source
        found[source.publisher or source.family].append((tie.effective_sign, weights[tie.line.key]))
    return found.values()
