"""Incidents as each report tells them, with parties resolved: what the merging of incidents works on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avowed.model.evidence import Assertion, IncidentContent, LocalPlace, Mention, Participant, Reading
from avowed.model.findings import Line
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Kind
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.world import Place
from avowed.store.find import lines_of_kind, reading
from avowed.store.store import Store


def told_incidents(store: Store, keys: Sequence[str] | None = None) -> Iterator[ToldIncident]:
    """Every incident assertion of the case, report by report; with keys, only the lines that have them."""
    actor_of = _actors_by_report(store, keys)
    current: Reading | None = None
    for line, assertion in lines_of_kind(store, [Kind.INCIDENT], keys=keys):
        if current is None or current.report.id != line.source.report:
            current = reading(store, line.source.report)
        told_rightly = line.decision not in ("reject", "edit")
        if current is not None and told_rightly and isinstance(assertion.content, IncidentContent):
            yield _told(line, assertion, assertion.content, _Context(current, actor_of.get(current.report.id, {})))


def told_in_reports(store: Store, reports: Sequence[str]) -> Iterator[ToldIncident]:
    """Every incident assertion of some reports."""
    rows = store.connection.execute(
        "SELECT a.key FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1 "
        "WHERE a.kind = ? AND g.report IN (SELECT value FROM json_each(?))",
        (str(Kind.INCIDENT), json.dumps(list(reports))),
    )
    return told_incidents(store, [row["key"] for row in rows])


class _Context:
    """One report's mentions, times and places by id, and the actors of the case that its names stand for."""

    def __init__(self, read: Reading, actor_of: Mapping[str, str]) -> None:
        self.text = read.report.text
        self.mentions: dict[str, Mention] = {mention.id: mention for mention in read.mentions}
        self.names = {actor.id: actor.name for actor in read.actors}
        self.times: dict[str, When] = {time.id: time.when for time in read.times}
        self.places: dict[str, LocalPlace] = {place.id: place for place in read.places}
        self.actor_of = actor_of

    def actor(self, mention: Mention) -> str | None:
        return self.actor_of.get(self.names.get(mention.actor or "", ""))


def _told(line: Line, assertion: Assertion, content: IncidentContent, around: _Context) -> ToldIncident:
    place = around.places.get(content.place or "")
    return ToldIncident(
        key=line.key,
        report=line.source.report,
        family=line.source.family,
        published=line.source.published,
        type=content.type,
        stage=content.stage,
        when=around.times.get(content.time or "", assertion.valid if assertion.valid.known else UNKNOWN_TIME),
        place=_place(place) if place else None,
        parties=tuple(_party(part, around) for part in content.participants if part.mention in around.mentions),
        tolls=content.tolls,
        words=line.quote,
        negated=assertion.negated,
        mode=assertion.mode,
        local=assertion.id,
        part_of=content.part_of,
    )


def _party(part: Participant, around: _Context) -> ToldParty:
    mention = around.mentions[part.mention]
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
        for name in (*json.loads(row["aliases"]), row["name"]):
            names[name] = row["actor"]
    return found
