"""Merged incidents a page at a time, found by actor, kind, place and time."""

import json
from dataclasses import dataclass

from avowed.model.codec import decode
from avowed.model.world import Incident
from avowed.store.store import Store

_OF_ACTORS = "key IN (SELECT incident FROM incident_actors WHERE actor IN (SELECT value FROM json_each(?)))"


@dataclass(frozen=True, slots=True)
class Sought:
    """Which incidents are asked for; what is empty is not asked for. Days are ISO 8601."""

    actors: tuple[str, ...] = ()
    type: str = ""
    place: str = ""
    first: str = ""
    last: str = ""


def incidents(store: Store, sought: Sought, limit: int, offset: int) -> tuple[tuple[Incident, ...], int]:
    """A page of the incidents, the latest first and those without a date last, and how many there are in all."""
    where, values = conditions(sought)
    total = store.connection.execute(f"SELECT count(*) FROM incidents WHERE {where}", values).fetchone()[0]
    rows = store.connection.execute(
        f"SELECT body FROM incidents WHERE {where} ORDER BY coalesce(first, last) IS NULL, coalesce(first, last) DESC, key "
        "LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows), total


def beside(store: Store, incident: Incident) -> tuple[Incident, ...]:
    """The incidents that are part of this one, and the one that it is part of."""
    rows = store.connection.execute(
        "SELECT body FROM incidents WHERE json_extract(body, '$.part_of') = ? OR key = ? ORDER BY first, key",
        (incident.key, incident.part_of),
    )
    return tuple(decode(Incident, json.loads(row["body"])) for row in rows)


def conditions(sought: Sought) -> tuple[str, tuple[str, ...]]:
    """What is asked for as conditions on the table of incidents, and the values that they bind."""
    asked = {
        _OF_ACTORS: json.dumps(sought.actors) if sought.actors else "",
        "json_extract(body, '$.type') = ?": sought.type,
        "instr(lower(json_extract(body, '$.place.name')), lower(?)) > 0": sought.place,
        "coalesce(last, first) >= ?": sought.first,
        "coalesce(first, last) <= ?": sought.last,
    }
    given = {condition: value for condition, value in asked.items() if value}
    return " AND ".join(given) or "1 = 1", tuple(given.values())
