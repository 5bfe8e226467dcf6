"""Pairs of incidents that may be one, kept as the two tellings that are most alike: which incidents these are of is looked up."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from avowed.model.codec import decode
from avowed.model.resolution import IncidentPair, Proposal
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
