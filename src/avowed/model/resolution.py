"""Who is who: what the resolver concludes from occurrences and decisions; always recomputable."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.evidence import Toll
from avowed.model.vocabulary import Basis, IncidentType, Mode, ParticipantRole, Stage
from avowed.model.when import When
from avowed.model.world import Actor, Incident, Place


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against two names being one actor, or two tellings one incident, with its part in the score."""

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors that may be one, or two tellings of what may be one incident: put before a person, never merged."""

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
    """Actors, the actor of every occurrence (by key), merges with their reasons, proposals and conflicts.

    Merges name occurrences, proposals name actors. `idle` are decisions on occurrences that no reading holds now.
    """

    actors: Mapping[str, Actor]
    membership: Mapping[str, str]
    merges: tuple[Proposal, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    idle: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two tellings that are alike: `joined` where that made one incident of their sets, before any decision."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class MergedIncidents:
    """Incidents over reports, pairs of tellings whose incidents may be one, and decisions that cannot all hold.

    `alike` are the pairs of tellings from which that follows, whatever was decided.
    """

    incidents: tuple[Incident, ...]
    proposals: tuple[Proposal, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a decision on incidents changes: incidents that are no more or are other now, and all pairs now proposed."""

    gone: frozenset[str]
    incidents: tuple[Incident, ...]
    proposals: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class IncidentPair:
    """Two incidents that may be one, by the two of their tellings that are most alike."""

    proposal: Proposal
    left: Incident
    right: Incident


@dataclass(frozen=True, slots=True)
class ToldParty:
    """A participant as one report tells it: the words, the actor where it is one, the footing and who says so."""

    role: ParticipantRole
    words: str
    actor: str | None
    basis: Basis
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """An incident as one report tells it, with its parties resolved to actors of the case."""

    key: str
    report: str
    family: str
    published: When
    type: IncidentType
    stage: Stage
    when: When
    place: Place | None
    parties: tuple[ToldParty, ...]
    tolls: tuple[Toll, ...]
    words: str
    negated: bool = False
    mode: Mode = Mode.ACTUAL
    local: str = ""
    part_of: str | None = None
    counts: tuple[str, ...] = ()  # the words of each toll
