"""Incidents and ties in the order of their days, a limited number at once, with how many there are in each year."""

import json
from collections.abc import Sequence

from avowed.model.codec import decode
from avowed.model.timeline import Happening
from avowed.model.vocabulary import Precision
from avowed.model.when import When, from_days
from avowed.model.world import Incident
from avowed.store.derive import VOID
from avowed.store.happenings import Sought, conditions
from avowed.store.store import Store

_DAY = "coalesce(first, last)"
_TIES = f"""
    FROM (SELECT * FROM links WHERE one IN (SELECT value FROM json_each(?1)) UNION ALL
        SELECT * FROM links WHERE other IN (SELECT value FROM json_each(?1))
        AND one NOT IN (SELECT value FROM json_each(?1))) l
    WHERE l.assertion NOT IN ({VOID}) AND (?2 = '' OR l.last >= ?2) AND (?3 = '' OR l.first <= ?3)
"""
# The days are put in order first: the keys that order the lines of one day are then looked up for so many lines alone.
_EARLIEST = f"SELECT l.first {_TIES} AND l.first IS NOT NULL ORDER BY l.first LIMIT 1 OFFSET ?4"
_TIE = f"""
    SELECT a.key, l.one, l.other, l.dimension, l.sign, l.negated, l.hedged, a.valid_first AS first, a.valid_last AS last,
        json_extract(a.body, '$.valid.precision') AS exact
    FROM (SELECT l.* {_TIES} AND {{of}}) l JOIN assertions a ON a.id = l.assertion ORDER BY l.first, a.key LIMIT ?4
"""


def incidents(store: Store, sought: Sought, limit: int, *, dated: bool) -> tuple[Incident, ...]:
    """The earliest incidents of those with a date, or some of those without one."""
    where, values = conditions(sought)
    rows = store.connection.execute(
        f"SELECT body FROM incidents WHERE {where} AND {_DAY} IS {'NOT ' if dated else ''}NULL "
        f"ORDER BY {_DAY}, key LIMIT ?",
        (*values, limit),
    )
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def incident_years(store: Store, sought: Sought) -> dict[str, int]:
    """Year -> how many incidents; those without a date under ""."""
    where, values = conditions(sought)
    rows = store.connection.execute(
        f"SELECT coalesce(substr({_DAY}, 1, 4), '') AS year, count(*) AS held FROM incidents WHERE {where} GROUP BY 1",
        values,
    )
    return {row["year"]: row["held"] for row in rows}


def ties(store: Store, sought: Sought, limit: int, *, dated: bool) -> tuple[Happening, ...]:
    """The earliest ties of these actors that have a date, or some of those without one."""
    of, whom, days = "l.first IS NULL", (json.dumps(sought.actors), sought.first, sought.last), tuple[str, ...]()
    if dated:
        last = store.connection.execute(_EARLIEST, (*whom, limit - 1)).fetchone()
        of, days = ("l.first <= ?5", (last["first"],)) if last else ("l.first IS NOT NULL", ())
    rows = store.connection.execute(_TIE.format(of=of), (*whom, limit, *days))
    return tuple(
        Happening(
            key=row["key"],
            kind="tie",
            what=row["dimension"],
            when=_when(row["first"], row["last"], row["exact"]),
            words="",
            sign=row["sign"],
            denied=bool(row["negated"]),
            hedged=bool(row["hedged"]),
            actors=(row["one"], row["other"]),
        )
        for row in rows
    )


def tie_years(store: Store, sought: Sought) -> dict[str, int]:
    """Year -> how many ties of these actors; those without a date under ""."""
    rows = store.connection.execute(
        f"SELECT coalesce(substr(l.first, 1, 4), '') AS year, count(*) AS held {_TIES} GROUP BY 1",
        (json.dumps(sought.actors), sought.first, sought.last),
    )
    return {row["year"]: row["held"] for row in rows}


def names(store: Store, keys: Sequence[str]) -> dict[str, str]:
    """Actor key -> the name to show, of these alone."""
    rows = store.connection.execute(
        "SELECT key, name FROM actors WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return {row["key"]: row["name"] for row in rows}


def _when(first: str | None, last: str | None, exact: str | None) -> When:
    return from_days(first, last, Precision(exact) if exact else Precision.UNKNOWN)
