"""A pair of spans as an example: both marked, with the classes of what joins them."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.looks.asked import Asked
from training.looks.marks import Marked, marked
from training.reader import labels
from training.reader.documents import PairLabel

ALONG, BACK = ">", "<"  # from the earlier span to the later, and back; a label that holds both ways has neither
IGNORE = -1
NO_KINDS = (0, 0)


def classes(names: Sequence[str], both_ways: frozenset[str]) -> tuple[str, ...]:
    """The labels as classes of two spans in the order of the text: one that goes a way is two classes."""
    straight = [name for name in names[1:] if name in both_ways]
    turned = [name + way for name in names[1:] if name not in both_ways for way in (ALONG, BACK)]
    return (names[0], *straight, *turned)


TIES = classes(labels.TIES, labels.SYMMETRIC_TIES)
RELATIONS = classes(labels.RELATIONS, labels.SYMMETRIC_RELATIONS)


@dataclass(frozen=True, slots=True)
class Example:
    """Two marked spans: the class of their tie and relation, whether it is hostile, PLOVER's class; or IGNORE."""

    told: Marked
    tie: int = IGNORE
    relation: int = IGNORE
    sign: int = IGNORE
    quad: int = IGNORE
    weight: float = 1.0


def example(one: Asked) -> Example:
    """The pair with its marks and classes."""
    ties = [label for label in one.labels if label.tie]
    tie = max(ties, key=lambda label: label.weight, default=None)
    relation = next((label for label in one.labels if label.relation), None)
    name, related = (tie.tie if tie else None), (relation.relation if relation else None)
    return Example(
        marked(one.window, ([one.spans[0]], [one.spans[1]]), NO_KINDS),
        tie=TIES.index(_class(name, tie, one, labels.SYMMETRIC_TIES)) if one.tie_asked else IGNORE,
        relation=RELATIONS.index(_class(related, relation, one, labels.SYMMETRIC_RELATIONS))
        if one.relation_asked
        else IGNORE,
        sign=int(name[-1] == "-") if name and name[-1] != "0" else IGNORE,
        weight=tie.weight if tie else 1.0,
    )


def _class(name: str | None, label: PairLabel | None, one: Asked, both_ways: frozenset[str]) -> str:
    if name is None or label is None:
        return labels.TIES[0]
    along = label.subject == one.spans[0]
    return name if name in both_ways else name + (ALONG if along else BACK)
