"""What a few new reports change in what was derived: rows are added to it, nothing that stood is moved."""

import json
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.model.resolution import Proposal
from avowed.model.vocabulary import Slot
from avowed.model.world import Actor
from avowed.store import linked
from avowed.store.derive import BELONGING, EDGES, PROPOSE, actor_row, name_rows, proposal_row
from avowed.store.sql import Sql
from avowed.store.store import Store

_HELD_BY_MANY = 40
"""Actors that share a mark beyond which it tells nothing."""

_ACTORS = 12  # looked at for one new name, those of most marks first
_REPORTS = 5  # of each such actor, looked at for what is named beside it


def unresolved(store: Store) -> tuple[str, ...]:
    """Reports with an actor that nothing was derived for yet: occurrences are numbered in the order in which they came."""
    rows = store.connection.execute(
        "SELECT DISTINCT o.report FROM occurrences o JOIN readings g ON g.report = o.report AND g.current = 1 "
        "WHERE o.id > (SELECT coalesce(max(occurrence), 0) FROM membership) ORDER BY 1"
    )
    return tuple(row["report"] for row in rows)


def resolved_in(store: Store, reports: Sequence[str]) -> bool:
    """True when something was derived for one of these reports: they are read anew, not new."""
    query = (
        "SELECT 1 FROM occurrences o JOIN membership m ON m.occurrence = o.id "
        "WHERE o.report IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    return store.connection.execute(query, (json.dumps(list(reports)),)).fetchone() is not None


def passed(store: Store) -> int:
    """How many reports were resolved in passing since the whole case was."""
    return int(store.connection.execute("SELECT count(*) FROM passing").fetchone()[0])


def ready(store: Store) -> bool:
    """True when names and texts can be found by what stands for them: not yet in a case of an earlier format."""
    return all(
        store.connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
        for table in ("name_marks", "runs")
    )


def size(store: Store) -> int:
    """How many reports the case holds."""
    return int(store.connection.execute("SELECT count(*) FROM reports").fetchone()[0])


def actors_by_marks(store: Store, marks: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Actors that share marks with a name, those of most marks first, and the known actors that it may be."""
    rows = store.connection.execute(
        "SELECT mark, actor FROM name_marks WHERE mark IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(marks)),),
    )
    held: dict[str, list[str]] = {}
    for row in rows:
        held.setdefault(row["mark"], []).append(row["actor"])
    counts: dict[str, int] = {}
    for actors in held.values():
        if len(actors) <= _HELD_BY_MANY:
            for actor in actors:
                counts[actor] = counts.get(actor, 0) + 1
    listed = sorted(counts, key=lambda actor: (-counts[actor], actor))[:_ACTORS]
    query = "SELECT key FROM actors WHERE known_as IN (SELECT value FROM json_each(?))"
    sure = [row["key"] for row in store.connection.execute(query, (json.dumps(sorted(known)),))]
    return tuple(dict.fromkeys((*sure, *listed)))


def reports_of(store: Store, actor: str) -> tuple[str, ...]:
    """A few reports that name an actor."""
    rows = store.connection.execute(
        "SELECT DISTINCT o.report FROM membership m JOIN occurrences o ON o.id = m.occurrence WHERE m.actor = ? LIMIT ?",
        (actor, _REPORTS),
    )
    return tuple(row["report"] for row in rows)


def actor_exists(store: Store, key: str) -> bool:
    """True when an actor of the case has this key."""
    return store.connection.execute("SELECT 1 FROM actors WHERE key = ?", (key,)).fetchone() is not None


def standing(store: Store, reports: Sequence[str]) -> dict[str, str]:
    """Occurrence -> its actor, of these reports."""
    query = (
        "SELECT o.key, m.actor FROM occurrences o JOIN membership m ON m.occurrence = o.id "
        "WHERE o.report IN (SELECT value FROM json_each(?))"
    )
    rows = store.connection.execute(query, (json.dumps(list(reports)),))
    return {row["key"]: row["actor"] for row in rows}


def add_actors(
    store: Store,
    new: Sequence[Occurrence],
    membership: Mapping[str, str],
    actors: Sequence[Actor],
    proposals: Iterable[Proposal],
    marks: Mapping[str, frozenset[str]],
) -> bool:
    """Add who is who of new occurrences, in one transaction; `marks` are those of every name, by the name.

    False, and nothing is written, where somebody else derived some of it since it was looked at.
    """
    reports = json.dumps(sorted({one.report for one in new}))
    said = [(membership[one.key], text, one.report) for one in new for text in (one.name, *one.aliases)]
    with store.transaction() as sql:
        if _overtaken(sql, new, set(membership.values()), {one.key for one in actors}):
            return False
        sql.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)", map(actor_row, actors))
        sql.executemany("INSERT INTO actor_names VALUES (?, ?, ?, ?, ?)", name_rows(actors))
        sql.executemany("INSERT INTO membership VALUES (?, ?)", [(int(one.local), membership[one.key]) for one in new])
        sql.executemany(
            "INSERT INTO actor_names SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS "
            "(SELECT 1 FROM actor_names WHERE actor = ?1 AND folded = ?2)",
            [(key, fold(text), text, str(Slot.ALIAS), report[:12]) for key, text, report in said],
        )
        rows = {(mark, key) for key, text, _ in said for mark in marks[text]}
        sql.executemany("INSERT INTO name_marks VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows))
        sql.executemany(
            "UPDATE actors SET reports = (SELECT count(DISTINCT o.report) FROM membership m JOIN occurrences o "
            "ON o.id = m.occurrence WHERE m.actor = actors.key) WHERE key = ?",
            [(key,) for key in set(membership.values())],
        )
        sql.executemany(PROPOSE, map(proposal_row, proposals))
        only = "(SELECT id FROM occurrences WHERE report IN (SELECT value FROM json_each(?)))"
        sql.execute(EDGES.format(also=f"AND t.subject IN {only}"), (reports,))
        linked.link_reports(sql, {one.report for one in new})
        sql.execute(BELONGING.format(also=f"AND t.subject IN {only}"), (reports,))
    return True


def _overtaken(sql: Sql, new: Iterable[Occurrence], meant: set[str], made: set[str]) -> bool:
    """True when an occurrence has its actor by now, an actor that is meant is gone, or the key of a new one is taken."""
    ids = json.dumps([int(one.local) for one in new])
    query = "SELECT 1 FROM membership WHERE occurrence IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) LIMIT 1"
    if sql.execute(query, (ids,)).fetchone() is not None:
        return True
    query = "SELECT key FROM actors WHERE key IN (SELECT value FROM json_each(?))"
    there = {row["key"] for row in sql.execute(query, (json.dumps(sorted(meant | made)),))}
    return bool(there & made or meant - made - there)


def note_passing(store: Store, reports: Iterable[str]) -> None:
    """Record that reports were resolved in passing, until the whole case is derived anew."""
    with store.transaction() as sql:
        sql.executemany("INSERT INTO passing VALUES (?) ON CONFLICT DO NOTHING", [(report,) for report in reports])
