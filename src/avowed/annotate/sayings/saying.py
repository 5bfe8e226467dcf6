"""What one saying is, and the chain of speakers at a place in the text: outermost first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from avowed.model.evidence import Mention, Span, Speaker
from avowed.model.vocabulary import CueTone, SpeakerRole


class Stance(StrEnum):
    """What a speaker does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CLAIMS = "claims"
    BELIEVES = "believes"
    ACCUSES = "accuses"
    ORDERS = "orders"
    WITHHOLDS = "withholds"


class Manner(StrEnum):
    """Whether the words are the speaker's own, the report's, or partly both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying: who, by which cue, which words; `parent` is the saying that tells of it.

    `source_span` and `cue` are the words that the grammar hangs on; `described` and `phrase` are all the words of source
    and cue, and `extent` all that is said from its first to its last word, where the learned layers marked them. One that
    is not `reported` only tells an attitude (`wants`, `supports`): it is a statement, but vouches for nothing told in it.
    `cited_by` is the cue of the saying that rests on this one: `the paper said, citing officials, that ...`; `through` is
    the paper that was told: `officials told the paper that ...`.
    """

    source: Mention | None
    source_span: Span | None
    cue: Span | None
    role: SpeakerRole
    tone: CueTone
    stance: Stance
    manner: Manner
    contents: tuple[Span, ...]
    parent: int | None = None
    described: Span | None = None
    phrase: Span | None = None
    extent: Span | None = None
    reported: bool = True
    score: float | None = None
    cited_by: Span | None = None
    through: Mention | None = None

    def holds(self, offset: int) -> bool:
        """True when the word that begins here is part of what is said."""
        return any(span.start <= offset < span.end for span in self.contents)

    @property
    def length(self) -> int:
        """How many code points are said."""
        return sum(span.end - span.start for span in self.contents)

    def speakers(self, text: str) -> tuple[Speaker, ...]:
        """The saying as links of a chain: the paper that was told, if any, and who speaks."""
        if self.through is None:
            return (self.speaker(text),)
        paper = self.through
        return Speaker(paper.span.of(text), paper.span, paper.id, SpeakerRole.JOURNALIST), self.speaker(text)

    def speaker(self, text: str) -> Speaker:
        """The saying as one link of a chain."""
        words = self.source_span.of(text) if self.source_span else ""
        mention = self.source.id if self.source else None
        return Speaker(
            words, self.described or self.source_span, mention, self.role, self.phrase or self.cue, self.tone
        )


def innermost(sayings: Sequence[Saying], offset: int) -> int | None:
    """The index of the narrowest saying that holds the word at this offset."""
    holding = [index for index, saying in enumerate(sayings) if saying.reported and saying.holds(offset)]
    return min(holding, key=lambda index: (sayings[index].length, -index)) if holding else None


def line_of(sayings: Sequence[Saying], index: int | None) -> tuple[int, ...]:
    """The indices of the sayings from the outermost down to this one."""
    line: list[int] = []
    while index is not None and index not in line:
        line.append(index)
        index = sayings[index].parent
    return tuple(reversed(line))


def outspoken(line: Sequence[Saying], text: str) -> tuple[Saying, ...]:
    """The line without those in it who only speak of themselves: `I think` in what somebody says adds no speaker."""
    return tuple(saying for at, saying in enumerate(line) if not at or not _own(saying, text))


def _own(saying: Saying, text: str) -> bool:
    return saying.source_span is not None and saying.source_span.of(text).lower() in ("i", "we")


def speakers_of(line: Sequence[Saying], text: str) -> tuple[Speaker, ...]:
    """The speakers of a line of sayings, outermost first."""
    return tuple(one for saying in outspoken(line, text) for one in saying.speakers(text))


def chain(sayings: Sequence[Saying], offset: int, text: str) -> tuple[Speaker, ...]:
    """The speakers behind the word at this offset, outermost first; empty where the report itself speaks."""
    return speakers_of(tuple(sayings[index] for index in line_of(sayings, innermost(sayings, offset))), text)
