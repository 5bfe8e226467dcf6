"""What every object of the reading format is made of: spans, intervals of time, speakers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from avowed.model.evidence import Span, Speaker
from avowed.model.vocabulary import CueTone, Precision, SpeakerRole
from avowed.model.when import When, from_iso

Wire = dict[str, Any]


def compact(value: object) -> str:
    """A value of the reading format as JSON on one line, without blanks that say nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def speaker_from_wire(wire: Mapping[str, Any]) -> Speaker:
    """The link that `speaker_to_wire` wrote."""
    return speakers_from_wire([wire])[0]


def when_to_wire(when: When) -> Wire:
    """An interval with full days at both ends, its precision and its words."""
    return {
        "from": when.first.isoformat() if when.first else None,
        "to": when.last.isoformat() if when.last else None,
        "precision": str(when.precision),
        "words": when.words,
    }


def pair(span: Span) -> list[int]:
    """A span as its two ends."""
    return [span.start, span.end]


def span_of(pair: Sequence[int]) -> Span:
    """The span between two ends."""
    return Span(pair[0], pair[1])


def ends(span: Span) -> Wire:
    """A span as two fields."""
    return {"start": span.start, "end": span.end}


def partial_to_wire(when: When) -> Wire:
    """An interval with its ends as finely as they are told, and as full days."""
    full = when_to_wire(when)
    return {
        "from": when.partial(when.first),
        "to": when.partial(when.last),
        "days": [full["from"], full["to"]],
        "precision": str(when.precision),
        "words": when.words,
    }


def when_from_wire(wire: Mapping[str, Any]) -> When:
    """The interval that `when_to_wire` or a partial date wrote."""
    days = wire.get("days") or (wire["from"], wire["to"])
    first = from_iso(days[0]).first if days[0] else None
    last = from_iso(days[1]).last if days[1] else None
    return When(first, last, Precision(wire["precision"]), wire.get("words", ""))


def speaker_to_wire(speaker: Speaker) -> Wire:
    """One link of a chain of speakers."""
    return {
        "text": speaker.text,
        "span": pair(speaker.span) if speaker.span else None,
        "mention": speaker.mention,
        "role": str(speaker.role),
        "cue": pair(speaker.cue) if speaker.cue else None,
        "tone": str(speaker.tone),
        "stands_for": speaker.stands_for,
    }


def speakers_from_wire(wires: Sequence[Mapping[str, Any]]) -> tuple[Speaker, ...]:
    """The chain of speakers, outermost first, of an assertion on the wire."""
    return tuple(
        Speaker(
            text=wire["text"],
            span=span_of(wire["span"]) if wire.get("span") else None,
            mention=wire["mention"],
            role=SpeakerRole(wire["role"]),
            cue=span_of(wire["cue"]) if wire.get("cue") else None,
            tone=CueTone(wire.get("tone", CueTone.NEUTRAL)),
            stands_for=wire.get("stands_for", ""),
        )
        for wire in wires
    )
