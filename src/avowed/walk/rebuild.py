"""Deriving what hangs on everything: who is who, copies, incidents; the same input gives the same result."""

from collections.abc import Iterable, Mapping, Sequence

from avowed.model.decisions import IDENTITY, ON_OCCURRENCES, Decision, Verdict
from avowed.model.findings import Line
from avowed.model.resolution import Conflict
from avowed.model.vocabulary import Kind
from avowed.model.world import Actor
from avowed.resolve.affiliation import parents
from avowed.resolve.copies import Runs, chosen, families_of_runs, holders, word_runs
from avowed.resolve.incidents import resolve_incidents
from avowed.resolve.regroup import Standing, regroup
from avowed.resolve.who.marks import marks_of
from avowed.store import Store, corrections, derive, find, merging, moving, passages, passing, queue
from avowed.store.write import decisions
from avowed.walk.memory import collecting_later
from avowed.walk.passing import refresh
from avowed.walk.tellings import told, told_beside
from avowed.walk.weighing import resolution_of

LARGE = 500
"""Reports beyond which a few more are resolved in passing: deriving so many anew takes about a second."""

SHARE = 50
"""One in so many reports may be resolved in passing before the whole case is derived anew."""

_ON_LINES = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT, Verdict.ADD})


def rebuild(store: Store) -> tuple[Conflict, ...]:
    """Fold the decisions over what was read and store the result; gives the decisions that cannot all hold.

    Where another program added or decided meanwhile, it is done again: what is stored last is of the last state.
    """
    with collecting_later():
        while True:
            seen = find.state(store)
            conflicts = _derive(store)
            if find.state(store) == seen:
                return conflicts


def _copies(store: Store) -> None:
    runs = {key: word_runs(text) for key, text in find.report_texts(store)}
    prints = {key: chosen(own) for key, own in runs.items()}
    derive.save_families(store, families_of_runs(runs, prints))
    held = derive.printed(store) if passing.ready(store) else set()
    _stand_for(store, {key: own for key, own in prints.items() if key not in held})


def _stand_for(store: Store, prints: Mapping[str, Runs]) -> None:
    derive.save_prints(store, [(key, own.tobytes()) for key, own in prints.items()])
    derive.save_runs(store, holders(prints))


def _derive(store: Store) -> tuple[Conflict, ...]:
    log = decisions(store)
    corrections.fold(store, log)
    resolution = resolution_of(store, log)
    derive.save_resolution(store, resolution, _marks(resolution.actors.values()))
    derive.save_parents(store, parents(derive.belongings(store), resolution.actors))
    _copies(store)
    conflicts = _merge_anew(store, log)
    queue.save_worth(store)
    return (*resolution.conflicts, *conflicts)


def follow(store: Store, decision: Decision) -> tuple[Conflict, ...]:
    """Bring what is derived up to one more decision: all of it where who is who may change, else only what hangs on it."""
    log = decisions(store)
    meant = decision
    if decision.verdict is Verdict.UNDO:
        meant = next((one for one in log if str(one.number) == decision.left), decision)
    if meant.verdict in IDENTITY:
        return rebuild(store) if passing.passed(store) else _follow_identity(store, meant)
    if meant.verdict in _ON_LINES:
        _follow_lines(store, meant, log)
    return ()


def _follow_identity(store: Store, decision: Decision) -> tuple[Conflict, ...]:
    """A decision on which tellings are of one incident moves no actor; one on actors moves no copy, and may move incidents."""
    with collecting_later():
        while True:
            seen = find.state(store)
            conflicts = _move(store) if ON_OCCURRENCES in decision.left else _regroup(store, decision)
            if find.state(store) == seen:
                return conflicts


def _move(store: Store) -> tuple[Conflict, ...]:
    log = decisions(store)
    resolution = resolution_of(store, log)
    changed = moving.move(store, resolution, _marks)
    above = parents(derive.belongings(store), resolution.actors)
    moving.move_parents(store, {key: above.get(key, one.parent) for key, one in resolution.actors.items()})
    if moving.has_part_in_incidents(store, changed):
        _merge_anew(store, log)
    return resolution.conflicts


def _merge_anew(store: Store, log: tuple[Decision, ...]) -> tuple[Conflict, ...]:
    merged = resolve_incidents(told(store), log)
    derive.save_incidents(store, merged.incidents, merged.proposals, merged.alike)
    return merged.conflicts


def _regroup(store: Store, decision: Decision) -> tuple[Conflict, ...]:
    """Build anew the incidents that a decision on two of them moves; all of them where it is not known which are alike."""
    log, alike = decisions(store), merging.alike(store)
    if not alike:
        return _merge_anew(store, log)
    before = Standing(
        derive.incident_of(store),
        alike,
        lambda keys: told_beside(store, tuple(keys)),
        lambda lean: merging.with_reasons(store, lean),
    )
    found = regroup(before, log, (decision.left, decision.right))
    derive.change_incidents(store, found)
    return found.conflicts


def _follow_lines(store: Store, decision: Decision, log: tuple[Decision, ...]) -> None:
    corrected = decision.verdict in (Verdict.EDIT, Verdict.ADD)
    keys = (decision.left, *(corrections.fold(store, log) if corrected else ()))
    derive.refresh(store, keys)
    incidents = [one.line for one in passages.with_keys(store, keys) if one.kind is Kind.INCIDENT]
    if any(corrected or derive.are_told(store, (one.key,)) != _stands(one) for one in incidents):
        _merge_anew(store, log)


def _stands(line: Line) -> bool:
    """True for a line that nobody rejected or corrected."""
    return line.decision not in (Verdict.REJECT, Verdict.EDIT)


def bring_up(store: Store, added: Sequence[str], large: int = LARGE) -> None:
    """Derive what new reports change: in passing where they are few in a large case, else the whole anew."""
    new = tuple(dict.fromkeys((*passing.unresolved(store), *added)))
    ready = passing.size(store) >= large and passing.ready(store)
    if not (new and ready and _few(store, new)) or passing.resolved_in(store, new):
        rebuild(store)
        return
    while new and not refresh(store, new):
        new = passing.unresolved(store)  # somebody else derived some of it meanwhile


def _few(store: Store, new: Sequence[str]) -> bool:
    return passing.passed(store) + len(new) <= max(1, passing.size(store) // SHARE)


def _marks(actors: Iterable[Actor]) -> Iterable[tuple[str, str]]:
    for actor in actors:
        for text in dict.fromkeys((actor.name, *(name.text for name in actor.names))):
            yield from ((mark, actor.key) for mark in marks_of(text, actor.kind))
