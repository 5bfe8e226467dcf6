"""Who and what there is, merged over reports; every part names the assertions or the source it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from avowed.model.names import fold
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    Harm,
    IncidentType,
    ParticipantRole,
    PlacePrecision,
    Side,
    Slot,
    Stage,
)
from avowed.model.when import UNKNOWN_TIME, When


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor: what it is to the actor, and who says so."""

    text: str
    slot: Slot = Slot.NAME
    source: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A split, merger or renaming known beforehand, dated as well as its source dates it."""

    kind: str
    other: str
    when: When = UNKNOWN_TIME
    source: str = ""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor known before any report is read; it proposes names and never asserts a tie."""

    key: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...] = ()
    parent: str | None = None
    countries: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    not_same: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, eq=False)
class KnownActors:
    """The table of known actors, indexed by folded name; a name may lead to several actors."""

    actors: Mapping[str, KnownActor] = field(default_factory=lambda: MappingProxyType({}))
    by_name: Mapping[str, tuple[tuple[str, Slot], ...]] = field(default_factory=lambda: MappingProxyType({}))

    def lookup(self, name: str) -> tuple[tuple[KnownActor, Slot], ...]:
        """Every known actor that bears this name, with what the name is to it."""
        return tuple((self.actors[key], slot) for key, slot in self.by_name.get(fold(name), ()))


def known_actors(actors: Iterable[KnownActor]) -> KnownActors:
    """Index actors by every folded name; ValueError when a key occurs twice."""
    by_key: dict[str, KnownActor] = {}
    by_name: dict[str, list[tuple[str, Slot]]] = {}
    for actor in actors:
        if actor.key in by_key:
            raise ValueError(f"the known actor {actor.key!r} is listed twice")
        by_key[actor.key] = actor
        for name in (Name(actor.name), *actor.names):
            entries = by_name.setdefault(fold(name.text), [])
            if actor.key not in {key for key, _ in entries}:
                entries.append((actor.key, name.slot))
    return KnownActors(MappingProxyType(by_key), MappingProxyType({k: tuple(v) for k, v in by_name.items()}))


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a case: its names with their sources, and whether a person has reviewed who it is."""

    key: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...] = ()
    known_as: str | None = None
    parent: str | None = None
    reviewed: bool = False
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place with coordinates as precise as its source allows."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One voice on who did it: the actor, its part, on what basis, and the assertion that says so."""

    actor: str
    basis: Basis
    assertion: str
    speaker: str = ""
    role: ParticipantRole = ParticipantRole.PERPETRATOR_ORGANISATION


@dataclass(frozen=True, slots=True)
class TollRange:
    """A toll over reports: lowest, best and highest, with the assertions that give each; `assertions` are all of them.

    `high` is None where a report sets no upper end; `words` are those of the counts that are no plain number.
    """

    kind: Harm
    who: Side
    low: int
    best: int
    high: int | None
    assertions: tuple[str, ...] = ()
    low_by: tuple[str, ...] = ()
    best_by: tuple[str, ...] = ()
    high_by: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """The merged view of what several reports tell as one incident; the reports' assertions stay apart."""

    key: str
    type: IncidentType
    stage: Stage
    when: When
    place: Place | None
    assertions: tuple[str, ...]
    reports: tuple[str, ...]
    responsibility: tuple[Responsibility, ...] = ()
    tolls: tuple[TollRange, ...] = ()
    victims: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    part_of: str | None = None
    reviewed: bool = False
    why: tuple[str, ...] = ()
