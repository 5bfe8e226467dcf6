"""Lines by the actors they name, written beside them: ties as links, whose words a line holds, who is named in one saying.

Derived from the lines and from who is who, so that a question about actors finds its lines without looking at others.
"""

import json
from collections.abc import Iterable

from avowed.store.sql import Sql

_GIVEN = "(SELECT value FROM json_each(?))"
_LINKS = """
    INSERT INTO links SELECT t.assertion, min(ms.actor, mo.actor), max(ms.actor, mo.actor), s.published_first,
        t.dimension, t.sign, t.negated, t.voice, CASE WHEN t.factuality <> 'certain' OR t.mode <> 'actual' THEN 1 ELSE 0 END,
        coalesce(a.valid_first, a.valid_last), coalesce(a.valid_last, a.valid_first),
        CASE WHEN ms.actor > mo.actor THEN 1 ELSE 0 END, mp.actor, t.mode,
        CASE WHEN t.dimension = 'support' AND json_extract(a.body, '$.role') <> '' THEN 1 ELSE 0 END, a.reading
    FROM ties t JOIN assertions a ON a.id = t.assertion JOIN sources s ON s.reading = a.reading
    JOIN membership ms ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object
    LEFT JOIN membership mp ON mp.occurrence = t.speaker
    {where}
"""
_SPOKEN = """
    INSERT INTO spoken SELECT DISTINCT mp.actor, coalesce(s.published_first, ''), p.assertion FROM parties p
    JOIN assertions a ON a.id = p.assertion JOIN sources s ON s.reading = a.reading
    JOIN membership mp ON mp.occurrence = p.occurrence WHERE p.part = 'speaker' {also}
"""
# The ends of a tie are linked already: of its line only a speaker with either of them is a pair of its own.
_NAMED_WITH = """
    INSERT INTO named_with SELECT DISTINCT min(mp.actor, mq.actor), max(mp.actor, mq.actor), p.assertion FROM parties p
    JOIN assertions a ON a.id = p.assertion JOIN sources s ON s.reading = a.reading
    JOIN parties q ON q.assertion = p.assertion JOIN membership mp ON mp.occurrence = p.occurrence
    JOIN membership mq ON mq.occurrence = q.occurrence
    WHERE p.part IN ('speaker', 'about') AND q.part IN ('speaker', 'about', 'subject', 'object')
    AND mp.actor <> mq.actor {also}
"""
_OF_REPORTS = f"(SELECT id FROM occurrences WHERE report IN {_GIVEN})"
_OF_TOUCHED = f"(SELECT occurrence FROM membership WHERE actor IN {_GIVEN})"
_NAMED_IN = (
    "(SELECT m.actor FROM parties p JOIN membership m ON m.occurrence = p.occurrence WHERE p.assertion IN {lines})"
)
TABLES = ("links", "spoken", "named_with")


def link_all(sql: Sql) -> None:
    """Write the rows of every line, where there are none."""
    sql.execute(_LINKS.format(where=""))
    sql.execute(_SPOKEN.format(also=""))
    sql.execute(_NAMED_WITH.format(also=""))


def link_reports(sql: Sql, reports: Iterable[str]) -> None:
    """Write the rows of the lines of some reports that have none yet."""
    given = (json.dumps(sorted(reports)),)
    sql.execute(_LINKS.format(where=f"WHERE t.subject IN {_OF_REPORTS}"), given)
    sql.execute(_SPOKEN.format(also=f"AND p.occurrence IN {_OF_REPORTS}"), given)
    sql.execute(_NAMED_WITH.format(also=f"AND p.occurrence IN {_OF_REPORTS}"), given)


def link_lines(sql: Sql, lines: str, values: tuple[str, ...] = ()) -> None:
    """Write the rows of some lines that have none; `lines` is a query of their numbers, in brackets."""
    sql.execute(_LINKS.format(where=f"WHERE t.assertion IN {lines}"), values)
    sql.execute(_SPOKEN.format(also=f"AND p.assertion IN {lines}"), values)
    sql.execute(_NAMED_WITH.format(also=f"AND p.assertion IN {lines}"), values)


def unlink_lines(sql: Sql, lines: str, values: tuple[str, ...] = ()) -> None:
    """Take away the rows of some lines, which must still have their parties; found by those whom they name."""
    named = _NAMED_IN.format(lines=lines)
    sql.execute(f"DELETE FROM links WHERE assertion IN {lines}", values)
    sql.execute(f"DELETE FROM spoken WHERE speaker IN {named} AND assertion IN {lines}", values * 2)
    sql.execute(f"DELETE FROM named_with WHERE one IN {named} AND assertion IN {lines}", values * 2)


def unlink_actors(sql: Sql, actors: str) -> None:
    """Take away the rows of every line that names one of these actors, given as JSON."""
    for table, ends in (
        ("links", ("one", "other", "speaker")),
        ("spoken", ("speaker",)),
        ("named_with", ("one", "other")),
    ):
        for end in ends:
            sql.execute(f"DELETE FROM {table} WHERE {end} IN {_GIVEN}", (actors,))


def link_actors(sql: Sql, actors: str) -> None:
    """Write the rows that name one of these actors, given as JSON, where there are none."""
    ties = " UNION ".join(f"SELECT assertion FROM ties WHERE {end} IN {_OF_TOUCHED}" for end in _ENDS)
    of = " OR ".join(f"{end} IN {_GIVEN}" for end in ("ms.actor", "mo.actor", "mp.actor"))
    sql.execute(_LINKS.format(where=f"WHERE t.assertion IN ({ties}) AND ({of})"), (actors,) * 6)
    sql.execute(_SPOKEN.format(also=f"AND p.occurrence IN {_OF_TOUCHED}"), (actors,))
    lines = f"(SELECT assertion FROM parties WHERE occurrence IN {_OF_TOUCHED})"
    either = f"(mp.actor IN {_GIVEN} OR mq.actor IN {_GIVEN})"
    sql.execute(_NAMED_WITH.format(also=f"AND p.assertion IN {lines} AND {either}"), (actors,) * 3)


_ENDS = ("subject", "object", "speaker")
