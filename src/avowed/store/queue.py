"""What a person should check first: lines of which the reader is unsure and on which much depends."""

import json
from collections.abc import Sequence

from avowed.model.vocabulary import Kind
from avowed.store.store import Store

# Worth = doubt x hold. Doubt is largest at a score of one half. A tie's hold is its share of the lines of its pair,
# times how much is told of the two; other kinds, on which no number rests, have the hold of one line among ten.
_WORTH = """
    WITH pairs AS (SELECT one, other, count(*) AS lines FROM links {of} GROUP BY 1, 2)
    INSERT INTO worth SELECT a.id, a.kind, (1.05 - abs(2 * a.score - 1)) * coalesce(
        (CAST(1 AS DOUBLE PRECISION) / (p.lines + 1)) * min(20, o.reports + t.reports), 0.1)
    FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1
    LEFT JOIN links l ON l.assertion = a.id LEFT JOIN pairs p ON p.one = l.one AND p.other = l.other
    LEFT JOIN actors o ON o.key = l.one LEFT JOIN actors t ON t.key = l.other
    WHERE a.score < 1.0 {only}
"""
# The lines of a report, and those on the pairs that it tells of: these alone are worth another sum than before.
_TOLD = """
    SELECT a.id FROM readings g JOIN assertions a ON a.reading = g.id
    WHERE g.current = 1 AND g.report IN (SELECT value FROM json_each(?1))
"""
_PAIRS = f"SELECT DISTINCT one, other FROM links WHERE assertion IN ({_TOLD})"
_TOUCHED = f"SELECT l.assertion FROM ({_PAIRS}) p JOIN links l ON l.one = p.one AND l.other = p.other UNION {_TOLD}"
_DECIDED = """
    SELECT left_key FROM decisions WHERE verdict IN ('accept', 'reject', 'edit')
    AND CAST(number AS TEXT) NOT IN (SELECT left_key FROM decisions WHERE verdict = 'undo')
"""


def save_worth(store: Store) -> None:
    """Reckon anew how useful it is to check each line."""
    with store.transaction() as sql:
        sql.execute("DELETE FROM worth")
        sql.execute(_WORTH.format(of="", only=""))


def add_worth(store: Store, reports: Sequence[str]) -> None:
    """Reckon how useful it is to check each line of some new reports, and anew each line on a pair that they tell of."""
    given = (json.dumps(list(reports)),)
    with store.transaction() as sql:
        sql.execute(f"DELETE FROM worth WHERE assertion IN ({_TOUCHED})", given)
        sql.execute(_WORTH.format(of=f"WHERE (one, other) IN ({_PAIRS})", only=f"AND a.id IN ({_TOUCHED})"), given)


def reckon(store: Store, actors: Sequence[str]) -> None:
    """Reckon anew how useful it is to check each line on one of these actors."""
    given = json.dumps(list(actors))
    these = "(SELECT value FROM json_each(?))"
    touched = (
        f"SELECT assertion FROM links WHERE one IN {these} UNION SELECT assertion FROM links WHERE other IN {these}"
    )
    with store.transaction() as sql:
        sql.execute(f"DELETE FROM worth WHERE assertion IN ({touched})", (given, given))
        of = f"WHERE one IN {these} OR other IN {these}"
        sql.execute(_WORTH.format(of=of, only=f"AND a.id IN ({touched})"), (given,) * 4)


def to_check(store: Store, kind: Kind | None, limit: int) -> tuple[str, ...]:
    """The keys of lines that nobody has decided on, the most useful first."""
    rows = store.connection.execute(
        f"SELECT a.key FROM worth w JOIN assertions a ON a.id = w.assertion WHERE {'w.kind = ?' if kind else '? IS NULL'} "
        f"AND a.key NOT IN ({_DECIDED}) ORDER BY w.worth DESC, w.assertion LIMIT ?",
        (str(kind) if kind else None, limit),
    )
    return tuple(row["key"] for row in rows)
