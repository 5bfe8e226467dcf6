"""Exact span and type: a mention is right when its first and last character and its type are those of the gold."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.scoring.counts import Counts, count

Span = tuple[int, int]


class TypedSpan(NamedTuple):
    """A stretch of text, end not included, with its type."""

    start: int
    end: int
    type: str


def score_spans(predicted: Iterable[TypedSpan], gold: Iterable[TypedSpan]) -> Counts:
    """Counts of one document."""
    return count(set(predicted), set(gold))


def overlap(one: Span, other: Span) -> int:
    """Characters that both spans cover."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
