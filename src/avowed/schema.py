"""The JSON Schema of the reading format, made from the model's own vocabularies; it is only ever extended."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from avowed.model import vocabulary as words
from avowed.model.wire import FORMAT

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_SPAN: Schema = {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2}
_MAYBE_SPAN: Schema = {"anyOf": [_SPAN, {"type": "null"}]}
_FLAG: Schema = {"type": "boolean"}
_DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def schema() -> Schema:
    """The schema as a plain object (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "What Avowed read in one document. Offsets are Unicode code points into report.text.",
        **_object(
            {
                "format": {"const": FORMAT},
                "reader": _TEXT,
                "report": _report(),
                "mentions": _list(_mention()),
                "actors": _list(_actor()),
                "places": _list(_place()),
                "times": _list(_time()),
                "assertions": _list({"oneOf": _assertions()}),
                "contradictions": _list({"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}),
                "skipped": _MAYBE_TEXT,
            }
        ),
    }


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(vocabulary: type[StrEnum]) -> Schema:
    return {"enum": [str(word) for word in vocabulary]}


def _maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _report() -> Schema:
    published = _object(
        {"from": _DATE, "to": _DATE, "precision": _one_of(words.Precision), "basis": _one_of(words.DateBasis)}
    )
    origin = _object({"text": _TEXT, "start": _OFFSET, "end": _OFFSET})
    return _object(
        {
            "id": _TEXT,
            "source": _TEXT,
            "title": _TEXT,
            "publisher": _TEXT,
            "authors": _list(_TEXT),
            "published": _maybe(published),
            "language": _TEXT,
            "text": _TEXT,
            "origin": _maybe(origin),
        }
    )


def _mention() -> Schema:
    return _object(
        {
            "id": _TEXT,
            "start": _OFFSET,
            "end": _OFFSET,
            "type": _one_of(words.MentionType),
            "head": _SPAN,
            "form": _one_of(words.Form),
            "actor": _MAYBE_TEXT,
        }
    )


def _actor() -> Schema:
    kind = _one_of(words.ActorKind)
    return _object({"id": _TEXT, "name": _TEXT, "kind": kind, "aliases": _list(_TEXT), "known_as": _MAYBE_TEXT})


def _place() -> Schema:
    return _object(
        {
            "id": _TEXT,
            "name": _TEXT,
            "mentions": _list(_TEXT),
            "geonames": {"type": ["integer", "null"]},
            "lat": _MAYBE_NUMBER,
            "lon": _MAYBE_NUMBER,
            "precision": _one_of(words.PlacePrecision),
        }
    )


def _time() -> Schema:
    return _object(
        {
            "id": _TEXT,
            "start": _OFFSET,
            "end": _OFFSET,
            "value": _TEXT,
            "type": _one_of(words.TimeKind),
            "from": _DATE,
            "to": _DATE,
            "precision": _one_of(words.Precision),
        }
    )


def _speaker() -> Schema:
    return _object(
        {
            "text": _TEXT,
            "span": _MAYBE_SPAN,
            "mention": _MAYBE_TEXT,
            "role": _one_of(words.SpeakerRole),
            "cue": _MAYBE_SPAN,
            "tone": _one_of(words.CueTone),
            "stands_for": _TEXT,
        }
    )


def _assertions() -> list[Schema]:
    opinion = {"subject": _MAYBE_TEXT, "about": _list(_TEXT), "content": _SPAN}
    value = _object({"span": _SPAN, "mention": _MAYBE_TEXT})
    attribute = {"subject": _TEXT, "attribute": _one_of(words.AttributeName), "value": value}
    return [
        _assertion(words.Kind.TIE, _tie()),
        _assertion(words.Kind.INCIDENT, _incident()),
        _assertion(words.Kind.ATTRIBUTE, attribute),
        _assertion(words.Kind.JUDGEMENT, opinion),
        _assertion(words.Kind.PREDICTION, {**opinion, "horizon": _MAYBE_TEXT}),
        _assertion(words.Kind.STATEMENT, opinion),
    ]


def _assertion(kind: words.Kind, content: Mapping[str, Schema]) -> Schema:
    valid = _object({"from": _DATE, "to": _DATE, "precision": _one_of(words.Precision), "time": _MAYBE_TEXT})
    return _object(
        {
            "id": _TEXT,
            "kind": {"const": str(kind)},
            **content,
            "negated": _FLAG,
            "factuality": _one_of(words.Factuality),
            "hedges": _list(_SPAN),
            "mode": _one_of(words.Mode),
            "voice": _one_of(words.Voice),
            "attribution": _list(_speaker()),
            "valid": valid,
            "place": _MAYBE_TEXT,
            "quote": _SPAN,
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "rule": _TEXT,
            "trigger_type": _MAYBE_TEXT,
        }
    )


def _tie() -> dict[str, Schema]:
    return {
        "subject": _TEXT,
        "object": _TEXT,
        "dimension": _one_of(words.Dimension),
        "sign": {"enum": [-1, 0, 1]},
        "trigger": _SPAN,
        "role": _MAYBE_TEXT,
        "response": _MAYBE_TEXT,
    }


def _incident() -> dict[str, Schema]:
    part = {
        "mention": _TEXT,
        "role": _one_of(words.ParticipantRole),
        "basis": _one_of(words.Basis),
        "attribution": _list(_speaker()),
    }
    count: Schema = {"type": "integer", "minimum": 0}
    toll = {
        "kind": _one_of(words.Harm),
        "who": _one_of(words.Side),
        "low": count,
        "best": count,
        "high": {"type": ["integer", "null"], "minimum": 0},
        "span": _SPAN,
    }
    return {
        "type": _one_of(words.IncidentType),
        "stage": _one_of(words.Stage),
        "trigger": _SPAN,
        "time": _MAYBE_TEXT,
        "participants": _list(_object(part)),
        "part_of": _MAYBE_TEXT,
        "casualties": _list(_object(toll)),
    }
