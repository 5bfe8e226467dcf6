"""CoNLL F1 of clusters over given mentions: the mean of MUC, B-cubed and CEAF-e (Pradhan et al. 2014)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np

from benchmarks.scoring.counts import Counts, Table, f1
from benchmarks.scoring.templates import assign

Clusters = Sequence[frozenset[Hashable]]
METRICS = ("muc", "b_cubed", "ceaf_e")


def clusters(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """Mentions gathered by their label."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, label in labels.items():
        found.setdefault(label, set()).add(mention)
    return [frozenset(one) for one in found.values()]


def score_clusters(predicted: Clusters, gold: Clusters) -> list[float]:
    """Counts of MUC, B-cubed and CEAF-e of one topic, one after the other."""
    return [n for metric in (muc, b_cubed, ceaf_e) for n in metric(predicted, gold).row]


def conll_f1(sums: Table) -> Table:
    """The mean of the three F1; sums is (..., 12)."""
    return np.asarray(sum(f1(sums[..., 4 * at : 4 * at + 4]) for at in range(3)) / 3)


def muc(predicted: Clusters, gold: Clusters) -> Counts:
    """Links (Vilain et al. 1995)."""
    return Counts(*_links(predicted, gold), *_links(gold, predicted))


def _links(of: Clusters, against: Clusters) -> tuple[float, float]:
    label = _labels(against)
    kept = sum(len(one) - len({label.get(mention, mention) for mention in one}) for one in of)
    return kept, sum(len(one) - 1 for one in of)


def b_cubed(predicted: Clusters, gold: Clusters) -> Counts:
    """Mentions (Bagga and Baldwin 1998)."""
    return Counts(*_mentions(predicted, gold), *_mentions(gold, predicted))


def _mentions(of: Clusters, against: Clusters) -> tuple[float, float]:
    label = _labels(against)
    right = sum(n * n / len(one) for one in of for n in _pieces(one, label))
    return right, sum(len(one) for one in of)


def ceaf_e(predicted: Clusters, gold: Clusters) -> Counts:
    """Clusters aligned one to one, phi-4 (Luo 2005)."""
    worth = np.array([[_phi4(one, other) for other in gold] for one in predicted], dtype=float)
    right = float(sum(worth[row, column] for row, column in assign(worth)))
    return Counts(right, len(predicted), right, len(gold))


def _phi4(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _labels(against: Clusters) -> dict[Hashable, int]:
    return {mention: at for at, one in enumerate(against) for mention in one}


def _pieces(one: Iterable[Hashable], label: Mapping[Hashable, int]) -> list[int]:
    found: dict[int, int] = {}
    for mention in one:
        if mention in label:
            found[label[mention]] = found.get(label[mention], 0) + 1
    return list(found.values())
