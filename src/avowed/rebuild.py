"""Deriving anew what hangs on everything: who is who, copies, incidents; the same input gives the same result."""

from avowed import registry
from avowed.model.decisions import IDENTITY, Decision, Verdict
from avowed.model.resolution import Conflict
from avowed.model.vocabulary import Kind
from avowed.resolve.actors import resolve_actors
from avowed.resolve.affiliation import parents
from avowed.resolve.copies import families
from avowed.resolve.incidents import merge_incidents
from avowed.store import Store, corrections, derive, find, passages, queue
from avowed.store.told import told_incidents
from avowed.store.write import decisions

_ON_LINES = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT, Verdict.ADD})


def rebuild(store: Store) -> tuple[Conflict, ...]:
    """Fold the decisions over what was read and store the result; gives the decisions that cannot all hold."""
    log = decisions(store)
    corrections.fold(store, log)
    resolution = resolve_actors(find.occurrences(store), log, registry.known_actors())
    derive.save_resolution(store, resolution)
    derive.save_parents(store, parents(derive.belongings(store), resolution.actors))
    derive.save_families(store, families(find.report_texts(store)))
    derive.save_incidents(store, merge_incidents(told_incidents(store), log))
    queue.save_worth(store)
    return resolution.conflicts


def follow(store: Store, decision: Decision) -> tuple[Conflict, ...]:
    """Bring what is derived up to one more decision: all of it where who is who may change, else only what hangs on it."""
    log = decisions(store)
    meant = decision
    if decision.verdict is Verdict.UNDO:
        meant = next((one for one in log if str(one.number) == decision.left), decision)
    if meant.verdict in IDENTITY:
        return rebuild(store)
    if meant.verdict in _ON_LINES:
        _follow_lines(store, meant, log)
    return ()


def _follow_lines(store: Store, decision: Decision, log: tuple[Decision, ...]) -> None:
    corrected = decision.verdict in (Verdict.EDIT, Verdict.ADD)
    keys = (decision.left, *(corrections.fold(store, log) if corrected else ()))
    derive.refresh(store, keys)
    if any(one.kind is Kind.INCIDENT for one in passages.with_keys(store, keys)):
        derive.save_incidents(store, merge_incidents(told_incidents(store), log))
