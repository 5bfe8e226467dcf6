"""One temperature a head (Guo et al. 2017), fitted on documents that no head was trained on."""

from collections.abc import Iterable, Sequence

import numpy as np

from avowed.annotate.encoder.decode import pair_scores, span_scores
from avowed.annotate.encoder.heads import Floats, candidates
from training.reader import labels
from training.reader.evaluate import Read
from training.reader.losses import span_targets
from training.reader.reading import Projects

GRID = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))
LOWEST = 1e-9
PAIR_HEADS = ("tie", "relation")

Judged = list[tuple[Floats, int]]  # probabilities of every label, and the right one


def temperatures(reader: Projects, longest: int, windows: Sequence[Read]) -> dict[str, float]:
    """The temperature of each head that these windows judge; their labels decide which."""
    judged: dict[str, Judged] = {}
    for one in windows:
        for name, rows in (*_spans(reader, longest, one), *_pairs(reader, one)):
            judged.setdefault(name, []).extend(rows)
    return {name: temperature(rows) for name, rows in judged.items() if sum(right > 0 for _, right in rows) >= 20}


def temperature(rows: Judged) -> float:
    """The divisor of the scores under which the right labels are likeliest."""
    if not rows:
        return 1.0
    logs = np.log(np.maximum(np.stack([row for row, _ in rows]), LOWEST))
    right = np.array([column for _, column in rows])
    return min(GRID, key=lambda at: _surprise(logs / at, right))


def _surprise(scores: Floats, right: np.ndarray) -> float:
    total = np.log(np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1)) + scores.max(axis=1)
    return float((total - scores[np.arange(len(right)), right]).mean())


def _spans(reader: Projects, longest: int, one: Read) -> Iterable[tuple[str, Judged]]:
    first, last, _ = candidates(one.window.words, longest)
    for scheme, targets in one.example.spans:
        if targets.closed:
            wanted, weight = span_targets(targets, first, last)
            _, scores = span_scores(reader.heads, one.projected, one.window, [scheme], longest)
            yield scheme, [(scores[scheme][row], int(wanted[row])) for row in np.flatnonzero(weight)]


def _pairs(reader: Projects, one: Read) -> Iterable[tuple[str, Judged]]:
    ends = [(pair.subject, pair.object) for pair in one.example.pairs]
    if not ends:
        return
    names = (*PAIR_HEADS, *labels.ATTRIBUTES)
    scores, _ = pair_scores(reader.heads, one.projected, one.window, ends, names)
    for name in PAIR_HEADS:
        judged = [(row, getattr(pair, name)) for row, pair in enumerate(one.example.pairs) if getattr(pair, name) >= 0]
        yield name, [(scores[name][row], right) for row, right in judged]
    for number, name in enumerate(labels.ATTRIBUTES):
        told = [(row, pair.attributes[number]) for row, pair in enumerate(one.example.pairs)]
        yield name, [(scores[name][row], right) for row, right in told if right >= 0]
