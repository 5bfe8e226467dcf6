"""Pairs of incidents that may be one, kept as the two tellings that are most alike: which incidents these are of is looked up."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from avowed.model.codec import decode
from avowed.model.resolution import Alike, IncidentPair, Proposal
from avowed.model.world import Incident
from avowed.store.sql import Row, Sql
from avowed.store.store import Store

_OPEN = """
    FROM incident_proposals p JOIN incident_members l ON l.assertion = p.left_key
    JOIN incident_members r ON r.assertion = p.right_key WHERE l.incident <> r.incident
"""


def note(sql: Sql, rows: Iterable[tuple[object, ...]]) -> None:
    """Keep pairs of tellings beside those that are kept; the rows are those of `derive.proposal_row`."""
    sql.executemany(
        "INSERT INTO incident_proposals VALUES (?, ?, ?, ?) "
        "ON CONFLICT (left_key, right_key) DO UPDATE SET score = excluded.score, why = excluded.why",
        rows,
    )


def keep_alike(sql: Sql, rows: Iterable[tuple[object, ...]]) -> None:
    """Keep the pairs of tellings that are alike: rows as for `note`, with whether the two are joined."""
    sql.executemany("INSERT INTO tellings_alike VALUES (?, ?, ?, ?, ?)", rows)


def propose(sql: Sql, wanted: Iterable[tuple[str, str]]) -> None:
    """Make these pairs of tellings that are alike the ones that are proposed, and no others."""
    new = set(wanted)
    old = {tuple(row) for row in sql.execute("SELECT left_key, right_key FROM incident_proposals")}
    sql.executemany("DELETE FROM incident_proposals WHERE left_key = ? AND right_key = ?", sorted(old - new))
    sql.executemany(
        "INSERT INTO incident_proposals SELECT left_key, right_key, score, why FROM tellings_alike "
        "WHERE left_key = ? AND right_key = ?",
        sorted(new - old),
    )


def alike(store: Store) -> tuple[Alike, ...]:
    """The pairs of tellings that are alike, the surest first, without what speaks for it; none in a case of an older form."""
    rows = store.connection.execute(
        "SELECT left_key, right_key, score, joined FROM tellings_alike ORDER BY score DESC, left_key, right_key"
    )
    return tuple(Alike(left, right, score, (), bool(joined)) for left, right, score, joined in rows)


def with_reasons(store: Store, lean: Iterable[Alike]) -> tuple[Alike, ...]:
    """The same pairs with what speaks for them."""
    query = "SELECT why FROM tellings_alike WHERE left_key = ? AND right_key = ?"
    found = []
    for one in lean:
        why = decode(Proposal, json.loads(store.connection.execute(query, (one.left, one.right)).fetchone()["why"]))
        found.append(replace(one, features=why.features))
    return tuple(found)


def pairs(store: Store, limit: int | None = None) -> tuple[IncidentPair, ...]:
    """Pairs of incidents that may be one, the likeliest first, each once."""
    query = (
        f"SELECT p.why, l.incident AS one, r.incident AS other {_OPEN} ORDER BY p.score DESC, p.left_key, p.right_key"
    )
    found = list(islice(_each_once(store.connection.execute(query)), limit))
    keys = sorted({row[end] for row in found for end in ("one", "other")})
    held = store.connection.execute(
        "SELECT key, body FROM incidents WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
    )
    known = {row["key"]: decode(Incident, json.loads(row["body"])) for row in held}
    return tuple(
        IncidentPair(decode(Proposal, json.loads(row["why"])), known[row["one"]], known[row["other"]]) for row in found
    )


def count(store: Store) -> int:
    """How many pairs of incidents may be one."""
    rows = f"SELECT DISTINCT min(l.incident, r.incident), max(l.incident, r.incident) {_OPEN}"
    return int(store.connection.execute(f"SELECT count(*) FROM ({rows}) open").fetchone()[0])


def _each_once(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[frozenset[str]] = set()
    for row in rows:
        pair = frozenset((row["one"], row["other"]))
        if pair not in seen:
            seen.add(pair)
            yield row
