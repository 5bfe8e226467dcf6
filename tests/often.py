"""How often a property is tried: `make slow` runs with the profile `thorough`, all else with a tenth of its examples."""

from hypothesis import settings

THOROUGH = 100  # examples of a property that says nothing of its own; tests/conftest.py registers the profiles


def often(many: int) -> int:
    """So many examples where the profile is thorough, its share of them otherwise, at least ten."""
    return max(10, many * settings().max_examples // THOROUGH)
