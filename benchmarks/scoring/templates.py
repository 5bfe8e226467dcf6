"""MUC-4 templates and what makes two of their strings equal; used by every template metric."""

import re
import string
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Entity = tuple[str, ...]
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type ("bombing / attack" accepts either) and its entities by role, in the order of ROLES."""

    type: str
    roles: tuple[tuple[Entity, ...], ...]

    @property
    def types(self) -> frozenset[str]:
        """The types that this template accepts."""
        return frozenset(part.strip() for part in self.type.split("/"))


def template(type_: str, **roles: list[list[str]]) -> Template:
    """A template from lists of entities by role name; strings are stripped as the metric asks, empty ones left out."""
    return Template(type_, tuple(_entities(roles.get(role, [])) for role in ROLES))


def stripped(words: str) -> str:
    """Lower case without punctuation, without a, an, the, single spaces: how the metric compares mentions."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def _entities(raw: list[list[str]]) -> tuple[Entity, ...]:
    entities = (tuple(text for text in map(stripped, mentions) if text) for mentions in raw)
    return tuple(entity for entity in entities if entity)


def assign(scores: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The one-to-one pairs of rows and columns with the greatest sum (Kuhn 1955); pairs worth nothing are left out."""
    if not scores.size:
        return []
    rows, columns = linear_sum_assignment(-scores)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if scores[row, column] > 0]
