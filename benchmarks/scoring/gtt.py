"""GTT micro-F1 over type and five roles (Du et al. 2021): the best one-to-one mapping of templates, types agreeing."""

from collections.abc import Sequence

import numpy as np

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.templates import Entity, Template, assign

SLOTS = 6
_TYPE = Counts(1, 1, 1, 1)


def score_templates(predicted: Sequence[Template], gold: Sequence[Template]) -> tuple[Counts, ...]:
    """Counts of one document: the type first, then the roles in the order of ROLES.

    The mapping maximises what is right plus what is found: as every template is counted either way, that is F1's order.
    """
    pairs = mapping(predicted, gold)
    slots = [_compared(predicted[one], gold[other]) for one, other in pairs]
    slots += [_spurious(one) for at, one in enumerate(predicted) if at not in {pair[0] for pair in pairs}]
    slots += [_missing(one) for at, one in enumerate(gold) if at not in {pair[1] for pair in pairs}]
    return tuple(sum((row[slot] for row in slots), Counts()) for slot in range(SLOTS))


def mapping(predicted: Sequence[Template], gold: Sequence[Template]) -> list[tuple[int, int]]:
    """Pairs of predicted and gold template that maximise F1; types must agree in each."""
    worth = np.zeros((len(predicted), len(gold)))
    for row, one in enumerate(predicted):
        for column, other in enumerate(gold):
            if one.type in other.types:
                worth[row, column] = sum(slot.right + slot.found for slot in _compared(one, other))
    return assign(worth)


def micro(slots: Sequence[Counts]) -> Counts:
    """The counts of type and roles together."""
    return sum(slots, Counts())


def roles_only(slots: Sequence[Counts]) -> Counts:
    """The counts of the five roles, under the same mapping."""
    return sum(slots[1:], Counts())


def same_entity(predicted: Entity, gold: Entity) -> bool:
    """Whether every predicted mention is one of the gold entity's."""
    return set(predicted) <= set(gold)


def _compared(predicted: Template, gold: Template) -> list[Counts]:
    return [_TYPE, *(_role(mine, true) for mine, true in zip(predicted.roles, gold.roles, strict=True))]


def _role(predicted: tuple[Entity, ...], gold: tuple[Entity, ...]) -> Counts:
    right = sum(any(same_entity(mine, true) for true in gold) for mine in predicted)
    found = sum(any(same_entity(mine, true) for mine in predicted) for true in gold)
    return Counts(right, len(predicted), found, len(gold))


def _spurious(one: Template) -> list[Counts]:
    return [Counts(predicted=1), *(Counts(predicted=len(role)) for role in one.roles)]


def _missing(one: Template) -> list[Counts]:
    return [Counts(gold=1), *(Counts(gold=len(role)) for role in one.roles)]
