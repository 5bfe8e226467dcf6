"""Readings, reports and assertions as plain JSON objects, and back."""

from collections.abc import Mapping
from typing import Any

from avowed.model.evidence import Assertion, IncidentContent, Origin, Published, Reading, Report, Span
from avowed.model.vocabulary import DateBasis, Factuality, Kind, Mode, Voice
from avowed.model.wire.contents import content_from_wire, content_to_wire
from avowed.model.wire.marks import (
    actor_from_wire,
    actor_to_wire,
    mention_from_wire,
    mention_to_wire,
    place_from_wire,
    place_to_wire,
    time_from_wire,
    time_to_wire,
)
from avowed.model.wire.parts import (
    Wire,
    ends,
    pair,
    partial_to_wire,
    span_of,
    speaker_to_wire,
    speakers_from_wire,
    when_from_wire,
    when_to_wire,
)

FORMAT = "avowed-reading/1"


def to_wire(reading: Reading) -> Wire:
    """A reading as one object of the reading format."""
    return {
        "format": FORMAT,
        "reader": reading.reader,
        "report": report_to_wire(reading.report),
        "mentions": [mention_to_wire(mention) for mention in reading.mentions],
        "actors": [actor_to_wire(actor) for actor in reading.actors],
        "places": [place_to_wire(place) for place in reading.places],
        "times": [time_to_wire(time) for time in reading.times],
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
        actors=tuple(actor_from_wire(item) for item in wire["actors"]),
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
        "origin": None if report.origin is None else {"text": report.origin.text, **ends(report.origin.span)},
        "pages": [pair(page) for page in report.pages],
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
        pages=tuple(span_of(page) for page in wire.get("pages", ())),
        sha256=wire.get("sha256", ""),
        format=wire.get("format", "text"),
        notes=tuple(wire.get("notes", ())),
    )


def assertion_to_wire(assertion: Assertion) -> Wire:
    """One assertion; the fields of its kind come first."""
    return {
        "id": assertion.id,
        "kind": str(assertion.kind),
        **content_to_wire(assertion.content),
        "negated": assertion.negated,
        "factuality": str(assertion.factuality),
        "hedges": [pair(hedge) for hedge in assertion.hedges],
        "mode": str(assertion.mode),
        "voice": str(assertion.voice),
        "attribution": [speaker_to_wire(speaker) for speaker in assertion.attribution],
        "valid": {**partial_to_wire(assertion.valid), "time": assertion.valid_time},
        "place": assertion.content.place if isinstance(assertion.content, IncidentContent) else assertion.place,
        "quote": pair(assertion.quote),
        "score": round(assertion.score, 4),
        "rule": assertion.rule,
        "trigger_type": assertion.trigger_type or None,
    }


def assertion_from_wire(wire: Mapping[str, Any]) -> Assertion:
    """The assertion that `assertion_to_wire` wrote."""
    kind = Kind(wire["kind"])
    return Assertion(
        id=wire["id"],
        quote=span_of(wire["quote"]),
        content=content_from_wire(kind, wire),
        negated=wire["negated"],
        factuality=Factuality(wire["factuality"]),
        hedges=tuple(span_of(hedge) for hedge in wire["hedges"]),
        mode=Mode(wire["mode"]),
        voice=Voice(wire["voice"]),
        attribution=speakers_from_wire(wire["attribution"]),
        valid=when_from_wire(wire["valid"]),
        valid_time=wire["valid"].get("time"),
        place=None if kind is Kind.INCIDENT else wire["place"],
        score=wire["score"],
        rule=wire.get("rule", ""),
        trigger_type=wire.get("trigger_type") or "",
    )


def _published(published: Published) -> Wire:
    span = ends(published.span) if published.span else {"start": None, "end": None}
    return {**when_to_wire(published.when), "basis": str(published.basis), **span, "reason": published.reason}


def _to_published(wire: Mapping[str, Any]) -> Published:
    span = Span(wire["start"], wire["end"]) if wire.get("start") is not None else None
    return Published(when_from_wire(wire), DateBasis(wire["basis"]), span, wire.get("reason", ""))
