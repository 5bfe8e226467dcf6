"""What the assertions amount to: derived, recomputable, and always naming the assertions behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from avowed.model.decisions import Outcome
from avowed.model.evidence import Speaker
from avowed.model.names import fold
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

    @property
    def voice(self) -> str:
        """Who speaks in the end: the origin that the report names, in the case or not, else its publisher."""
        return fold(self.origin) or fold(self.publisher) or self.report


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
        """The sign that counts towards a tally: 0 for what is only denied, and for what a person rejected or corrected."""
        return 0 if self.line.negated or self.line.decision in ("reject", "edit") else self.sign

    @property
    def bond(self) -> bool:
        """Whether it is support of which only the words of a bond are told (`close ties`): a link, not yet help."""
        return self.dimension is Dimension.SUPPORT and bool(self.role)

    @property
    def when(self) -> When:
        """When it held; where the words do not say, some day up to publication."""
        return self.line.valid


@dataclass(frozen=True, slots=True)
class Weight:
    """What a line weighs and why: the product of its factors, or 0 with the reason in `void`."""

    value: float
    strength: float
    certainty: float
    mode: float
    reliability: float
    age: float
    void: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """An 80 % interval."""

    low: float
    high: float


NOTHING = Range(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tally:
    """Sympathy and hostility, never netted: weighted sums with their 80 % ranges, and the lines behind each."""

    sympathy: float
    hostility: float
    cooperative: tuple[str, ...]
    hostile: tuple[str, ...]
    denied: tuple[str, ...]
    neutral: tuple[str, ...]
    families: int
    first: date | None
    last: date | None
    sympathy_range: Range = NOTHING
    hostility_range: Range = NOTHING
    voices: int = 0


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a voice shows two actors: in [-1, 1] with an 80 % interval, and what it rests on; mixed is a finding.

    `number` is how many independent lines of equal weight the evidence is worth. `reach` is its range when any one
    publisher is left out, or one unknown publisher comes that tells one side alone; `hangs_on` names the publishers
    without which its sign changes or too little is left.
    """

    value: float
    low: float
    high: float
    mixed: bool
    families: int
    lines: tuple[str, ...]
    number: float = 0.0
    reach: Range = NOTHING
    hangs_on: str = ""


@dataclass(frozen=True, slots=True)
class Without:
    """The gap when something is left out: a publisher, family, speaker or reader rule by name, or all hedged lines.

    `value` is None where one side then falls silent.
    """

    what: str
    name: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Shown (observed and assessed) minus stated closeness in [-2, 2].

    `low` and `high` are its range when any one thing is left out, `likely` is its 80 % interval by chance, `hangs_on`
    names what changes its sign or silences a side. `one_more` is its range when one unknown publisher comes that tells
    and quotes one side alone. `observed` and `assessed` are the same difference for either voice.
    """

    value: float
    low: float
    high: float
    hangs_on: str = ""
    likely: Range = NOTHING
    observed: float | None = None
    assessed: float | None = None
    dimensions: tuple[Dimension, ...] = ()
    since: date | None = None
    without: tuple[Without, ...] = ()
    one_more: Range = NOTHING


@dataclass(frozen=True, slots=True)
class Denial:
    """What a party denies, beside the lines that show it all the same; `families` speak of the latter.

    `hangs_on` names the one publisher without which nothing contradicts the denial.
    """

    party: str
    dimension: Dimension
    denied: tuple[str, ...]
    shown: tuple[str, ...]
    families: int
    since: date | None
    hangs_on: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A period in which conduct keeps one sign; 0 is a mixed period. `sure` is how probable that sign is in it."""

    sign: int
    first: date
    last: date
    sure: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """How close two actors were in the month that begins so, in [-1, 1], with the 80 % band around it."""

    month: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of sign between two periods; dated as a range."""

    before: int
    after: int
    earliest: date
    latest: date
    lines: tuple[str, ...]
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Together:
    """Cooperation and hostility at one time: in different dimensions, or between different parts of the two.

    Both days are None where neither is dated and one report tells both.
    """

    first: date | None
    last: date | None
    cooperative: tuple[str, ...]
    hostile: tuple[str, ...]
    dimensions: tuple[tuple[Dimension, ...], tuple[Dimension, ...]]
    parts: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path between two actors; `first` and `last` are when its lines say that it held."""

    start: str
    end: str
    sympathy: float
    hostility: float
    lines: tuple[str, ...]
    dimensions: tuple[Dimension, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def sign(self) -> int:
        """+1, -1, or 0 where both are told."""
        return (self.sympathy > 0) - (self.hostility > 0)


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one actor to another through at most a few others.

    `overlap` tells whether the steps may hold at one time (None where a step has no date); `inside` that it goes
    through a part, a parent or a shared leader.
    """

    steps: tuple[Step, ...]
    overlap: bool | None = None
    inside: bool = False

    @property
    def through(self) -> tuple[str, ...]:
        """The actors in between."""
        return tuple(step.end for step in self.steps[:-1])


@dataclass(frozen=True, slots=True)
class Third:
    """Where a third actor stands to both: an observation on balance, never evidence for a tie between the two."""

    actor: str
    left: int
    right: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The answer to the product's question for two actors; by default over all times.

    `shown` is closeness by observed and assessed lines together; `gaps` and `denials` are each party's own. `phases`
    and `turns` are of what is shown, `stated_phases` of what the two say; `lines` are those behind paths and thirds.
    `above` are ties with a body that one of the two is part of, `own_words` what one side says of the other that is no
    tie, `beside` what others foretell, judge or say of both at once, `incidents` those in which both have a part: all
    four are listed and never counted.
    """

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
    shown: Closeness | None = None
    gaps: Mapping[str, Gap | None] = field(default_factory=dict)
    denials: tuple[Denial, ...] = ()
    phases: tuple[Phase, ...] = ()
    stated_phases: tuple[Phase, ...] = ()
    together: tuple[Together, ...] = ()
    brokers: tuple[Third, ...] = ()
    balance: tuple[Third, ...] = ()
    factors: Mapping[str, Weight] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    above: tuple[Tie, ...] = ()
    of_bodies: tuple[Tie, ...] = ()
    own_words: tuple["Said", ...] = ()
    beside: tuple["Said", ...] = ()
    incidents: tuple["Entry", ...] = ()
    curve: tuple[Moment, ...] = ()
    stated_curve: tuple[Moment, ...] = ()
    """Month by month, of what is shown and of what the two say; nothing where the evidence is too thin for a number."""


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
class Foretold:
    """A prediction: who foretells what, by when (unknown where no time is given), and what became of it, as decided."""

    speaker: str
    words: str
    about: tuple[str, ...]
    by: When
    outcome: Outcome
    shown_by: str
    line: Line


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher in the case: how many reports and independent families, how many lines, graded how."""

    name: str
    reports: tuple[Source, ...]
    families: int
    lines: int
    grade: str = "F"
    takes_from: tuple[tuple[str, int], ...] = ()
    """The origins that its reports name, each with the number of reports."""
    taken_by: tuple[tuple[str, int], ...] = ()
    """The publishers whose reports name it as their origin."""


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
