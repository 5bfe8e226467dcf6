"""Mentions that could be party to a tie and are party to none: when it runs, the reader asks about their pairs too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from avowed.annotate.encoder import Encoder
from training.reader.documents import ANY, BYSTANDER, Labelled, SpanLabel, sentences

COULD_ACT = frozenset({"person", "organisation", "nationality", "location"})
SURE = 0.5


def with_bystanders(documents: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The documents, those whose ties are judged with their bystanders as spans of a scheme of their own."""
    return tuple(
        replace(one, spans=(*one.spans, *_bystanders(one))) if ("tie", "closed") in one.schemes else one
        for one in documents
    )


@cache
def _shipped() -> Encoder:
    return Encoder.load()


def _bystanders(document: Labelled) -> Iterator[SpanLabel]:
    parties = [(one.start, one.end) for one in document.spans if one.scheme == "party"]
    for start, end in sorted(set(_acting(document))):
        if all(end <= first or last <= start for first, last in parties):
            yield SpanLabel(BYSTANDER, start, end, BYSTANDER)


def _acting(document: Labelled) -> Iterator[tuple[int, int]]:
    """As the source tells them where it tells all mentions, else as the shipped reader finds them."""
    if ("mention", "closed") in document.schemes:
        told = (one for one in document.spans if one.scheme == "mention" and one.label != ANY)
        yield from ((one.start, one.end) for one in told if one.label in COULD_ACT)
    else:
        for window in _shipped().read(document.text, list(sentences(document.text))):
            yield from ((one.start, one.end) for one in window.mentions(SURE) if one.label in COULD_ACT)
