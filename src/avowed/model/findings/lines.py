"""The lines that every finding rests on, and what each weighs."""

from dataclasses import dataclass

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
