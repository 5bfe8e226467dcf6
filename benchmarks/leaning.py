"""What the reader sees between two parties that are given to it."""

from collections.abc import Mapping, Sequence

from benchmarks.inside import annotator
from benchmarks.scoring.spans import Span


def leaning(text: str, source: Sequence[Span], target: Sequence[Span]) -> Mapping[str, float]:
    """How likely the reader sees each kind of tie between two parties that are given, either way; nothing where one is unsaid."""
    found: dict[str, float] = {}
    asked = [pair for one in source for other in target for pair in ((one, other), (other, one))]
    for window in annotator().encoder.read(text, [(0, len(text))]):
        for pair in window.pairs(asked):
            for label, chance in pair.ties.items():
                found[label] = found.get(label, 0.0) + chance
    found.pop("none", None)
    return found
