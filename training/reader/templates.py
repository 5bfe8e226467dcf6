"""A plain assembly of MUC-4 templates from what the reader finds: a template for each type that a report tells of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from avowed.annotate.encoder import ReadSpan
from training.reader.labels import INCIDENTS, ROLES

Entities = list[list[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence's chances of telling of each incident type, and the fillers found in it."""

    chances: Mapping[str, float]
    fillers: tuple[tuple[str, str, float], ...]  # role, words, score


def told(text: str, incidents: Iterable[ReadSpan], roles: Sequence[ReadSpan]) -> list[Told]:
    """The sentences of a report; every incident type of a sentence is among `incidents`, whatever its score."""
    sentences: dict[tuple[int, int], dict[str, float]] = {}
    for one in incidents:
        sentences.setdefault((one.start, one.end), {})[one.label] = one.score
    return [
        Told(chances, tuple((one.label, words(text, one), one.score) for one in roles if start <= one.start < end))
        for (start, end), chances in sorted(sentences.items())
    ]


def words(text: str, span: ReadSpan) -> str:
    """The span's words with single spaces."""
    return " ".join(text[span.start : span.end].split())


def assemble(sentences: Sequence[Told], type_from: float, role_from: float) -> list[tuple[str, dict[str, Entities]]]:
    """(type, role -> entities) of each template; a filler goes to the likeliest type that its sentence tells of."""
    likely = {kind: max((one.chances.get(kind, 0.0) for one in sentences), default=0.0) for kind in INCIDENTS[1:]}
    kinds = [kind for kind, chance in likely.items() if chance >= type_from]
    found: dict[str, dict[str, dict[str, str]]] = {kind: {role: {} for role in ROLES[1:]} for kind in kinds}
    for one in sentences:
        for role, filler, score in one.fillers:
            if kinds and score >= role_from:
                kind = max(kinds, key=lambda kind: (one.chances.get(kind, 0.0), likely[kind]))
                found[kind][role].setdefault(filler.lower(), filler)
    return [
        (kind, {role: [[filler] for filler in fillers.values()] for role, fillers in roles.items()})
        for kind, roles in found.items()
    ]
