"""Keys that survive re-reading: they hang on the words themselves, not on the order in which they were read."""

import hashlib

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    IncidentContent,
    Reading,
    Span,
    TieContent,
)
from avowed.model.names import fold

_REPORT_DIGITS = 16


def occurrence_key(report: str, name: str) -> str:
    """The key of an actor as one report names it: `0123456789abcdef/islamic state`."""
    return f"{report[:_REPORT_DIGITS]}/{fold(name)}"


def assertion_keys(reading: Reading) -> tuple[str, ...]:
    """One key for each assertion, in order; equal propositions get a running number behind."""
    seen: dict[str, int] = {}
    keys = []
    for assertion in reading.assertions:
        key = _digest(reading, assertion)
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}.{seen[key]}")
    return tuple(keys)


def _digest(reading: Reading, assertion: Assertion) -> str:
    spans = {mention.id: mention.span for mention in reading.mentions}
    parts = [reading.report.id, assertion.kind, *_identity(assertion, spans), assertion.negated]
    if assertion.attribution:
        parts.append(assertion.attribution[-1].text)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:_REPORT_DIGITS]


def _identity(assertion: Assertion, spans: dict[str, Span]) -> tuple[object, ...]:
    match assertion.content:
        case TieContent() as tie:
            return spans[tie.subject], spans[tie.object], tie.dimension, tie.sign
        case IncidentContent() as incident:
            return incident.type, incident.trigger
        case AttributeContent() as attribute:
            return spans[attribute.subject], attribute.attribute, attribute.value
        case opinion:
            return opinion.content, spans[opinion.subject] if opinion.subject else ""
