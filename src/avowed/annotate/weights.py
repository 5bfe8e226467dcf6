"""Logistic sums: how likely something is right from named reasons, by a table of weights that was fitted once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log

from avowed.annotate.grammar.tables import number, read_lexicon, table

LEAST = 1e-4  # what four decimals tell apart
_MOST = 1 - LEAST

Reasons = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each named reason, and the table's own settings."""

    by_name: Mapping[str, float]
    settings: Mapping[str, float]

    def score(self, reasons: Reasons) -> float:
        """The chance, 0 to 1, in four decimals; reasons that the table does not know count nothing."""
        known = self.by_name
        total = fsum([known[name] * value for name, value in reasons.items() if name in known])
        return round(1 / (1 + exp(-total)), 4)


@cache
def load_weights(name: str) -> Weights:
    """A table that ships with the package, by its name without `_weights.toml`."""
    read = read_lexicon(f"{name}_weights")
    weights, settings = table(read, "weights"), table(read, "settings")
    return Weights(
        {one: number(weights, one, 0.0) for one in weights}, {one: number(settings, one, 0.0) for one in settings}
    )


def logit(chance: float) -> float:
    """Log odds of a chance, kept within what four decimals tell apart."""
    kept = LEAST if chance < LEAST else _MOST if chance > _MOST else chance
    return log(kept / (1 - kept))
