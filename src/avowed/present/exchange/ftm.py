"""A case as FollowTheMoney entities, one JSON object a line; what is denied or only supposed becomes a note, never a link.

Schemata and properties: https://followthemoney.tech/explorer/
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import ActorKind, Dimension, Slot
from avowed.model.when import When
from avowed.model.world import Actor, Incident
from avowed.present import words
from avowed.present.exchange.view import Exported, asserts, web_address
from avowed.present.incidents import headline, responsibility_words, toll_words

_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.STATE_AGENCY: "PublicBody",
    ActorKind.IGO: "PublicBody",
}
_NAMES = {Slot.NAME: "name", Slot.ALIAS: "alias", Slot.WEAK_ALIAS: "weakAlias", Slot.FORMER_NAME: "previousName"}
# Dimension, subject is a person, object is a person -> schema, property of the subject, property of the object.
_LINKS = {
    (Dimension.COMMAND, True, False): ("Directorship", "director", "organization"),
    (Dimension.MEMBERSHIP, True, False): ("Membership", "member", "organization"),
    (Dimension.MEMBERSHIP, False, False): ("Membership", "member", "organization"),
    (Dimension.KINSHIP, True, True): ("Family", "person", "relative"),
    (Dimension.ORIGIN, False, False): ("Succession", "successor", "predecessor"),
}
_UNKNOWN = ("UnknownLink", "subject", "object")
_ROLE = {"Directorship": "role", "Membership": "role", "UnknownLink": "role", "Family": "relationship"}

Entity = dict[str, Any]


def entities(case: Exported) -> bytes:
    """Actors, reports, ties and incidents, in that order."""
    made: list[Entity] = [_actor(case.actors[key]) for key in sorted(case.involved)]
    made += [_report(source) for _, source in sorted(case.sources.items())]
    made += [_link(tie, case) if asserts(tie) else _note(tie, case) for tie in case.counted]
    made += [_event(incident, case) for incident in case.incidents]
    return b"".join(json.dumps(entity, ensure_ascii=False).encode() + b"\n" for entity in made)


def _entity(identity: str, schema: str, properties: Iterable[tuple[str, Iterable[str | None]]]) -> Entity:
    held = {name: kept for name, values in properties if (kept := list(dict.fromkeys(filter(None, values))))}
    return {"id": identity, "schema": schema, "properties": held}


def _actor(actor: Actor) -> Entity:
    names: dict[str, list[str]] = {"name": [actor.name]}
    for name in actor.names:
        names.setdefault(_NAMES[name.slot], []).append(name.text)
    return _entity(f"actor-{actor.key}", _SCHEMATA.get(actor.kind, "Organization"), names.items())


def _report(source: Source) -> Entity:
    told = {
        "title": [source.title or source.location or source.report],
        "publisher": [source.publisher],
        "publishedAt": _days(source.published)[:1],
        "sourceUrl": [web_address(source)],
        "contentHash": [source.report],
    }
    return _entity(f"report-{source.report}", "Document", told.items())


def _link(tie: Tie, case: Exported) -> Entity:
    people = [case.actors[key].kind is ActorKind.PERSON for key in (tie.subject, tie.object)]
    known = _LINKS.get((tie.dimension, people[0], people[1]), _UNKNOWN)
    schema, subject, other = known if tie.sign >= 0 else _UNKNOWN
    said = tie.role if tie.role and schema != "UnknownLink" else words.proposition(tie, case.names)
    told = {
        subject: [f"actor-{tie.subject}"],
        other: [f"actor-{tie.object}"],
        _ROLE.get(schema, "summary"): [f"{words.qualifier(tie.line)}{said}" if schema != "UnknownLink" else said],
        **_cited(tie.line, words.proposition(tie, case.names)),
    }
    return _entity(f"tie-{tie.line.key}", schema, told.items())


def _note(tie: Tie, case: Exported) -> Entity:
    told = {
        "entity": [f"actor-{tie.subject}", f"actor-{tie.object}"],
        "name": [words.proposition(tie, case.names)],
        "description": [words.quoted(tie.line)],
        "sourceUrl": [web_address(tie.line.source)],
    }
    return _entity(f"note-{tie.line.key}", "Note", told.items())


def _event(incident: Incident, case: Exported) -> Entity:
    told = list(case.told(incident))
    facts = [
        *(toll_words(toll) for toll in incident.tolls),
        *responsibility_words(incident.responsibility, case.names),
    ]
    place = incident.place
    row = {
        "name": [headline(incident)],
        "startDate": _days(incident.when)[:1],
        "endDate": _days(incident.when)[-1:],
        "location": [place.name if place else ""],
        "involved": [f"actor-{one.actor}" for one in incident.responsibility if one.actor in case.actors],
        "summary": ["; ".join(facts)],
        "description": [words.quoted(line) for line in told],
        "proof": [f"report-{line.source.report}" for line in told],
    }
    return _entity(f"incident-{incident.key}", "Event", row.items())


def _cited(line: Line, summary: str) -> dict[str, list[str]]:
    return {
        "summary": [summary],
        "description": [words.quoted(line)],
        "startDate": _days(line.valid)[:1],
        "endDate": _days(line.valid)[-1:] if line.valid.last else [],
        "publisher": [line.source.publisher],
        "recordId": [line.key],
        "proof": [f"report-{line.source.report}"],
    }


def _days(when: When) -> list[str]:
    return list(_ends(when))


def _ends(when: When) -> Iterator[str]:
    for day in (when.first, when.last):
        if said := when.partial(day):
            yield said
