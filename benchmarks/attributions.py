"""Who says what in a reading: source, cue and content of every assertion that has a speaker."""

from collections.abc import Mapping
from typing import Any

from benchmarks.readings import Reading, Span, assertions, mentions_by_id, span, span_of
from benchmarks.scoring.attribution import Saying


def sayings(reading: Reading) -> list[Saying]:
    """The attributions of a reading in order, none twice; the content is that of the innermost speaker."""
    known = mentions_by_id(reading)
    found = (_saying(one, known) for one in assertions(reading) if one.get("attribution"))
    return list(dict.fromkeys(one for one in found if one.content))


def _saying(assertion: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Saying:
    speaker = assertion["attribution"][-1]
    content = span(assertion.get("content")) or span(assertion.get("quote"))
    return Saying(_source(speaker, known), span(speaker.get("cue")), (content,) if content else ())


def _source(speaker: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Span | None:
    if speaker.get("span"):
        return span(speaker["span"])
    mention = known.get(speaker.get("mention") or "")
    return span_of(mention) if mention else None
