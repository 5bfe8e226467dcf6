"""The matcher: named features whose weights add up in log-odds, so that every score can be told in words.

The first row of `AGREEMENTS` that holds counts, then every row of `REASONS`. The weights were set by hand so that a name
alone merges only where it tells its bearer from all others; benchmarks/resolve/challenge.tsv holds the cases.
"""

from math import exp

from avowed.model.resolution import Feature
from avowed.resolve.who.agreements import AGREEMENTS
from avowed.resolve.who.evidence import Evidence
from avowed.resolve.who.reasons import holding
from avowed.resolve.who.row import Row

PRIOR = -2.0
"""Log-odds of two names that something brought together, before anything is weighed."""

MERGE = 0.94
"""At or above it two nodes are one actor."""

PROPOSE = 0.5
"""At or above it a person is asked; below it nothing is said."""


def weigh(evidence: Evidence) -> tuple[float, tuple[Feature, ...], Row | None]:
    """The probability that both are one, the reasons behind it, and the row that brought them together."""
    agreement = next((row for row in AGREEMENTS if row.holds(evidence)), None)
    if agreement is None:
        return 0.0, (), None
    rows = (agreement, *holding(evidence))
    odds = PRIOR + sum(row.weight for row in rows)
    features = tuple(Feature(row.name, row.weight, row.words) for row in rows)
    return round(1 / (1 + exp(-odds)), 4), features, agreement
