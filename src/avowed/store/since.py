"""What came into a case after a day: relations with new lines, new incidents and actors, by index and without judging."""

import json
from datetime import date

from avowed.store.store import Store

_TALLIES = """
    SELECT l.one, l.other,
        count(*) FILTER (WHERE l.published > ?1 AND l.sign > 0 AND l.negated = 0) AS new_plus,
        count(*) FILTER (WHERE l.published > ?1 AND l.sign < 0 AND l.negated = 0) AS new_minus,
        count(*) FILTER (WHERE l.published <= ?1 AND l.sign > 0 AND l.negated = 0) AS plus,
        count(*) FILTER (WHERE l.published <= ?1 AND l.sign < 0 AND l.negated = 0) AS minus
    FROM (SELECT DISTINCT one, other FROM links WHERE published > ?1 AND published <= ?2) w
    JOIN links l ON l.one = w.one AND l.other = w.other AND l.published <= ?2
    WHERE l.one <> l.other GROUP BY 1, 2
"""
# Reversals by count first, then new relations, then the others; the most new lines first.
_RANKED = f"""
    SELECT *, count(*) OVER () AS every FROM ({_TALLIES}) tallies WHERE new_plus + new_minus > 0 ORDER BY CASE
        WHEN (plus - minus) * (plus + new_plus - minus - new_minus) < 0 THEN 0 WHEN plus + minus = 0 THEN 1 ELSE 2 END,
    new_plus + new_minus DESC, one, other LIMIT ?3
"""


_SIGNED = """
    SELECT one, other, count(*) AS lines, sum(negated) AS denied FROM links WHERE one <> other AND sign <> 0 {of}
    GROUP BY one, other HAVING count(*) > 1 AND (sum(negated) > 0 OR abs(sum(sign)) < count(*))
"""  # signs are 1 and -1: adding them up costs less than looking for the largest and the least
_OF = "AND (one IN (SELECT value FROM json_each(?1)) OR other IN (SELECT value FROM json_each(?1)))"


def touched(store: Store, since: date, until: date, most: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The relations with a signed line published after one day and up to the other: the first of them, and how many."""
    rows = store.connection.execute(_RANKED, (since.isoformat(), until.isoformat(), most)).fetchall()
    return tuple((row["one"], row["other"]) for row in rows), rows[0]["every"] if rows else 0


def new_reports(store: Store, since: date, until: date) -> tuple[str, ...]:
    """The reports published after one day and up to the other."""
    rows = store.connection.execute(
        "SELECT id FROM reports WHERE published_first > ? AND published_first <= ? ORDER BY published_first, id",
        (since.isoformat(), until.isoformat()),
    )
    return tuple(row["id"] for row in rows)


def new_incidents(store: Store, since: date, until: date) -> tuple[str, ...]:
    """The incidents of which no report told up to a day, and one does by the other; by date."""
    rows = store.connection.execute(
        "WITH told (incident, published) AS (SELECT m.incident, r.published_first FROM incident_members m "
        "JOIN assertions a ON a.key = m.assertion JOIN readings g ON g.id = a.reading AND g.current = 1 "
        "JOIN reports r ON r.id = g.report) SELECT i.key FROM incidents i JOIN (SELECT incident, min(published) AS first "
        "FROM told GROUP BY incident) t ON t.incident = i.key WHERE t.first > ? AND t.first <= ? "
        "ORDER BY i.first IS NULL, i.first, i.key",
        (since.isoformat(), until.isoformat()),
    )
    return tuple(row["key"] for row in rows)


def new_actors(store: Store, since: date, until: date) -> tuple[str, ...]:
    """The actors whom no report named up to a day, and one does by the other; those of most reports first."""
    rows = store.connection.execute(
        "WITH late (actor) AS (SELECT DISTINCT m.actor FROM reports r JOIN occurrences o ON o.report = r.id "
        "JOIN membership m ON m.occurrence = o.id WHERE r.published_first > ?1 AND r.published_first <= ?2) "
        "SELECT a.key FROM late JOIN actors a ON a.key = late.actor WHERE NOT EXISTS ("
        "SELECT 1 FROM membership m JOIN occurrences o ON o.id = m.occurrence JOIN reports r ON r.id = o.report "
        "WHERE m.actor = late.actor AND r.published_first <= ?1) ORDER BY a.reports DESC, a.key",
        (since.isoformat(), until.isoformat()),
    )
    return tuple(row["key"] for row in rows)


def disputed(store: Store, actors: tuple[str, ...], most: int) -> tuple[tuple[str, str], ...]:
    """Pairs of actors of which something is told and denied, or one dimension with both signs; of most lines first."""
    rows = store.connection.execute(
        f"SELECT one, other FROM ({_SIGNED.format(of=_OF if actors else '')}) c WHERE denied > 0 OR EXISTS (SELECT 1 "
        "FROM links p JOIN links m ON m.one = p.one AND m.other = p.other AND m.dimension = p.dimension AND m.sign < 0 "
        "WHERE p.one = c.one AND p.other = c.other AND p.sign > 0) ORDER BY lines DESC, one, other LIMIT ?2",
        (json.dumps(actors), most),
    )
    return tuple((row["one"], row["other"]) for row in rows)
