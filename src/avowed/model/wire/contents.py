"""What an assertion says, on the wire, by its kind."""

from collections.abc import Mapping
from typing import Any

from avowed.model.evidence import (
    AttributeContent,
    Content,
    IncidentContent,
    JudgementContent,
    Participant,
    PredictionContent,
    StatementContent,
    TieContent,
    Toll,
)
from avowed.model.vocabulary import (
    AttributeName,
    Basis,
    Dimension,
    Harm,
    IncidentType,
    Kind,
    ParticipantRole,
    Side,
    Stage,
)
from avowed.model.wire.parts import Wire, pair, span_of, speaker_to_wire, speakers_from_wire


def content_to_wire(content: Content) -> Wire:
    """The fields of what an assertion says, by its kind."""
    match content:
        case TieContent():
            return _tie(content)
        case IncidentContent():
            return _incident(content)
        case AttributeContent():
            value = {"span": pair(content.value), "mention": content.value_mention}
            return {"subject": content.subject, "attribute": str(content.attribute), "value": value}
        case PredictionContent():
            return {**_opinion(content), "horizon": content.horizon}
        case _:
            return _opinion(content)


def _tie(content: TieContent) -> Wire:
    return {
        "subject": content.subject,
        "object": content.object,
        "dimension": str(content.dimension),
        "sign": content.sign,
        "trigger": pair(content.trigger),
        "role": content.role,
        "response": content.response,
    }


def _incident(content: IncidentContent) -> Wire:
    return {
        "type": str(content.type),
        "stage": str(content.stage),
        "trigger": pair(content.trigger),
        "time": content.time,
        "participants": [
            {
                "mention": part.mention,
                "role": str(part.role),
                "basis": str(part.basis),
                "attribution": [speaker_to_wire(speaker) for speaker in part.attribution],
            }
            for part in content.participants
        ],
        "part_of": content.part_of,
        "casualties": [
            {
                "kind": str(t.kind),
                "who": str(t.who),
                "low": t.low,
                "best": t.best,
                "high": t.high,
                "span": pair(t.span),
            }
            for t in content.tolls
        ],
    }


def _opinion(content: JudgementContent | PredictionContent | StatementContent) -> Wire:
    return {"subject": content.subject, "about": list(content.about), "content": pair(content.content)}


def content_from_wire(kind: Kind, wire: Mapping[str, Any]) -> Content:
    """What an assertion of this kind says."""
    match kind:
        case Kind.TIE:
            return _to_tie(wire)
        case Kind.INCIDENT:
            return _to_incident(wire)
        case Kind.ATTRIBUTE:
            value = wire["value"]
            name = AttributeName(wire["attribute"])
            return AttributeContent(wire["subject"], name, span_of(value["span"]), value["mention"])
        case Kind.PREDICTION:
            return PredictionContent(wire["subject"], tuple(wire["about"]), span_of(wire["content"]), wire["horizon"])
        case Kind.JUDGEMENT:
            return JudgementContent(wire["subject"], tuple(wire["about"]), span_of(wire["content"]))
        case Kind.STATEMENT:
            return StatementContent(wire["subject"], tuple(wire["about"]), span_of(wire["content"]))


def _to_tie(wire: Mapping[str, Any]) -> TieContent:
    return TieContent(
        subject=wire["subject"],
        object=wire["object"],
        dimension=Dimension(wire["dimension"]),
        sign=wire["sign"],
        trigger=span_of(wire["trigger"]),
        role=wire["role"],
        response=wire.get("response"),
    )


def _to_incident(wire: Mapping[str, Any]) -> IncidentContent:
    return IncidentContent(
        type=IncidentType(wire["type"]),
        stage=Stage(wire["stage"]),
        trigger=span_of(wire["trigger"]),
        participants=tuple(
            Participant(
                mention=part["mention"],
                role=ParticipantRole(part["role"]),
                basis=Basis(part["basis"]),
                attribution=speakers_from_wire(part["attribution"]),
            )
            for part in wire["participants"]
        ),
        time=wire["time"],
        place=wire["place"],
        tolls=tuple(
            Toll(Harm(t["kind"]), Side(t["who"]), t["low"], t["best"], t["high"], span_of(t["span"]))
            for t in wire["casualties"]
        ),
        part_of=wire["part_of"],
    )
