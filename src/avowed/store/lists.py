"""Lists for a person to choose from: actors by the beginning of a name, how far each kind of line is checked."""

import json
import sqlite3
from collections.abc import Sequence

from avowed.model.decisions import Verdict, in_force
from avowed.model.names import fold
from avowed.model.pages import ActorRow, Checked, Tied
from avowed.model.vocabulary import ActorKind
from avowed.store.connection import Store
from avowed.store.write import decisions

_JUDGED = (Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT)


_ROW = (
    "SELECT a.key, a.name, a.kind, a.reports, a.reviewed, (SELECT group_concat(text, char(10)) FROM actor_names n "
    "WHERE n.actor = a.key AND n.text <> a.name) AS also FROM actors a "
)


def actors_like(store: Store, words: str, limit: int, offset: int = 0) -> tuple[ActorRow, ...]:
    """Actors with a name in which a word begins so, those of most reports first; all of them for no words."""
    start = fold(words).replace("\\", "").replace("%", "").replace("_", "")
    query = (
        f"{_ROW} WHERE ? = '' OR a.key IN (SELECT actor FROM actor_names WHERE folded LIKE ? OR folded LIKE ?) "
        "ORDER BY a.reports DESC, a.name, a.key LIMIT ? OFFSET ?"
    )
    return tuple(map(_row, store.connection.execute(query, (start, f"{start}%", f"% {start}%", limit, offset))))


def actors_with(store: Store, keys: Sequence[str]) -> tuple[ActorRow, ...]:
    """The actors with these keys, in the order of the keys."""
    query = f"{_ROW} WHERE a.key IN (SELECT value FROM json_each(?))"
    found = {row["key"]: _row(row) for row in store.connection.execute(query, (json.dumps(list(keys)),))}
    return tuple(found[key] for key in keys if key in found)


def _row(row: sqlite3.Row) -> ActorRow:
    also = tuple(dict.fromkeys(row["also"].split("\n"))) if row["also"] else ()
    return ActorRow(row["key"], row["name"], ActorKind(row["kind"]), row["reports"], bool(row["reviewed"]), also)


def most_tied(store: Store, limit: int) -> tuple[Tied, ...]:
    """The pairs of actors with most lines of both signs, then with most lines."""
    rows = store.connection.execute(
        "SELECT e.one, e.other, l.name AS left_name, r.name AS right_name, e.plus, e.minus FROM (SELECT min(subject, "
        "object) AS one, max(subject, object) AS other, sum(sympathy) AS plus, sum(hostility) AS minus FROM edges "
        "GROUP BY 1, 2 ORDER BY min(sum(sympathy), sum(hostility)) DESC, sum(sympathy + hostility) DESC, 1, 2 LIMIT ?) e "
        "JOIN actors l ON l.key = e.one JOIN actors r ON r.key = e.other",
        (limit,),
    )
    return tuple(Tied(*row) for row in rows)


def checked(store: Store) -> tuple[Checked, ...]:
    """Lines by kind: how many there are, how many were decided on, and how many of these were right."""
    total = store.connection.execute(
        "SELECT a.kind, count(*) AS lines FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1 "
        "GROUP BY 1 ORDER BY 1"
    ).fetchall()
    verdicts = {one.left: one.verdict for one in in_force(decisions(store)) if one.verdict in _JUDGED}
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
