"""Who is who after a decision: only what differs from what was derived before is written, and what hangs on it."""

import json
from collections.abc import Callable, Iterable, Mapping

from avowed.model.resolution import Resolution
from avowed.model.vocabulary import Kind
from avowed.model.world import Actor
from avowed.store import linked, queue
from avowed.store.derive import BELONGING, EDGES, PROPOSE, actor_row, name_rows, proposal_row
from avowed.store.sql import Sql
from avowed.store.store import Store

Marks = Callable[[Iterable[Actor]], Iterable[tuple[str, str]]]

_GIVEN = "(SELECT value FROM json_each(?))"
_OF_TOUCHED = f"(SELECT occurrence FROM membership WHERE actor IN {_GIVEN})"
_TIES = (
    f"(SELECT assertion FROM ties WHERE subject IN {_OF_TOUCHED} UNION "
    f"SELECT assertion FROM ties WHERE object IN {_OF_TOUCHED})"
)


def move(store: Store, resolution: Resolution, marks: Marks) -> tuple[int, ...]:
    """Make what is stored equal to this resolution, in one transaction; gives the occurrences that changed their actor.

    `marks` gives pairs of a name's mark and an actor, as for `derive.save_resolution`; parents are another matter.
    """
    with store.transaction() as sql:
        ids = {row["key"]: row["id"] for row in sql.execute("SELECT key, id FROM occurrences")}
        new = {ids[key]: actor for key, actor in resolution.membership.items()}
        old = {row["occurrence"]: row["actor"] for row in sql.execute("SELECT occurrence, actor FROM membership")}
        changed = {occurrence for occurrence in old.keys() | new.keys() if old.get(occurrence) != new.get(occurrence)}
        touched = {held[one] for one in changed for held in (old, new) if one in held}
        touched |= _other_rows(sql, resolution)
        given = json.dumps(sorted(touched))
        _forget(sql, given)
        sql.executemany("DELETE FROM membership WHERE occurrence = ?", [(one,) for one in sorted(changed)])
        rows = [(one, new[one]) for one in sorted(changed) if one in new]
        sql.executemany("INSERT INTO membership VALUES (?, ?)", rows)
        actors = [resolution.actors[key] for key in sorted(touched) if key in resolution.actors]
        sql.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)", map(actor_row, actors))
        sql.executemany("INSERT INTO actor_names VALUES (?, ?, ?, ?, ?)", name_rows(actors))
        sql.executemany("INSERT INTO name_marks VALUES (?, ?) ON CONFLICT DO NOTHING", marks(actors))
        sql.execute("DELETE FROM proposals")
        sql.executemany(PROPOSE, map(proposal_row, resolution.proposals))
        _count_anew(sql, given)
    queue.reckon(store, sorted(touched))
    return tuple(sorted(changed))


def _other_rows(sql: Sql, resolution: Resolution) -> set[str]:
    """Actors whose row is another than before, though all that is meant may be the same: decided on, or undone."""
    rows = sql.execute("SELECT key, name, kind, known_as, reviewed, reports FROM actors")
    old = {row["key"]: tuple(row) for row in rows}
    new = {
        key: (key, one.name, str(one.kind), one.known_as, int(one.reviewed), one.reports)
        for key, one in resolution.actors.items()
    }
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _forget(sql: Sql, given: str) -> None:
    for table, ends in (
        ("actors", ("key",)),
        ("actor_names", ("actor",)),
        ("name_marks", ("actor",)),
        ("edges", ("subject", "object")),
        ("belonging", ("member", "body")),
    ):
        for end in ends:
            sql.execute(f"DELETE FROM {table} WHERE {end} IN {_GIVEN}", (given,))
    linked.unlink_actors(sql, given)


def _count_anew(sql: Sql, given: str) -> None:
    also = f"t.assertion IN {_TIES} AND (ms.actor IN {_GIVEN} OR mo.actor IN {_GIVEN})"
    sql.execute(EDGES.format(also=f"AND {also}"), (given,) * 4)
    linked.link_actors(sql, given)
    sql.execute(BELONGING.format(also=f"AND {also}"), (given,) * 4)


def move_parents(store: Store, wanted: Mapping[str, str | None]) -> None:
    """Put every actor under the body that it belongs to, or under none, where it is not there already."""
    with store.transaction() as sql:
        held = {row["key"]: row["parent"] for row in sql.execute("SELECT key, parent FROM actors")}
        rows = [(wanted.get(key), key) for key, parent in held.items() if wanted.get(key) != parent]
        sql.executemany("UPDATE actors SET parent = ? WHERE key = ?", rows)


def has_part_in_incidents(store: Store, occurrences: Iterable[int]) -> bool:
    """True when an incident is told of one of these occurrences."""
    row = store.connection.execute(
        "SELECT 1 FROM parties p JOIN assertions a ON a.id = p.assertion WHERE a.kind = ? "
        "AND p.occurrence IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) LIMIT 1",
        (str(Kind.INCIDENT), json.dumps(list(occurrences))),
    ).fetchone()
    return row is not None
