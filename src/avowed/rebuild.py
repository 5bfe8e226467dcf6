"""Deriving anew what hangs on everything: who is who, copies, incidents; the same input gives the same result."""

from avowed import registry
from avowed.resolve.actors import resolve_actors
from avowed.resolve.affiliation import parents
from avowed.resolve.copies import families
from avowed.resolve.incidents import merge_incidents
from avowed.store import Store, derive, find
from avowed.store.told import told_incidents
from avowed.store.write import decisions


def rebuild(store: Store) -> None:
    """Fold the decisions over what was read and store the result."""
    log = decisions(store)
    resolution = resolve_actors(find.occurrences(store), log, registry.known_actors())
    derive.save_resolution(store, resolution)
    derive.save_parents(store, parents(derive.belongings(store), resolution.actors))
    derive.save_families(store, families(find.report_texts(store)))
    derive.save_incidents(store, merge_incidents(told_incidents(store), log))
