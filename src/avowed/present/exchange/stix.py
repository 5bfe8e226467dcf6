"""A case as a STIX 2.1 bundle: actors as identities, ties as relationships with their words, denials as notes.

STIX has no word for sign, voice or chain of speakers: they stand in a property extension, and in the description as well.
Specification: https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from avowed.model.findings import Source, Tie
from avowed.model.vocabulary import ActorKind, Factuality
from avowed.model.world import Actor, Incident
from avowed.present import words
from avowed.present.exchange.view import Exported, asserts, identity, web_address
from avowed.present.incidents import headline, responsibility_words, toll_words

Thing = dict[str, Any]

_CLASSES = {ActorKind.PERSON: "individual", ActorKind.COMMUNITY: "class", ActorKind.GOVERNMENT: "organization"}
# The middle of each step of the scale in STIX 2.1, appendix A (admiralty "credibility" has no better fit to our grades).
_CONFIDENCE = {Factuality.CERTAIN: 85, Factuality.PROBABLE: 70, Factuality.POSSIBLE: 50, Factuality.UNKNOWN: 0}


def bundle(case: Exported) -> bytes:
    """Everything in one bundle; the same case on the same day gives the same bytes."""
    made = list(_things(case, _Stamp(case.made_on)))
    whole = {"type": "bundle", "id": f"bundle--{identity('bundle', *(one['id'] for one in made))}", "objects": made}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


class _Stamp:
    """What every object of a bundle carries: version, day, author, marking."""

    def __init__(self, made_on: date) -> None:
        self.moment = _moment(made_on)
        self.author = _id("identity", "avowed")
        self.marking = _id("marking-definition", "leads")
        self.extension = _id("extension-definition", "tie")

    def thing(self, kind: str, *key: str, **told: Any) -> Thing:
        """An object with an id of its own that stays the same."""
        kept = {name: value for name, value in told.items() if value not in (None, "", [], {})}
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": _id(kind, *key),
            "created_by_ref": self.author,
            "created": self.moment,
            "modified": self.moment,
            "object_marking_refs": [self.marking],
            **kept,
        }


def _things(case: Exported, stamp: _Stamp) -> Iterator[Thing]:
    yield from _preamble(stamp)
    yield from (_actor(case.actors[key], stamp) for key in sorted(case.involved))
    for tie in case.counted:
        yield _relationship(tie, case, stamp) if asserts(tie) and tie.subject != tie.object else _note(tie, case, stamp)
    yield from (_incident(incident, case, stamp) for incident in case.incidents)
    held: dict[str, list[str]] = {}
    for tie in case.counted:
        kind = "relationship" if asserts(tie) and tie.subject != tie.object else "note"
        held.setdefault(tie.line.source.report, []).append(_id(kind, tie.line.key))
    for report, refs in held.items():
        source = case.sources[report]
        if source.published.first is not None:  # STIX knows no report without a day
            yield _report(source, source.published.first, refs, stamp)


def _preamble(stamp: _Stamp) -> Iterator[Thing]:
    author = stamp.thing("identity", "avowed", name="Avowed", identity_class="system")
    yield {name: value for name, value in author.items() if name not in ("created_by_ref", "object_marking_refs")}
    yield {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": stamp.marking,
        "created": stamp.moment,
        "definition_type": "statement",
        "definition": {"statement": words.LEADS},
    }
    extension = stamp.thing(
        "extension-definition",
        "tie",
        name="Signed tie between conflict actors",
        description="Sign, dimension, voice, certainty, mode and chain of speakers of a relationship read from a report.",
        schema="docs/reference/reading-format.md",
        version="1.0.0",
        extension_types=["property-extension"],
    )
    yield {name: value for name, value in extension.items() if name != "object_marking_refs"}


def _actor(actor: Actor, stamp: _Stamp) -> Thing:
    also = [name.text for name in actor.names if name.text != actor.name]
    return stamp.thing(
        "identity",
        actor.key,
        name=actor.name,
        identity_class=_CLASSES.get(actor.kind, "organization" if "_" in actor.kind else "group"),
        description=f"{words.plain(actor.kind)}{'; also called ' + ', '.join(also) if also else ''}",
    )


def _relationship(tie: Tie, case: Exported, stamp: _Stamp) -> Thing:
    first, last = tie.when.first, tie.when.last
    return stamp.thing(
        "relationship",
        tie.line.key,
        relationship_type=str(tie.dimension).replace("_", "-"),
        source_ref=_id("identity", tie.subject),
        target_ref=_id("identity", tie.object),
        description=f"{words.proposition(tie, case.names)}. {words.quoted(tie.line)}",
        start_time=_moment(first) if first else None,
        stop_time=_moment(last + timedelta(days=1)) if last and last < date.max else None,
        confidence=_CONFIDENCE[tie.line.factuality],
        external_references=[_reference(tie.line.source)],
        extensions={stamp.extension: {"extension_type": "property-extension", **_told(tie)}},
    )


def _told(tie: Tie) -> Thing:
    line = tie.line
    return {
        "dimension": str(tie.dimension),
        "sign": tie.sign,
        "role": tie.role,
        "voice": str(line.voice),
        "factuality": str(line.factuality),
        "hedges": list(line.hedges),
        "speakers": [speaker.text for speaker in line.speakers],
        "quote": line.quote,
        "line": line.key,
    }


def _note(tie: Tie, case: Exported, stamp: _Stamp) -> Thing:
    return stamp.thing(
        "note",
        tie.line.key,
        abstract=words.proposition(tie, case.names),
        content=words.quoted(tie.line),
        object_refs=list(dict.fromkeys((_id("identity", tie.subject), _id("identity", tie.object)))),
        external_references=[_reference(tie.line.source)],
    )


def _incident(incident: Incident, case: Exported, stamp: _Stamp) -> Thing:
    facts = [*map(toll_words, incident.tolls), *responsibility_words(incident.responsibility, case.names)]
    when = words.interval(incident.when)
    return stamp.thing(
        "incident",
        incident.key,
        name=f"{headline(incident)}, {when}",
        description="\n".join([*facts, *(words.quoted(line) for line in case.told(incident))]),
        external_references=[
            _reference(source) for source in {line.source.report: line.source for line in case.told(incident)}.values()
        ],
    )


def _report(source: Source, day: date, refs: list[str], stamp: _Stamp) -> Thing:
    return stamp.thing(
        "report",
        source.report,
        name=source.title or source.location or source.report,
        published=_moment(day),
        object_refs=list(dict.fromkeys(refs)),
        external_references=[_reference(source)],
    )


def _reference(source: Source) -> Thing:
    address = web_address(source)
    url = {"url": address} if address else {}
    told = f"{source.title or source.location}, {words.interval(source.published)}"
    return {"source_name": source.publisher or "unknown publisher", "description": told, **url}


def _id(kind: str, *key: str) -> str:
    return f"{kind}--{identity(kind, *key)}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00.000Z"
