"""Readings as plain JSON objects in the reading format, and back; `from_wire(to_wire(reading))` equals the reading."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    Content,
    IncidentContent,
    JudgementContent,
    LocalActor,
    LocalPlace,
    Mention,
    Origin,
    Participant,
    PredictionContent,
    Published,
    Reading,
    Report,
    Span,
    Speaker,
    StatementContent,
    TieContent,
    TimeExpression,
    Toll,
)
from avowed.model.vocabulary import (
    ActorKind,
    AttributeName,
    Basis,
    CueTone,
    DateBasis,
    Dimension,
    Factuality,
    Form,
    Harm,
    IncidentType,
    Kind,
    MentionType,
    Mode,
    ParticipantRole,
    PlacePrecision,
    Precision,
    Side,
    SpeakerRole,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import When, from_iso

FORMAT = "avowed-reading/1"

Wire = dict[str, Any]


def compact(value: object) -> str:
    """A value of the reading format as JSON on one line, without blanks that say nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_wire(reading: Reading) -> Wire:
    """A reading as one object of the reading format."""
    return {
        "format": FORMAT,
        "reader": reading.reader,
        "report": report_to_wire(reading.report),
        "mentions": [_mention(mention) for mention in reading.mentions],
        "actors": [_actor(actor) for actor in reading.actors],
        "places": [_place(place) for place in reading.places],
        "times": [_time(time) for time in reading.times],
        "assertions": [assertion_to_wire(assertion) for assertion in reading.assertions],
        "contradictions": [list(pair) for pair in reading.contradictions],
        "skipped": reading.skipped or None,
    }


def from_wire(wire: Mapping[str, Any]) -> Reading:
    """The reading that an object of the reading format stands for; KeyError or ValueError when it is none."""
    if wire.get("format") != FORMAT:
        raise ValueError(f"not a reading in {FORMAT}: {wire.get('format')!r}")
    return Reading(
        report=report_from_wire(wire["report"]),
        reader=wire.get("reader", ""),
        mentions=tuple(mention_from_wire(item) for item in wire["mentions"]),
        actors=tuple(_to_actor(item) for item in wire["actors"]),
        places=tuple(place_from_wire(item) for item in wire["places"]),
        times=tuple(time_from_wire(item) for item in wire["times"]),
        assertions=tuple(assertion_from_wire(item) for item in wire["assertions"]),
        skipped=wire.get("skipped") or "",
        contradictions=tuple((left, right) for left, right in wire.get("contradictions", ())),
    )


def report_to_wire(report: Report) -> Wire:
    """A report without its quotes: where it is from, when it is from, its text."""
    published = report.published
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "publisher": report.publisher,
        "authors": list(report.authors),
        "published": None if published is None else _published(published),
        "language": report.language,
        "text": report.text,
        "origin": None if report.origin is None else {"text": report.origin.text, **_ends(report.origin.span)},
        "pages": [_pair(page) for page in report.pages],
        "sha256": report.sha256,
        "format": report.format,
        "notes": list(report.notes),
    }


def report_from_wire(wire: Mapping[str, Any]) -> Report:
    """The report that `report_to_wire` wrote."""
    origin = wire.get("origin")
    return Report(
        id=wire["id"],
        source=wire["source"],
        text=wire["text"],
        title=wire["title"],
        publisher=wire["publisher"],
        authors=tuple(wire["authors"]),
        published=_to_published(wire["published"]) if wire.get("published") else None,
        language=wire["language"],
        origin=Origin(origin["text"], Span(origin["start"], origin["end"])) if origin else None,
        pages=tuple(_span(page) for page in wire.get("pages", ())),
        sha256=wire.get("sha256", ""),
        format=wire.get("format", "text"),
        notes=tuple(wire.get("notes", ())),
    )


def assertion_to_wire(assertion: Assertion) -> Wire:
    """One assertion; the fields of its kind come first."""
    return {
        "id": assertion.id,
        "kind": str(assertion.kind),
        **_content(assertion.content),
        "negated": assertion.negated,
        "factuality": str(assertion.factuality),
        "hedges": [_pair(hedge) for hedge in assertion.hedges],
        "mode": str(assertion.mode),
        "voice": str(assertion.voice),
        "attribution": [_speaker(speaker) for speaker in assertion.attribution],
        "valid": {**_partial(assertion.valid), "time": assertion.valid_time},
        "place": assertion.content.place if isinstance(assertion.content, IncidentContent) else assertion.place,
        "quote": _pair(assertion.quote),
        "score": round(assertion.score, 4),
        "rule": assertion.rule,
        "trigger_type": assertion.trigger_type or None,
    }


def assertion_from_wire(wire: Mapping[str, Any]) -> Assertion:
    """The assertion that `assertion_to_wire` wrote."""
    kind = Kind(wire["kind"])
    return Assertion(
        id=wire["id"],
        quote=_span(wire["quote"]),
        content=_to_content(kind, wire),
        negated=wire["negated"],
        factuality=Factuality(wire["factuality"]),
        hedges=tuple(_span(hedge) for hedge in wire["hedges"]),
        mode=Mode(wire["mode"]),
        voice=Voice(wire["voice"]),
        attribution=_to_speakers(wire["attribution"]),
        valid=_to_when(wire["valid"]),
        valid_time=wire["valid"].get("time"),
        place=None if kind is Kind.INCIDENT else wire["place"],
        score=wire["score"],
        rule=wire.get("rule", ""),
        trigger_type=wire.get("trigger_type") or "",
    )


def speakers_from_wire(wires: Sequence[Mapping[str, Any]]) -> tuple[Speaker, ...]:
    """The chain of speakers, outermost first, of an assertion on the wire."""
    return _to_speakers(wires)


def speaker_to_wire(speaker: Speaker) -> Wire:
    """One link of a chain of speakers."""
    return _speaker(speaker)


def speaker_from_wire(wire: Mapping[str, Any]) -> Speaker:
    """The link that `speaker_to_wire` wrote."""
    return _to_speakers([wire])[0]


def when_to_wire(when: When) -> Wire:
    """An interval with full days at both ends, its precision and its words."""
    return {
        "from": when.first.isoformat() if when.first else None,
        "to": when.last.isoformat() if when.last else None,
        "precision": str(when.precision),
        "words": when.words,
    }


def when_from_wire(wire: Mapping[str, Any]) -> When:
    """The interval that `when_to_wire` or a partial date wrote."""
    return _to_when(wire)


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(pair: Sequence[int]) -> Span:
    return Span(pair[0], pair[1])


def _ends(span: Span) -> Wire:
    return {"start": span.start, "end": span.end}


def _partial(when: When) -> Wire:
    full = when_to_wire(when)
    return {
        "from": when.partial(when.first),
        "to": when.partial(when.last),
        "days": [full["from"], full["to"]],
        "precision": str(when.precision),
        "words": when.words,
    }


def _to_when(wire: Mapping[str, Any]) -> When:
    days = wire.get("days") or (wire["from"], wire["to"])
    first = from_iso(days[0]).first if days[0] else None
    last = from_iso(days[1]).last if days[1] else None
    return When(first, last, Precision(wire["precision"]), wire.get("words", ""))


def _published(published: Published) -> Wire:
    span = _ends(published.span) if published.span else {"start": None, "end": None}
    return {**when_to_wire(published.when), "basis": str(published.basis), **span, "reason": published.reason}


def _to_published(wire: Mapping[str, Any]) -> Published:
    span = Span(wire["start"], wire["end"]) if wire.get("start") is not None else None
    return Published(_to_when(wire), DateBasis(wire["basis"]), span, wire.get("reason", ""))


def _mention(mention: Mention) -> Wire:
    return {
        "id": mention.id,
        **_ends(mention.span),
        "type": str(mention.type),
        "head": _pair(mention.head),
        "form": str(mention.form),
        "actor": mention.actor,
    }


def mention_from_wire(wire: Mapping[str, Any]) -> Mention:
    """A mention of the reading format."""
    return Mention(
        id=wire["id"],
        span=Span(wire["start"], wire["end"]),
        type=MentionType(wire["type"]),
        head=_span(wire["head"]),
        form=Form(wire.get("form", Form.NAME)),
        actor=wire["actor"],
    )


def _actor(actor: LocalActor) -> Wire:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "aliases": list(actor.aliases),
        "known_as": actor.known_as,
    }


def _to_actor(wire: Mapping[str, Any]) -> LocalActor:
    return LocalActor(wire["id"], wire["name"], ActorKind(wire["kind"]), tuple(wire["aliases"]), wire["known_as"])


def _place(place: LocalPlace) -> Wire:
    return {
        "id": place.id,
        "name": place.name,
        "mentions": list(place.mentions),
        "geonames": place.geonames,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": str(place.precision),
        "country": place.country,
        "admin1": place.admin1,
    }


def place_from_wire(wire: Mapping[str, Any]) -> LocalPlace:
    """A place of the reading format."""
    return LocalPlace(
        id=wire["id"],
        name=wire["name"],
        mentions=tuple(wire["mentions"]),
        geonames=wire["geonames"],
        latitude=wire["lat"],
        longitude=wire["lon"],
        precision=PlacePrecision(wire["precision"]),
        country=wire.get("country"),
        admin1=wire.get("admin1"),
    )


def _time(time: TimeExpression) -> Wire:
    return {
        "id": time.id,
        **_ends(time.span),
        "value": time.value,
        "type": str(time.kind),
        **when_to_wire(time.when),
    }


def time_from_wire(wire: Mapping[str, Any]) -> TimeExpression:
    """A time of the reading format."""
    span = Span(wire["start"], wire["end"])
    return TimeExpression(wire["id"], span, TimeKind(wire["type"]), wire["value"], _to_when(wire))


def _speaker(speaker: Speaker) -> Wire:
    return {
        "text": speaker.text,
        "span": _pair(speaker.span) if speaker.span else None,
        "mention": speaker.mention,
        "role": str(speaker.role),
        "cue": _pair(speaker.cue) if speaker.cue else None,
        "tone": str(speaker.tone),
        "stands_for": speaker.stands_for,
    }


def _to_speakers(wires: Sequence[Mapping[str, Any]]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(
            text=wire["text"],
            span=_span(wire["span"]) if wire.get("span") else None,
            mention=wire["mention"],
            role=SpeakerRole(wire["role"]),
            cue=_span(wire["cue"]) if wire.get("cue") else None,
            tone=CueTone(wire.get("tone", CueTone.NEUTRAL)),
            stands_for=wire.get("stands_for", ""),
        )
        for wire in wires
    )


def _content(content: Content) -> Wire:
    match content:
        case TieContent():
            return _tie(content)
        case IncidentContent():
            return _incident(content)
        case AttributeContent():
            value = {"span": _pair(content.value), "mention": content.value_mention}
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
        "trigger": _pair(content.trigger),
        "role": content.role,
        "response": content.response,
    }


def _incident(content: IncidentContent) -> Wire:
    return {
        "type": str(content.type),
        "stage": str(content.stage),
        "trigger": _pair(content.trigger),
        "time": content.time,
        "participants": [
            {
                "mention": part.mention,
                "role": str(part.role),
                "basis": str(part.basis),
                "attribution": [_speaker(speaker) for speaker in part.attribution],
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
                "span": _pair(t.span),
            }
            for t in content.tolls
        ],
    }


def _opinion(content: JudgementContent | PredictionContent | StatementContent) -> Wire:
    return {"subject": content.subject, "about": list(content.about), "content": _pair(content.content)}


def _to_content(kind: Kind, wire: Mapping[str, Any]) -> Content:
    match kind:
        case Kind.TIE:
            return _to_tie(wire)
        case Kind.INCIDENT:
            return _to_incident(wire)
        case Kind.ATTRIBUTE:
            value = wire["value"]
            name = AttributeName(wire["attribute"])
            return AttributeContent(wire["subject"], name, _span(value["span"]), value["mention"])
        case Kind.PREDICTION:
            return PredictionContent(wire["subject"], tuple(wire["about"]), _span(wire["content"]), wire["horizon"])
        case Kind.JUDGEMENT:
            return JudgementContent(wire["subject"], tuple(wire["about"]), _span(wire["content"]))
        case Kind.STATEMENT:
            return StatementContent(wire["subject"], tuple(wire["about"]), _span(wire["content"]))


def _to_tie(wire: Mapping[str, Any]) -> TieContent:
    return TieContent(
        subject=wire["subject"],
        object=wire["object"],
        dimension=Dimension(wire["dimension"]),
        sign=wire["sign"],
        trigger=_span(wire["trigger"]),
        role=wire["role"],
        response=wire.get("response"),
    )


def _to_incident(wire: Mapping[str, Any]) -> IncidentContent:
    return IncidentContent(
        type=IncidentType(wire["type"]),
        stage=Stage(wire["stage"]),
        trigger=_span(wire["trigger"]),
        participants=tuple(
            Participant(
                mention=part["mention"],
                role=ParticipantRole(part["role"]),
                basis=Basis(part["basis"]),
                attribution=_to_speakers(part["attribution"]),
            )
            for part in wire["participants"]
        ),
        time=wire["time"],
        place=wire["place"],
        tolls=tuple(
            Toll(Harm(t["kind"]), Side(t["who"]), t["low"], t["best"], t["high"], _span(t["span"]))
            for t in wire["casualties"]
        ),
        part_of=wire["part_of"],
    )
