"""Relations between spans as re3d scores them: exact source, exact target, same type; symmetric types undirected."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.scoring.counts import Counts, count
from benchmarks.scoring.spans import Span, overlap

SYMMETRIC = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "CommWith", "IsSynonymOf", "Apart"})
SIGNED = frozenset({"FightingAgainst", "Dislikes", "AlliesOf", "Likes"})


class Relation(NamedTuple):
    """One relation of a document: from the source span to the target span."""

    source: Span
    target: Span
    type: str


def score_relations(predicted: Iterable[Relation], gold: Iterable[Relation]) -> Counts:
    """Counts of one document over all types."""
    return count({undirected(one) for one in predicted}, {undirected(one) for one in gold})


def score_ends(predicted: Iterable[Relation], gold: Iterable[Relation]) -> Counts:
    """Counts of one document when only the two ends matter, whichever way round and whatever the type."""
    return count({frozenset(one[:2]) for one in predicted}, {frozenset(one[:2]) for one in gold})


def only(relations: Iterable[Relation], types: Iterable[str] = SIGNED) -> list[Relation]:
    """The relations of these types; by default the four that carry a sign."""
    kept = frozenset(types)
    return [one for one in relations if one.type in kept]


def undirected(one: Relation) -> Relation:
    """The relation with its spans in text order where its type has no direction."""
    if one.type not in SYMMETRIC or one.source <= one.target:
        return one
    return Relation(one.target, one.source, one.type)


def snapped(predicted: Iterable[Relation], spans: Sequence[Span]) -> list[Relation]:
    """Predicted relations moved onto given argument spans; one without a given span at each end is dropped.

    This is "gold mentions" for a reader that finds its own: each end becomes the given span that it overlaps most.
    """
    moved = [(nearest(one.source, spans), nearest(one.target, spans), one.type) for one in predicted]
    return [
        Relation(source, target, type_) for source, target, type_ in moved if source and target and source != target
    ]


def nearest(span: Span, spans: Sequence[Span]) -> Span | None:
    """The given span that agrees best with this one (overlap over union), or None where none overlaps."""
    best = max(spans, key=lambda other: _agreement(span, other), default=None)
    return best if best and overlap(span, best) else None


def _agreement(one: Span, other: Span) -> float:
    shared = overlap(one, other)
    return shared / max(1, one[1] - one[0] + other[1] - other[0] - shared)
