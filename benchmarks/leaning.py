"""What the reader tells of two parties that are given to it: by the words of their sentence, and by what its model sees."""

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


def bears(text: str, source: Sequence[Span], target: Sequence[Span]) -> str | None:
    """How the source bears on the target by the words alone (`material conflict`); None where none shows it."""
    from avowed.annotate.bearing.between import bearing  # noqa: PLC0415  # the sets can be scored without a reader

    found = bearing(next(iter(annotator().parser.parse([text]))), source, target)
    if found is None:
        return None
    return f"{'material' if found.deed else 'verbal'} {'cooperation' if found.sign > 0 else 'conflict'}"
