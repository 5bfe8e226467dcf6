"""What a reading desk shows of a case, page by page: values put together from evidence and findings, nothing judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.evidence import Span
from avowed.model.findings import Handover, Line, Office, Said, Source, Tie
from avowed.model.hypotheses import Matrix
from avowed.model.resolution import IncidentPair, Proposal
from avowed.model.vocabulary import ActorKind, Form, Kind, MentionType
from avowed.model.world import Incident


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in a line: subject, object, about, speaker or a role in an incident."""

    part: str
    actor: str
    name: str
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line with what it says in the case's own terms; `of` is the line that a person's correction replaces."""

    line: Line
    kind: Kind
    words: str
    parts: tuple[Part, ...]
    dimension: str = ""
    sign: int = 0
    role: str = ""
    response: str = ""
    type: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What the desk shows of an actor: of each part the latest; `told` says how many ties each part has in all."""

    key: str
    name: str
    kind: str
    known_as: tuple[str, ...]
    reviewed: bool
    parent: str
    parts: tuple[str, ...]
    offices: tuple[Office, ...]
    handovers: tuple[Handover, ...]
    friends: tuple[Tie, ...]
    enemies: tuple[Tie, ...]
    sponsors: tuple[Tie, ...]
    havens: tuple[Tie, ...]
    money: tuple[Tie, ...]
    changes: tuple[Tie, ...]
    own_words: tuple[Said, ...]
    attributes: tuple[tuple[str, str, Line], ...]
    missing: tuple[str, ...]
    names: Mapping[str, str]
    told: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words in a report that name or point at something; `actor` is an actor of the case, or empty."""

    start: int
    end: int
    type: MentionType
    form: Form
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor as one report names it, with the key under which decisions know it."""

    occurrence: str
    name: str
    actor: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report's whole text with its mentions and lines in place, and the reports that are copies of it."""

    source: Source
    text: str
    authors: tuple[str, ...]
    language: str
    format: str
    basis: str
    notes: tuple[str, ...]
    skipped: str
    pages: tuple[Span, ...]
    marks: tuple[Mark, ...]
    cast: tuple[Cast, ...]
    passages: tuple[Passage, ...]
    copies: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list: who published it when, what became of it and how many lines it gave."""

    source: Source
    lines: int
    added_at: str
    skipped: str


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of reports, and how many there are in all."""

    reports: tuple[ReportRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher in a list: reports, independent stories, lines, the grade it was given, and who prints the same stories."""

    name: str
    reports: int
    families: int
    lines: int
    grade: str
    shares_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list, as far as a person needs to tell it from its namesakes.

    `body` is the name of what it is part of. Where another actor bears its name too (`shared`), `lines` are those that
    tie it to others, and `beside` is the name of whom most of them tie it to.
    """

    key: str
    name: str
    kind: ActorKind
    reports: int
    reviewed: bool
    also: tuple[str, ...]
    body: str = ""
    shared: bool = False
    lines: int = 0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Bearing:
    """An actor as one report names it: the key of the occurrence, the name and the report."""

    key: str
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Bearings:
    """A page of an actor's occurrences, those under other names than its own first, and how many there are in all.

    `typical` are keys of occurrences under its own name: what is parted from the actor is parted from one of these.
    """

    actor: str
    rows: tuple[Bearing, ...]
    total: int
    typical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """How far a person has come with one kind of line: all, decided, and how many of these were right."""

    kind: str
    lines: int
    decided: int
    right: int


@dataclass(frozen=True, slots=True)
class Tied:
    """Two actors with lines between them: how many cooperative and hostile ones were read, for a list to begin with."""

    left: str
    right: str
    left_name: str
    right_name: str
    cooperative: int
    hostile: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two actors that may be one, as a person needs to see them: both with lines that speak of them."""

    proposal: Proposal
    left: ActorRow
    right: ActorRow
    left_lines: tuple[Passage, ...]
    right_lines: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ProposedIncidents:
    """Two incidents that may be one, as a person needs to see them: both with the lines that tell of them."""

    pair: IncidentPair
    left_lines: tuple[Passage, ...]
    right_lines: tuple[Passage, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Incidents with the names of those who have a part in them, and how many there are in all."""

    incidents: tuple[Incident, ...]
    names: Mapping[str, str]
    total: int


@dataclass(frozen=True, slots=True)
class Known:
    """One incident with its lines and the hypotheses on who did it."""

    incident: Incident
    passages: tuple[Passage, ...]
    matrix: Matrix
    parts: tuple[Incident, ...]
    names: Mapping[str, str]
