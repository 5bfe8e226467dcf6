"""Names: labelled pairs at a fixed threshold, and an alias's way to its entry; a tie at the top is a miss."""

from collections.abc import Mapping

from benchmarks.scoring.counts import Counts


def score_pair(score: float, same: bool, threshold: float) -> Counts:
    """Counts of one labelled pair."""
    said = score >= threshold
    return Counts(said and same, said, said and same, same)


def hit(scores: Mapping[str, float], right: str) -> bool:
    """Whether the right entry alone has the highest score."""
    best = max(scores.values(), default=0.0)
    return [entry for entry, score in scores.items() if score == best] == [right]
