"""Who stands around two actors: the ties near them and the lines on given pairs, found by index at any size of case."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from avowed.model.decisions import Verdict
from avowed.model.findings import Outline, Tie
from avowed.model.vocabulary import Precision
from avowed.model.when import UNKNOWN_TIME, When, from_days
from avowed.store.find import DIMENSIONS, TIE, ties_in, ties_of_links, verdicts_on
from avowed.store.sql import Row
from avowed.store.store import Store

Edge = tuple[str, str, int, int]
_WANTED = """
    SELECT l.assertion FROM wanted w JOIN links l ON l.one = w.one || '' AND l.other = w.other || ''
    WHERE ?1 IS NULL OR l.published <= ?1
"""  # `|| ''` keeps SQLite from going through all links and looking up the pair of each
_OUTLINES = f"""
    SELECT l.assertion AS row, a.key, CASE WHEN l.turned = 1 THEN l.other ELSE l.one END AS subject,
        CASE WHEN l.turned = 1 THEN l.one ELSE l.other END AS object, l.dimension, l.sign, l.negated, a.valid_first,
        a.valid_last, a.score, a.reading, a.quote_start, a.quote_end
    FROM links l JOIN assertions a ON a.id = l.assertion
    WHERE l.assertion IN ({_WANTED}) AND l.sign <> 0 AND l.mode = 'actual'
        AND a.reading NOT IN (SELECT id FROM readings WHERE current = 0) ORDER BY l.assertion
"""
_TIES = ties_of_links(
    "JOIN wanted w ON links.one = w.one || '' AND links.other = w.other || '' WHERE ?1 IS NULL OR published <= ?1"
)
_NEIGHBOURS = 150  # of a side: the best told; more would cost seconds and never be read


def thirds(store: Store, left: Sequence[str], right: Sequence[str], most: int) -> tuple[str, ...]:
    """The actors tied to both sides, those of most lines first."""
    ends = " UNION ALL ".join(
        f"SELECT {third} AS third, {counts} FROM edges WHERE {own} IN (SELECT value FROM json_each({side}))"
        for side, counts in (
            ("?1", "sympathy + hostility AS one, 0 AS other"),
            ("?2", "0 AS one, sympathy + hostility AS other"),
        )
        for third, own in (("object", "subject"), ("subject", "object"))
    )
    rows = store.connection.execute(
        f"SELECT third FROM ({ends}) ends WHERE third NOT IN (SELECT value FROM json_each(?3)) GROUP BY third "
        "HAVING sum(one) > 0 AND sum(other) > 0 ORDER BY min(sum(one), sum(other)) DESC, third LIMIT ?4",
        (json.dumps(list(left)), json.dumps(list(right)), json.dumps([*left, *right]), most),
    )
    return tuple(row["third"] for row in rows)


def own_edges(store: Store, left: Sequence[str], right: Sequence[str]) -> tuple[Edge, ...]:
    """Every tie of the two sides: who stands next to them."""
    return _edges_of(store, {*left, *right})


def edges_across(store: Store, own: Iterable[Edge], left: Sequence[str], right: Sequence[str]) -> tuple[Edge, ...]:
    """The ties between those who stand next to one side and those next to the other: enough for ways of three steps."""
    beside: tuple[set[str], set[str]] = set(), set()
    for subject, object_, *_ in own:
        for one, other in ((subject, object_), (object_, subject)):
            for side, found in zip((left, right), beside, strict=True):
                if one in side:
                    found.add(other)
    few, many = sorted(beside, key=len)
    query = (  # `|| ''` keeps SQLite from looking up every pair
        "SELECT subject, object, sympathy, hostility FROM edges WHERE subject IN (SELECT value FROM json_each(?1)) "
        "AND object || '' IN (SELECT value FROM json_each(?2)) "
        "UNION SELECT subject, object, sympathy, hostility FROM edges WHERE object IN (SELECT value FROM json_each(?1)) "
        "AND subject || '' IN (SELECT value FROM json_each(?2))"
    )
    return _edges(store.connection.execute(query, (json.dumps(sorted(few)), json.dumps(sorted(many)))))


def edges_near(store: Store, left: Sequence[str], right: Sequence[str]) -> tuple[Edge, ...]:
    """Every tie of the two sides and of those who stand next to them: enough for ways of up to four steps."""
    near = set(left) | set(right)
    for side in (left, right):
        near |= set(_next_to(store, side))
    return _edges_of(store, near)


def _edges_of(store: Store, actors: Iterable[str]) -> tuple[Edge, ...]:
    query = (
        "SELECT subject, object, sympathy, hostility FROM edges WHERE subject IN (SELECT value FROM json_each(?1)) "
        "UNION SELECT subject, object, sympathy, hostility FROM edges "
        "WHERE object IN (SELECT value FROM json_each(?1))"
    )
    return _edges(store.connection.execute(query, (json.dumps(sorted(actors)),)))


def _edges(rows: Iterable[Row]) -> tuple[Edge, ...]:
    return tuple(map(tuple, rows))


def ties_on(store: Store, pairs: Iterable[tuple[str, str]], known_on: date | None = None) -> tuple[Tie, ...]:
    """Every tie between the two actors of any of these pairs, in order of row; published by a day, where one is given."""
    _want(store, pairs)
    rows = store.connection.execute(_TIES, (known_on.isoformat() if known_on else None,))
    return tuple(ties_in(rows, verdicts_on(store)))


def outlines_on(store: Store, pairs: Iterable[tuple[str, str]], known_on: date | None = None) -> tuple[Outline, ...]:
    """The same ties without their words, in the same order: those with a sign alone that are told as fact and stand."""
    _want(store, pairs)
    rejected = {key for key, verdict in verdicts_on(store).items() if verdict == Verdict.REJECT}
    rows = store.connection.execute(_OUTLINES, (known_on.isoformat() if known_on else None,))
    return tuple(
        Outline(
            row,
            key,
            subject,
            object_,
            DIMENSIONS[dimension],
            sign,
            bool(negated),
            _days(first, last),
            score,
            (reading, start, end),
        )
        for row, key, subject, object_, dimension, sign, negated, first, last, score, reading, start, end in rows
        if subject != object_ and key not in rejected
    )


def ties_at(store: Store, rows: Iterable[int]) -> dict[int, Tie]:
    """Row -> its tie, of some rows."""
    query = f"{TIE} WHERE l.assertion IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) ORDER BY l.assertion"
    found = store.connection.execute(query, (json.dumps(sorted(set(rows))),)).fetchall()
    return dict(zip((row["row"] for row in found), ties_in(found, verdicts_on(store)), strict=True))


def _want(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    wanted = sorted({(one, other) if one < other else (other, one) for one, other in pairs})
    sql = store.connection
    sql.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (one TEXT, other TEXT, PRIMARY KEY (one, other))")
    sql.execute("DELETE FROM wanted")
    sql.executemany("INSERT INTO wanted VALUES (?, ?)", wanted)


@lru_cache(maxsize=8192)
def _days(first: str | None, last: str | None) -> When:
    return from_days(first, last, Precision.DAY) if first or last else UNKNOWN_TIME


def _next_to(store: Store, side: Sequence[str]) -> list[str]:
    """The actors tied to a side, those of most lines first."""
    rows = store.connection.execute(
        "SELECT third FROM (SELECT object AS third, sympathy + hostility AS lines FROM edges "
        "WHERE subject IN (SELECT value FROM json_each(?1)) UNION ALL SELECT subject, sympathy + hostility FROM edges "
        "WHERE object IN (SELECT value FROM json_each(?1))) next GROUP BY third HAVING sum(lines) > 0 "
        "ORDER BY sum(lines) DESC, third LIMIT ?2",
        (json.dumps(list(side)), _NEIGHBOURS),
    )
    return [row["third"] for row in rows]
