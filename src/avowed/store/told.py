"""Incidents as each report tells them, with parties resolved: what the merging of incidents works on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avowed.model.evidence import Assertion, IncidentContent, LocalPlace, Mention, Participant
from avowed.model.findings import Line
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Kind
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.wire import mention_from_wire, place_from_wire, time_from_wire
from avowed.model.world import Place
from avowed.store.find import BESIDE_KIND, decoded, lines_of_kind
from avowed.store.store import Store


def told_incidents(store: Store, keys: Sequence[str] | None = None) -> Iterator[ToldIncident]:
    """Every incident assertion of the case, report by report; with keys, only the lines that have them."""
    actor_of = _actors_by_report(store, keys)
    current: _Context | None = None
    for line, assertion in lines_of_kind(store, [Kind.INCIDENT], keys=keys):
        report = line.source.report
        if current is None or current.report != report:
            current = _context(store, report, actor_of.get(report, {}))
        told_rightly = line.decision not in ("reject", "edit")
        if current is not None and told_rightly and isinstance(assertion.content, IncidentContent):
            yield _told(line, assertion, assertion.content, current)


def told_in_reports(store: Store, reports: Sequence[str]) -> Iterator[ToldIncident]:
    """Every incident assertion of some reports."""
    rows = store.connection.execute(
        "SELECT a.key FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1 "
        f"WHERE {BESIDE_KIND} = ? AND g.report IN (SELECT value FROM json_each(?))",
        (str(Kind.INCIDENT), json.dumps(list(reports))),
    )
    return told_incidents(store, [row["key"] for row in rows])


def told_beside(store: Store, keys: Sequence[str]) -> Iterator[ToldIncident]:
    """Every incident assertion of the reports that hold some lines."""
    rows = store.connection.execute(
        "SELECT DISTINCT g.report FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1 "
        "WHERE a.key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return told_in_reports(store, [row["report"] for row in rows])


class _Context:
    """One report's mentions, times and places by id, each made when it is asked for, and the actors its names stand for."""

    def __init__(self, report: str, text: str, read: Mapping[str, Any], actor_of: Mapping[str, str]) -> None:
        self.report, self.text, self.actor_of = report, text, actor_of
        self._read = {
            part: {one["id"]: one for one in read[part]} for part in ("mentions", "times", "places", "actors")
        }

    def mention(self, key: str) -> Mention | None:
        found = self._read["mentions"].get(key)
        return mention_from_wire(found) if found else None

    def when(self, key: str, otherwise: When) -> When:
        found = self._read["times"].get(key)
        return time_from_wire(found).when if found else otherwise

    def place(self, key: str) -> LocalPlace | None:
        found = self._read["places"].get(key)
        return place_from_wire(found) if found else None

    def actor(self, mention: Mention) -> str | None:
        return self.actor_of.get(self._read["actors"].get(mention.actor or "", {"name": ""})["name"])


def _context(store: Store, report: str, actor_of: Mapping[str, str]) -> _Context | None:
    row = store.connection.execute(
        "SELECT r.text, g.body FROM readings g JOIN reports r ON r.id = g.report WHERE g.report = ? AND g.current = 1",
        (report,),
    ).fetchone()
    return _Context(report, row["text"], decoded(row["body"]), actor_of) if row else None


def _told(line: Line, assertion: Assertion, content: IncidentContent, around: _Context) -> ToldIncident:
    place = around.place(content.place or "")
    return ToldIncident(
        key=line.key,
        report=line.source.report,
        family=line.source.family,
        published=line.source.published,
        type=content.type,
        stage=content.stage,
        when=assertion.valid if assertion.valid.known else around.when(content.time or "", UNKNOWN_TIME),
        place=_place(place) if place else None,
        parties=tuple(party for part in content.participants if (party := _party(part, around))),
        tolls=content.tolls,
        words=line.quote,
        negated=assertion.negated,
        mode=assertion.mode,
        local=assertion.id,
        part_of=content.part_of,
        counts=tuple(" ".join(toll.span.of(around.text).split()) for toll in content.tolls),
    )


def _party(part: Participant, around: _Context) -> ToldParty | None:
    mention = around.mention(part.mention)
    if mention is None:
        return None
    speaker = part.attribution[-1].text if part.attribution else ""
    return ToldParty(part.role, mention.span.of(around.text), around.actor(mention), part.basis, speaker)


def _place(place: LocalPlace) -> Place:
    return Place(
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        geonames=place.geonames,
    )


def _actors_by_report(store: Store, keys: Sequence[str] | None) -> dict[str, dict[str, str]]:
    """Report -> name of a local actor -> actor of the case; of all reports, or of those that hold these lines."""
    found: dict[str, dict[str, str]] = {}
    query = "SELECT o.report, o.name, o.aliases, m.actor FROM occurrences o JOIN membership m ON m.occurrence = o.id"
    if keys is not None:
        query += (
            " WHERE o.report IN (SELECT g.report FROM json_each(?) w JOIN assertions a ON a.key = w.value "
            "JOIN readings g ON g.id = a.reading AND g.current = 1)"
        )
    rows: Any = store.connection.execute(query, () if keys is None else (json.dumps(list(keys)),))
    for row in rows:
        names = found.setdefault(row["report"], {})
        for name in (*(json.loads(row["aliases"]) if row["aliases"] != "[]" else ()), row["name"]):
            names[name] = row["actor"]
    return found
