"""Who says what in a reading: source, cue and content of every assertion that has a speaker.

One act of saying has one cue, and a source where it is named. PolNeAR annotates no attribution without a cue, so a party
whose conduct alone shows its stance does no act of saying. Of several contents the one that an assertion states goes before
the ones that are cut from quotes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.readings import Reading, Span, assertions, mentions_by_id, span, span_of, words
from benchmarks.scoring.attribution import Saying

Act = tuple[Span | None, Span | None]
_EDGE = " \t\r\n,.;:\"'“”‘’"


def sayings(reading: Reading) -> list[Saying]:
    """The attributions of a reading by its innermost speakers, in order, each act of saying once."""
    stated: dict[Act, Span] = {}
    cut: dict[Act, Span] = {}
    for act, assertion in _acts(reading):
        if assertion.get("content"):
            stated[act] = _both(stated.get(act), span(assertion["content"]))
        elif assertion.get("quote"):
            cut[act] = _both(cut.get(act), _rest(reading, act, span(assertion["quote"])))
    return [Saying(*act, (content,)) for act, content in {**cut, **stated}.items() if content[1]]


def _acts(reading: Reading) -> Iterator[tuple[Act, Mapping[str, Any]]]:
    known = mentions_by_id(reading)
    for one in assertions(reading):
        if one.get("attribution") and one["attribution"][-1].get("cue"):
            speaker = one["attribution"][-1]
            yield (_source(speaker, known), span(speaker.get("cue"))), one


def _source(speaker: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Span | None:
    if speaker.get("span"):
        return span(speaker["span"])
    mention = known.get(speaker.get("mention") or "")
    return span_of(mention) if mention else None


def _both(one: Span | None, other: Span | None) -> Span:
    """The smallest span that covers both."""
    spans = [found for found in (one, other) if found]
    return (min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0))


def _rest(reading: Reading, act: Act, quote: Span | None) -> Span | None:
    """The longest piece of a quote beside its source and cue, without marks at its edges."""
    if not quote:
        return None
    taken = sorted(one for one in act if one)
    starts, ends = [quote[0], *(end for _, end in taken)], [*(start for start, _ in taken), quote[1]]
    pieces = [(max(start, quote[0]), min(end, quote[1])) for start, end in zip(starts, ends, strict=True)]
    return _trimmed(reading, max(pieces, key=lambda piece: piece[1] - piece[0]))


def _trimmed(reading: Reading, piece: Span) -> Span | None:
    text = words(reading, piece)
    kept = text.strip(_EDGE)
    start = piece[0] + text.find(kept)
    return (start, start + len(kept)) if kept else None
