"""Negation: which words are cues, and which tokens the gold cues deny."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.scoring.counts import Counts, count


@dataclass(frozen=True, slots=True)
class Negation:
    """One negation of a sentence: the token positions of its cue and of its scope."""

    cue: frozenset[int]
    scope: frozenset[int]


def score_cues(predicted: Iterable[Negation], gold: Iterable[Negation]) -> Counts:
    """Counts of one sentence; a cue of several tokens must be whole."""
    return count({one.cue for one in predicted}, {one.cue for one in gold})


def score_scopes(predicted: Sequence[frozenset[int]], gold: Sequence[Negation]) -> Counts:
    """Counts of scope tokens of one sentence; `predicted` has one scope for each gold cue."""
    counts = (count(said, true.scope) for said, true in zip(predicted, gold, strict=True))
    return sum(counts, Counts())
