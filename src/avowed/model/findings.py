"""What the assertions amount to: derived, recomputable, and always naming the assertions behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avowed.model.evidence import Speaker
from avowed.model.vocabulary import Dimension, Factuality, Mode, Voice
from avowed.model.when import When


@dataclass(frozen=True, slots=True)
class Source:
    """Who published, and which family of copies the report belongs to."""

    report: str
    title: str
    publisher: str
    family: str
    published: When
    origin: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What every finding rests on: words in a report, who says them, how sure, since when, with their key."""

    key: str
    source: Source
    quote: str
    start: int
    end: int
    negated: bool
    factuality: Factuality
    hedges: tuple[str, ...]
    mode: Mode
    voice: Voice
    speakers: tuple[Speaker, ...]
    valid: When
    score: float
    rule: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie assertion with its parties resolved to actors of the case.

    `speaker` is the actor key of the innermost speaker where it is an actor, else "".
    """

    line: Line
    subject: str
    object: str
    dimension: Dimension
    sign: int
    role: str = ""
    speaker: str = ""
    response: str = ""

    @property
    def voice(self) -> Voice:
        """Who vouches for it."""
        return self.line.voice

    @property
    def effective_sign(self) -> int:
        """The sign that counts towards a tally: 0 for denied ties, which say only that something is denied."""
        return 0 if self.line.negated else self.sign

    @property
    def when(self) -> When:
        """When it held; where the words do not say, some day up to publication."""
        return self.line.valid


@dataclass(frozen=True, slots=True)
class Tally:
    """Sympathy and hostility, never netted: weighted sums, counts and the lines behind each."""

    sympathy: float
    hostility: float
    cooperative: tuple[str, ...]
    hostile: tuple[str, ...]
    denied: tuple[str, ...]
    neutral: tuple[str, ...]
    families: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a voice shows two actors: in [-1, 1] with an interval, and what it rests on; mixed is a finding."""

    value: float
    low: float
    high: float
    mixed: bool
    families: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Observed and assessed minus stated closeness in [-2, 2]; the range is what leaving out any one source gives."""

    value: float
    low: float
    high: float
    hangs_on: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of sign between two periods; dated as a range."""

    before: int
    after: int
    earliest: date
    latest: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path between two actors."""

    start: str
    end: str
    sympathy: float
    hostility: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one actor to another through at most a few others."""

    steps: tuple[Step, ...]

    @property
    def through(self) -> tuple[str, ...]:
        """The actors in between."""
        return tuple(step.end for step in self.steps[:-1])


@dataclass(frozen=True, slots=True)
class Pair:
    """The answer to the product's question for two actors."""

    left: str
    right: str
    ties: tuple[Tie, ...]
    voices: Mapping[Voice, Tally]
    closeness: Mapping[Voice, Closeness | None]
    dimensions: Mapping[Dimension, Mapping[Voice, Tally]]
    years: Mapping[int, Mapping[Voice, Tally]]
    undated: Tally
    gap: Gap | None
    turns: tuple[Turn, ...]
    paths: tuple[Path, ...]
    between_parts: tuple[Tie, ...]
    missing: tuple[str, ...]
    weights: Mapping[str, float]
    names: Mapping[str, str]


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
class Entry:
    """One dated thing on a timeline: an incident or a tie, in words, with the lines behind it."""

    when: When
    kind: str
    words: str
    actors: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what of whom: the innermost speaker, in which chain, in whose words."""

    speaker: str
    role: str
    kind: str
    words: str
    about: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher in the case: how many reports and independent families, how many lines, graded how."""

    name: str
    reports: tuple[Source, ...]
    families: int
    lines: int
    grade: str = "F"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the case holds on one actor."""

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
