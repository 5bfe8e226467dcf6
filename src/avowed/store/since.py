"""What came into a case after a day: relations with new lines, new incidents and actors, by index and without judging."""

import json
from dataclasses import dataclass
from datetime import date

from avowed.store.connection import Store

_TALLIES = """
    SELECT l.one, l.other,
        sum(l.published > ?1 AND t.sign > 0 AND NOT t.negated) AS new_plus,
        sum(l.published > ?1 AND t.sign < 0 AND NOT t.negated) AS new_minus,
        sum(l.published <= ?1 AND t.sign > 0 AND NOT t.negated) AS plus,
        sum(l.published <= ?1 AND t.sign < 0 AND NOT t.negated) AS minus
    FROM (SELECT DISTINCT one, other FROM links WHERE published > ?1 AND published <= ?2) w
    JOIN links l ON l.one = w.one AND l.other = w.other AND l.published <= ?2
    JOIN ties t ON t.assertion = l.assertion WHERE l.one <> l.other GROUP BY 1, 2
    HAVING new_plus + new_minus > 0
"""


@dataclass(frozen=True, slots=True)
class Touched:
    """A pair of actors with new lines: counts of lines of either sign, before and since."""

    one: str
    other: str
    before: tuple[int, int]
    since: tuple[int, int]

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Reversals by count first, then new relations, then the others; the most new lines first."""
        now = self.before[0] + self.since[0] - self.before[1] - self.since[1]
        reversed_ = now * (self.before[0] - self.before[1]) < 0
        return 0 if reversed_ else 1 if not any(self.before) else 2, -sum(self.since), self.one, self.other


def touched(store: Store, since: date, until: date) -> tuple[Touched, ...]:
    """The relations with a signed line published after one day and up to the other, in order of their rank."""
    rows = store.connection.execute(_TALLIES, (since.isoformat(), until.isoformat()))
    found = (
        Touched(row["one"], row["other"], (row["plus"], row["minus"]), (row["new_plus"], row["new_minus"]))
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: one.rank))


def new_reports(store: Store, since: date, until: date) -> tuple[str, ...]:
    """The reports published after one day and up to the other."""
    rows = store.connection.execute(
        "SELECT id FROM reports WHERE published_first > ? AND published_first <= ? ORDER BY published_first, id",
        (since.isoformat(), until.isoformat()),
    )
    return tuple(row["id"] for row in rows)


def new_incidents(store: Store, reports: tuple[str, ...]) -> tuple[str, ...]:
    """The incidents of which only these reports tell, by date."""
    rows = store.connection.execute(
        "WITH late (report) AS (SELECT value FROM json_each(?1)), told (incident, report) AS ("
        "SELECT m.incident, g.report FROM late JOIN readings g ON g.report = late.report AND g.current = 1 "
        "JOIN assertions a ON a.reading = g.id AND a.kind = 'incident' JOIN incident_members m ON m.assertion = a.key) "
        "SELECT i.key FROM incidents i WHERE i.key IN (SELECT incident FROM told) AND NOT EXISTS ("
        "SELECT 1 FROM incident_members m JOIN assertions a ON a.key = m.assertion JOIN readings g ON g.id = a.reading "
        "AND g.current = 1 WHERE m.incident = i.key AND g.report NOT IN (SELECT report FROM late)) "
        "ORDER BY i.first IS NULL, i.first, i.key",
        (json.dumps(reports),),
    )
    return tuple(row["key"] for row in rows)


def new_actors(store: Store, reports: tuple[str, ...]) -> tuple[str, ...]:
    """The actors whom only these reports name, those of most reports first."""
    rows = store.connection.execute(
        "WITH late (report) AS (SELECT value FROM json_each(?1)), named (actor) AS ("
        "SELECT DISTINCT m.actor FROM late JOIN occurrences o ON o.report = late.report "
        "JOIN membership m ON m.occurrence = o.id) SELECT a.key FROM actors a JOIN named n ON n.actor = a.key "
        "WHERE NOT EXISTS (SELECT 1 FROM membership m JOIN occurrences o ON o.id = m.occurrence "
        "WHERE m.actor = a.key AND o.report NOT IN (SELECT report FROM late)) ORDER BY a.reports DESC, a.key",
        (json.dumps(reports),),
    )
    return tuple(row["key"] for row in rows)


def disputed(store: Store, actors: tuple[str, ...], most: int) -> tuple[tuple[str, str], ...]:
    """Pairs of actors of which something is told and denied, or one dimension with both signs; of most lines first."""
    rows = store.connection.execute(
        "SELECT one, other, sum(lines) AS told, max(denied) AS denied, max(both) AS both FROM ("
        "SELECT l.one, l.other, count(*) AS lines, max(t.negated) AS denied, min(t.sign) < max(t.sign) AS both "
        "FROM links l JOIN ties t ON t.assertion = l.assertion WHERE l.one <> l.other AND t.sign <> 0 "
        "AND (?1 = '[]' OR l.one IN (SELECT value FROM json_each(?1)) OR l.other IN (SELECT value FROM json_each(?1))) "
        "GROUP BY l.one, l.other, t.dimension) GROUP BY one, other HAVING (denied AND told > 1) OR both "
        "ORDER BY told DESC, one, other LIMIT ?2",
        (json.dumps(actors), most),
    )
    return tuple((row["one"], row["other"]) for row in rows)
