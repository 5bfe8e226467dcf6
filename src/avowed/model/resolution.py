"""Who is who: what the resolver concludes from occurrences and decisions; always recomputable."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.world import Actor


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against two names being one actor, with its part in the score."""

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors that may be one: put before a person, never merged by itself."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that cannot all hold, by number."""

    decisions: tuple[int, ...]
    words: str


@dataclass(frozen=True)
class Resolution:
    """Actors, the actor of every occurrence (by key), merges with their reasons, proposals and conflicts."""

    actors: Mapping[str, Actor]
    membership: Mapping[str, str]
    merges: tuple[Proposal, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
