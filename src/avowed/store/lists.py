"""Lists for a person to choose from: actors by the beginning of a name, how far each kind of line is checked."""

import json
from collections.abc import Iterator, Sequence

from avowed.model.decisions import Decision, Verdict
from avowed.model.names import fold
from avowed.model.pages import ActorRow, Bearing, Bearings, Checked, Tied
from avowed.model.vocabulary import ActorKind
from avowed.store.find import source_in
from avowed.store.namesakes import namesakes
from avowed.store.rows import SOURCE
from avowed.store.sql import Row
from avowed.store.store import Store

_JUDGED = (Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT)


# All lines of each kind, by index alone, less those of readings that were done anew.
_BY_KIND = """
    SELECT kind, CAST(sum(lines) AS BIGINT) AS lines FROM (SELECT kind, count(*) AS lines FROM assertions GROUP BY kind UNION ALL
        SELECT CAST(kind AS TEXT), -count(*) FROM assertions WHERE reading IN (SELECT id FROM readings WHERE current = 0)
        GROUP BY 1) held
    GROUP BY kind HAVING sum(lines) > 0 ORDER BY kind
"""
_ROW = (
    "SELECT a.key, a.name, a.kind, a.reports, a.reviewed, (SELECT b.name FROM actors b WHERE b.key = a.parent) AS body "
    "FROM actors a "
)


def actors_like(store: Store, words: str, limit: int, offset: int = 0) -> tuple[ActorRow, ...]:
    """Actors with a name in which a word begins so, those of most reports first; all of them for no words."""
    start = fold(words).replace("\\", "").replace("%", "").replace("_", "")
    query = (
        f"{_ROW} WHERE ? = '' OR a.key IN (SELECT actor FROM actor_names WHERE folded LIKE ? OR folded LIKE ?) "
        "ORDER BY a.reports DESC, a.name, a.key LIMIT ? OFFSET ?"
    )
    rows = store.connection.execute(query, (start, f"{start}%", f"% {start}%", limit, offset))
    return tuple(_rows(store, rows.fetchall()))


def actors_with(store: Store, keys: Sequence[str]) -> tuple[ActorRow, ...]:
    """The actors with these keys, in the order of the keys."""
    query = f"{_ROW} WHERE a.key IN (SELECT value FROM json_each(?))"
    rows = store.connection.execute(query, (json.dumps(list(keys)),))
    found = {row.key: row for row in _rows(store, rows.fetchall())}
    return tuple(found[key] for key in keys if key in found)


def _rows(store: Store, rows: Sequence[Row]) -> Iterator[ActorRow]:
    also: dict[str, dict[str, None]] = {}
    query = "SELECT actor, text FROM actor_names WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY rowid"
    for name in store.connection.execute(query, (json.dumps([row["key"] for row in rows]),)):
        also.setdefault(name["actor"], {})[name["text"]] = None
    apart = namesakes(store, [(row["key"], row["name"]) for row in rows])
    for row in rows:
        key, name = row["key"], row["name"]
        others = tuple(text for text in also.get(key, ()) if text != name)
        kind, body, reviewed = ActorKind(row["kind"]), row["body"] or "", bool(row["reviewed"])
        lines, beside = apart.get(key, (0, ""))
        yield ActorRow(key, name, kind, row["reports"], reviewed, others, body, key in apart, lines, beside)


def bearings(store: Store, actor: str, limit: int, offset: int) -> Bearings:
    """How each report names an actor: other names than its own first, the oldest report of each name first."""
    rows = store.connection.execute(
        f"SELECT o.key, o.name, {SOURCE} FROM membership m "
        "JOIN occurrences o ON o.id = m.occurrence JOIN reports r ON r.id = o.report "
        "LEFT JOIN families f ON f.report = r.id JOIN actors a ON a.key = m.actor WHERE m.actor = ? "
        "ORDER BY o.name = a.name, o.name, r.published_first IS NULL, r.published_first, o.key LIMIT ? OFFSET ?",
        (actor, limit, offset),
    )
    total = store.connection.execute("SELECT count(*) FROM membership WHERE actor = ?", (actor,)).fetchone()[0]
    own = store.connection.execute(
        "SELECT o.key FROM membership m JOIN occurrences o ON o.id = m.occurrence JOIN actors a ON a.key = m.actor "
        "WHERE m.actor = ? ORDER BY o.name <> a.name, o.key LIMIT 2",
        (actor,),
    )
    named = tuple(Bearing(row["key"], row["name"], source_in(row)) for row in rows)
    return Bearings(actor, named, total, tuple(row["key"] for row in own))


def most_tied(store: Store, limit: int) -> tuple[Tied, ...]:
    """The pairs of actors with most lines of both signs, then with most lines."""
    rows = store.connection.execute(
        "SELECT e.one, e.other, l.name AS left_name, r.name AS right_name, e.plus, e.minus FROM (SELECT min(subject, "
        "object) AS one, max(subject, object) AS other, sum(sympathy) AS plus, sum(hostility) AS minus FROM edges "
        "GROUP BY 1, 2 ORDER BY min(sum(sympathy), sum(hostility)) DESC, sum(sympathy + hostility) DESC, 1, 2 LIMIT ?) e "
        "JOIN actors l ON l.key = e.one JOIN actors r ON r.key = e.other "
        "ORDER BY min(e.plus, e.minus) DESC, e.plus + e.minus DESC, e.one, e.other",
        (limit,),
    )
    return tuple(Tied(*row) for row in rows)


def checked(store: Store, log: Sequence[Decision]) -> tuple[Checked, ...]:
    """Lines by kind: how many there are, how many were decided on, and how many of these were right.

    `log` holds the decisions that are in force.
    """
    total = store.connection.execute(_BY_KIND).fetchall()
    verdicts = {one.left: one.verdict for one in log if one.verdict in _JUDGED}
    kinds: dict[str, list[Verdict]] = {}
    for key, verdict in verdicts.items():
        row = store.connection.execute("SELECT kind FROM assertions WHERE key = ?", (key,)).fetchone()
        if row:
            kinds.setdefault(row["kind"], []).append(verdict)
    return tuple(
        Checked(
            row["kind"],
            row["lines"],
            len(kinds.get(row["kind"], ())),
            kinds.get(row["kind"], []).count(Verdict.ACCEPT),
        )
        for row in total
    )
