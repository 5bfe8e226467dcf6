"""Who is who by names alone, kept from one decision to the next: decisions are folded over it, and do not change it."""

from avowed import known
from avowed.model.decisions import Decision
from avowed.model.resolution import Resolution
from avowed.resolve.actors import Weighed, folded, weighed
from avowed.store import Store, find

_MOST = 120_000
"""Occurrences of which it is kept: 10,000 reports, whose names take about 160 MB, no more than resolving them took."""

_kept: list[Weighed] = []
"""At most one, whichever case was resolved last in this process."""


def resolution_of(store: Store, log: tuple[Decision, ...]) -> Resolution:
    """Who is who in the case after these decisions; names are weighed anew only where reports came or went."""
    return folded(weighed_of(store), log)


def weighed_of(store: Store) -> Weighed:
    """What the names of the case say, from the last time where neither they nor the known actors have changed."""
    occurrences, actors = find.occurrences(store), known.of_case(store.shelf)
    for held in tuple(_kept):
        if held.occurrences == occurrences and held.known == actors:
            return held
    found = weighed(occurrences, actors)
    _kept[:] = [found] if len(occurrences) <= _MOST else []
    return found
