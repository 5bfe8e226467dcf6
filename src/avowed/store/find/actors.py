"""Asking a case for actors: their names, what is part of what, and where each is named."""

import json
from collections.abc import Sequence

from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import Actor, Name
from avowed.store.sql import Row
from avowed.store.store import Store


def actors(store: Store, keys: Sequence[str] | None = None) -> dict[str, Actor]:
    """Actors by key; all of them when no keys are given."""
    where, values = ("", ()) if keys is None else (f"WHERE key IN ({','.join('?' * len(keys))})", tuple(keys))
    rows = store.connection.execute(f"SELECT * FROM actors {where} ORDER BY key", values).fetchall()
    names = _names(store, [row["key"] for row in rows])
    return {row["key"]: _actor(row, names.get(row["key"], ())) for row in rows}


def actors_named(store: Store, name: str) -> tuple[str, ...]:
    """Keys of the actors that bear exactly this name after folding."""
    rows = store.connection.execute(
        "SELECT DISTINCT actor FROM actor_names WHERE folded = ? ORDER BY actor", (fold(name),)
    )
    return tuple(row["actor"] for row in rows)


def all_names(store: Store) -> tuple[tuple[str, str], ...]:
    """Every folded name with the key of its actor."""
    rows = store.connection.execute("SELECT DISTINCT folded, actor FROM actor_names ORDER BY 1, 2")
    return tuple((row["folded"], row["actor"]) for row in rows)


def parts_of(store: Store, key: str) -> tuple[str, ...]:
    """The actor and, below it, its factions, branches and leaders as far as parents are known."""
    rows = store.connection.execute(
        "WITH RECURSIVE part (key) AS (SELECT key FROM actors WHERE key = ? UNION SELECT a.key FROM actors a "
        "JOIN part ON a.parent = part.key) SELECT key FROM part ORDER BY key",
        (key,),
    )
    return tuple(row["key"] for row in rows) or (key,)


def bodies_above(store: Store, key: str) -> tuple[str, ...]:
    """The bodies that an actor is part of, as far as parents are known, nearest first; without the actor itself."""
    rows = store.connection.execute(
        "WITH RECURSIVE body (key, step) AS (SELECT parent, 1 FROM actors WHERE key = ? AND parent IS NOT NULL "
        "UNION SELECT a.parent, step + 1 FROM actors a JOIN body ON a.key = body.key WHERE a.parent IS NOT NULL "
        "AND step < 16) SELECT key, min(step) FROM body GROUP BY key ORDER BY 2, 1",
        (key,),
    )
    return tuple(row["key"] for row in rows if row["key"] != key)


def edges(store: Store) -> tuple[tuple[str, str, int, int], ...]:
    """Every pair of actors tied at all: subject, object, number of cooperative and of hostile lines."""
    rows = store.connection.execute("SELECT subject, object, sympathy, hostility FROM edges ORDER BY 1, 2")
    return tuple((row["subject"], row["object"], row["sympathy"], row["hostility"]) for row in rows)


def occurrences(store: Store, reports: Sequence[str] | None = None) -> tuple[Occurrence, ...]:
    """Every actor as every report, or each of some reports, names it, in order of key: what the resolver works on."""
    where = "" if reports is None else " WHERE o.report IN (SELECT value FROM json_each(?))"
    rows = store.connection.execute(
        "SELECT o.key, o.report, o.id, o.name, o.kind, o.aliases, o.known_as FROM occurrences o "
        f"JOIN readings g ON g.report = o.report AND g.current = 1{where} ORDER BY o.key",
        () if reports is None else (json.dumps(list(reports)),),
    )
    one_of: dict[str, str] = {}  # equal words are one value: a large case takes much less memory to go through
    once = one_of.setdefault
    return tuple(
        Occurrence(
            key,
            once(report, report),
            str(local),
            once(name, name),
            once(kind, kind),
            tuple(json.loads(aliases)) if aliases != "[]" else (),
            known_as=known_as,
        )
        for key, report, local, name, kind, aliases, known_as in rows
    )


def shown_names(store: Store) -> dict[str, str]:
    """Actor key -> the name to show."""
    return {row["key"]: row["name"] for row in store.connection.execute("SELECT key, name FROM actors")}


def occurrence_keys(store: Store, actor: str) -> tuple[str, ...]:
    """The keys of an actor's occurrences, in order; the first stands for it in the log of decisions."""
    rows = store.connection.execute(
        "SELECT o.key FROM membership m JOIN occurrences o ON o.id = m.occurrence WHERE m.actor = ? ORDER BY o.key",
        (actor,),
    )
    return tuple(row["key"] for row in rows)


def actor_of(store: Store, occurrence: str) -> str | None:
    """The actor that an occurrence belongs to; None when no reading holds the occurrence."""
    row = store.connection.execute(
        "SELECT m.actor FROM membership m JOIN occurrences o ON o.id = m.occurrence WHERE o.key = ?", (occurrence,)
    ).fetchone()
    return str(row["actor"]) if row else None


def _names(store: Store, keys: Sequence[str]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    for start in range(0, len(keys), 500):
        part = tuple(keys[start : start + 500])
        query = f"SELECT * FROM actor_names WHERE actor IN ({','.join('?' * len(part))}) ORDER BY rowid"
        for row in store.connection.execute(query, part):
            name = Name(row["text"], Slot(row["slot"]), row["source"])
            found[row["actor"]] = (*found.get(row["actor"], ()), name)
    return found


def _actor(row: Row, names: tuple[Name, ...]) -> Actor:
    return Actor(
        key=row["key"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=names,
        known_as=row["known_as"],
        parent=row["parent"],
        reviewed=bool(row["reviewed"]),
        reports=row["reports"],
    )
