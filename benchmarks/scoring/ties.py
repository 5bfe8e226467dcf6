"""Ties of our own annotations: right when subject, object, dimension and sign are; arguable ones are never misses."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.spans import Span, overlap
from benchmarks.scoring.templates import assign

SYMMETRIC = frozenset({"kinship", "joint_operation", "accord", "ideology", "rivalry", "clash"})
FIELDS = ("voice", "factuality", "negated", "speaker")


@dataclass(frozen=True, slots=True)
class Party:
    """An end of a tie: the words used there, and the names under which the document knows the actor."""

    span: Span | None
    names: frozenset[str]

    def agrees(self, other: "Party") -> bool:
        """Whether the words overlap, or the actor is the same by one of its names."""
        touching = self.span and other.span and overlap(self.span, other.span)
        return bool(touching or self.names & other.names)


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie, said or annotated; `speaker` is the innermost one, None for the report itself."""

    subject: Party
    object: Party
    dimension: str
    sign: int
    quote: Span
    voice: str
    factuality: str
    negated: bool
    speaker: Party | None
    weight: float = 1.0
    score: float = 1.0


def matched(predicted: Sequence[Tie], gold: Sequence[Tie]) -> list[tuple[int, int]]:
    """Pairs of a right tie and its annotation, one to one; of equals the one from the same passage is taken."""
    worth = np.array([[_worth(one, other) for other in gold] for one in predicted], dtype=float)
    return assign(worth)


def score_ties(predicted: Sequence[Tie], gold: Sequence[Tie]) -> Counts:
    """Counts of one document: a match with an arguable tie is right, but only certain ones can be missed."""
    pairs = matched(predicted, gold)
    found = sum(gold[other].weight >= 1 for _, other in pairs)
    return Counts(len(pairs), len(predicted), found, sum(one.weight >= 1 for one in gold))


def score_field(field: str, predicted: Sequence[Tie], gold: Sequence[Tie]) -> tuple[int, int]:
    """(right, matched) of one field on the matched ties of one document."""
    pairs = [(predicted[one], gold[other]) for one, other in matched(predicted, gold)]
    return sum(_same(field, one, other) for one, other in pairs), len(pairs)


def right_scores(predicted: Sequence[Tie], gold: Sequence[Tie]) -> list[tuple[float, bool]]:
    """The score of every predicted tie of a document, and whether it is right."""
    right = {one for one, _ in matched(predicted, gold)}
    return [(one.score, at in right) for at, one in enumerate(predicted)]


def _worth(predicted: Tie, gold: Tie) -> float:
    if (predicted.dimension, predicted.sign) != (gold.dimension, gold.sign) or not _parties(predicted, gold):
        return 0.0
    closer = [overlap(predicted.quote, gold.quote) > 0, gold.weight >= 1, *(_same(f, predicted, gold) for f in FIELDS)]
    return 1 + sum(map(bool, closer)) / 100


def _parties(predicted: Tie, gold: Tie) -> bool:
    straight = predicted.subject.agrees(gold.subject) and predicted.object.agrees(gold.object)
    crossed = predicted.subject.agrees(gold.object) and predicted.object.agrees(gold.subject)
    return straight or (gold.dimension in SYMMETRIC and crossed)


def _same(field: str, predicted: Tie, gold: Tie) -> bool:
    mine, true = getattr(predicted, field), getattr(gold, field)
    if isinstance(mine, Party) and isinstance(true, Party):
        return mine.agrees(true)
    return bool(mine == true)
