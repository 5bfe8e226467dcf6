"""What was published and what was read in it; a Quote is only ever cut from its Report, so none can be false."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any, Self

from avowed.model.vocabulary import (
    ActorKind,
    AttributeName,
    Basis,
    CueTone,
    DateBasis,
    Dimension,
    Factuality,
    Form,
    Harm,
    IncidentType,
    Kind,
    MentionType,
    Mode,
    ParticipantRole,
    PlacePrecision,
    Side,
    SpeakerRole,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME, When


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of Unicode code points into a report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """True when the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when they share a code point."""
        return self.start < other.end and other.start < self.end

    def union(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words cut from a report; made only by `Report.cut`."""

    report: str
    span: Span
    text: str

    def __new__(cls, *_: object, **__: object) -> Self:
        """Refuse: only `Report.cut` makes quotes."""
        raise TypeError("a quote is cut from its report: use report.cut(start, end)")


def _cut(report: "Report", span: Span) -> Quote:
    quote: Quote = object.__new__(Quote)
    for name, value in (("report", report.id), ("span", span), ("text", span.of(report.text))):
        object.__setattr__(quote, name, value)
    return quote


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, how that is known, and where the text says so."""

    when: When
    basis: DateBasis
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a republished story came from, as the report itself says."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published text after its furniture was taken off; `text` never changes."""

    id: str
    source: str
    text: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str = "en"
    origin: Origin | None = None
    pages: tuple[Span, ...] = ()
    sha256: str = ""
    format: str = "text"
    notes: tuple[str, ...] = ()

    def cut(self, start: int, end: int) -> Quote:
        """The words from start to end; ValueError when they are not within the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is not within the {len(self.text)} characters of report {self.id[:12]}")
        return _cut(self, Span(start, end))


def report_id(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal: the identity of a report."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or point at one thing; `actor` is the within-report actor, if any."""

    id: str
    span: Span
    type: MentionType
    head: Span
    form: Form = Form.NAME
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor as one report names it; `known_as` is the key of the known actor that it may be."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A place as one report names it, with the gazetteer's coordinates where it was found."""

    id: str
    name: str
    mentions: tuple[str, ...]
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    country: str | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value and the interval that it stands for."""

    id: str
    span: Span
    kind: TimeKind
    value: str
    when: When


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of speakers: who speaks, in which role, by which cue.

    `stands_for` names the actor that a pronoun or a common noun means; empty where the text names it itself, or nobody.
    """

    text: str
    span: Span | None
    mention: str | None
    role: SpeakerRole
    cue: Span | None = None
    tone: CueTone = CueTone.NEUTRAL
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class TieContent:
    """Subject and object (mention ids) tied in a dimension."""

    subject: str
    object: str
    dimension: Dimension
    sign: int
    trigger: Span
    role: str | None = None
    response: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention's part in an incident, and on whose word."""

    mention: str
    role: ParticipantRole
    basis: Basis = Basis.REPORTED
    attribution: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people harmed as a range; `best` is what the words say, `high` is None where they set no upper end."""

    kind: Harm
    who: Side
    low: int
    best: int
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class IncidentContent:
    """What happened, where (place id), when (time id), to whom."""

    type: IncidentType
    stage: Stage
    trigger: Span
    participants: tuple[Participant, ...] = ()
    time: str | None = None
    place: str | None = None
    tolls: tuple[Toll, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class AttributeContent:
    """A property of one actor."""

    subject: str
    attribute: AttributeName
    value: Span
    value_mention: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementContent:
    """An assessment: who gains, a motive, a characterisation."""

    subject: str | None
    about: tuple[str, ...]
    content: Span


@dataclass(frozen=True, slots=True)
class PredictionContent:
    """A forecast, warning or threat, with the time by which it should come true."""

    subject: str | None
    about: tuple[str, ...]
    content: Span
    horizon: str | None = None


@dataclass(frozen=True, slots=True)
class StatementContent:
    """A speaker's words that carry none of the other kinds."""

    subject: str | None
    about: tuple[str, ...]
    content: Span


Content = TieContent | IncidentContent | AttributeContent | JudgementContent | PredictionContent | StatementContent

_KINDS: dict[type[Any], Kind] = {
    TieContent: Kind.TIE,
    IncidentContent: Kind.INCIDENT,
    AttributeContent: Kind.ATTRIBUTE,
    JudgementContent: Kind.JUDGEMENT,
    PredictionContent: Kind.PREDICTION,
    StatementContent: Kind.STATEMENT,
}


@dataclass(frozen=True, slots=True)
class Assertion:
    """One proposition read from one passage; never edited, only accepted or rejected beside it."""

    id: str
    quote: Span
    content: Content
    negated: bool = False
    factuality: Factuality = Factuality.CERTAIN
    hedges: tuple[Span, ...] = ()
    mode: Mode = Mode.ACTUAL
    voice: Voice = Voice.OBSERVED
    attribution: tuple[Speaker, ...] = ()
    valid: When = UNKNOWN_TIME
    valid_time: str | None = None
    place: str | None = None
    score: float = 0.5
    rule: str = ""
    trigger_type: str = ""

    @property
    def kind(self) -> Kind:
        """Which of the six kinds this is."""
        return _KINDS[type(self.content)]

    @property
    def faint(self) -> bool:
        """True for what is not sure enough to be shown: it stays in the reading format and goes no further.

        These are attributes that the model alone sees, and attitudes (`holds`), which nobody put into words.
        """
        return self.rule == "holds" or (isinstance(self.content, AttributeContent) and self.rule.startswith("seen "))

    @property
    def hedged(self) -> bool:
        """True when it must never be shown as plain fact."""
        return self.factuality is not Factuality.CERTAIN or self.mode is not Mode.ACTUAL


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one version of the reader drew from one report."""

    report: Report
    reader: str
    mentions: tuple[Mention, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    places: tuple[LocalPlace, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    skipped: str = ""
    contradictions: tuple[tuple[str, str], ...] = field(default=())


def without_faint(reading: Reading) -> Reading:
    """The reading as a case keeps it and people are shown it."""
    return replace(reading, assertions=tuple(one for one in reading.assertions if not one.faint))
