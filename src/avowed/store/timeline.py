"""Incidents and ties in the order of their days, a limited number at once, with how many there are in each year."""

import json
from collections.abc import Sequence
from datetime import date

from avowed.model.codec import decode
from avowed.model.timeline import Happening
from avowed.model.vocabulary import Precision
from avowed.model.when import When
from avowed.model.world import Incident
from avowed.store.derive import VOID
from avowed.store.happenings import Sought, conditions
from avowed.store.store import Store

_DAY = "coalesce(first, last)"
_TIES = f"""
    FROM (SELECT assertion, one, other FROM links WHERE one IN (SELECT value FROM json_each(?1)) UNION
        SELECT assertion, one, other FROM links WHERE other IN (SELECT value FROM json_each(?1))) l
    JOIN assertions a ON a.id = l.assertion JOIN ties t ON t.assertion = l.assertion
    WHERE l.assertion NOT IN ({VOID}) AND (?2 = '' OR coalesce(a.valid_last, a.valid_first) >= ?2)
        AND (?3 = '' OR coalesce(a.valid_first, a.valid_last) <= ?3)
"""
_TIE = """
    SELECT a.key, l.one, l.other, t.dimension, t.sign, t.negated, t.factuality <> 'certain' OR t.mode <> 'actual' AS
        hedged, a.valid_first AS first, a.valid_last AS last, json_extract(a.body, '$.valid.precision') AS exact
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
    rows = store.connection.execute(
        f"{_TIE} {_TIES} AND coalesce(a.valid_first, a.valid_last) IS {'NOT ' if dated else ''}NULL "
        "ORDER BY coalesce(a.valid_first, a.valid_last), a.key LIMIT ?4",
        (json.dumps(sought.actors), sought.first, sought.last, limit),
    )
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
        f"SELECT coalesce(substr(coalesce(a.valid_first, a.valid_last), 1, 4), '') AS year, count(*) AS held {_TIES} "
        "GROUP BY 1",
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
    ends = [date.fromisoformat(day) if day else None for day in (first, last)]
    return When(ends[0], ends[1], Precision(exact) if exact else Precision.UNKNOWN)
