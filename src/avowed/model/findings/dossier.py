"""What a case holds on one actor."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avowed.model.findings.lines import Line, Tie
from avowed.model.findings.told import Entry, Said
from avowed.model.when import When


@dataclass(frozen=True, slots=True)
class Office:
    """One holder of a leading office, dated as far as the reports date it."""

    holder: str
    organisation: str
    role: str
    since: When
    until: When
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """Between two holders of an office: a gap, or an overlap in which both are told to hold it."""

    kind: str
    before: str
    after: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the case holds on one actor.

    `people` are the persons among its parts, `latest` its newest incidents, `linked` the ties that are mere bonds.
    """

    key: str
    name: str
    kind: str
    known_as: tuple[str, ...]
    reviewed: bool
    parent: str
    parts: tuple[str, ...]
    offices: tuple[Office, ...]
    friends: tuple[Tie, ...]
    enemies: tuple[Tie, ...]
    structure: tuple[Tie, ...]
    own_words: tuple[Said, ...]
    attributes: tuple[tuple[str, str, Line], ...]
    incidents: tuple[str, ...]
    missing: tuple[str, ...]
    names: Mapping[str, str]
    handovers: tuple[Handover, ...] = ()
    changes: tuple[Tie, ...] = ()
    money: tuple[Tie, ...] = ()
    havens: tuple[Tie, ...] = ()
    sponsors: tuple[Tie, ...] = ()
    clients: tuple[Tie, ...] = ()
    one_voice: tuple[str, ...] = ()
    silent_years: tuple[int, ...] = ()
    unheard: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    latest: tuple[Entry, ...] = ()
    linked: tuple[Tie, ...] = ()
