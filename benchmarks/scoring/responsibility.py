"""How MUC-4 says that an organisation is responsible: accuracy on organisations that were rightly found."""

from collections.abc import Mapping, Sequence

from benchmarks.scoring.gtt import mapping, same_entity
from benchmarks.scoring.templates import ROLES, Entity, Template

Confidences = Mapping[str, frozenset[str]]
_ORGANISATION = ROLES.index("PerpOrg")
# The most frequent confidence of the training part.
MAJORITY = "reported as fact"


def score_responsibility(
    predicted: Sequence[Template],
    said: Sequence[Mapping[Entity, str]],
    gold: Sequence[Template],
    true: Sequence[Confidences],
) -> tuple[int, int]:
    """(right, matched) of one document.

    `said` gives for each predicted template the confidence by organisation, `true` for each gold one the accepted
    confidences by stripped string. A gold fill with several values accepts any of them.
    """
    right = matched = 0
    for one, other in mapping(predicted, gold):
        for organisation in _found(predicted[one], gold[other]):
            accepted = frozenset().union(*(true[other].get(text, frozenset()) for text in organisation))
            matched += bool(accepted)
            right += said[one].get(organisation) in accepted
    return right, matched


def majority(predicted: Sequence[Template]) -> list[dict[Entity, str]]:
    """The most frequent confidence for every organisation of every template."""
    return [dict.fromkeys(one.roles[_ORGANISATION], MAJORITY) for one in predicted]


def _found(predicted: Template, gold: Template) -> list[Entity]:
    true = gold.roles[_ORGANISATION]
    return [one for one in predicted.roles[_ORGANISATION] if any(same_entity(one, other) for other in true)]
