"""CEAF-RME with phi-3 (Chen et al. 2023): templates aligned by the mentions they share, counted mention by mention.

The type must match for a mention to be shared and is not scored itself.
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.templates import Entity, Template, assign


def score_mentions(predicted: Sequence[Template], gold: Sequence[Template]) -> Counts:
    """Counts of one document."""
    worth = np.array([[shared(one, other) for other in gold] for one in predicted], dtype=float)
    right = sum(worth[row, column] for row, column in assign(worth))
    return Counts(right, _mentions(predicted), right, _mentions(gold))


def shared(predicted: Template, gold: Template) -> int:
    """Mentions that the two templates share when entities are aligned one to one within each role."""
    if predicted.type not in gold.types:
        return 0
    return sum(_shared(mine, true) for mine, true in zip(predicted.roles, gold.roles, strict=True))


def _shared(predicted: tuple[Entity, ...], gold: tuple[Entity, ...]) -> int:
    worth = np.array([[len(set(mine) & set(true)) for true in gold] for mine in predicted], dtype=float)
    return int(sum(worth[row, column] for row, column in assign(worth)))


def _mentions(templates: Sequence[Template]) -> int:
    return sum(len(set(entity)) for one in templates for role in one.roles for entity in role)
