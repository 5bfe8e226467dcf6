"""What a person changes in a line, or adds where a line was missed; kept in the log as text, applied without touching it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from avowed.model.codec import decode, encode
from avowed.model.evidence import Assertion, Report, Span, Speaker, TieContent
from avowed.model.vocabulary import Dimension, Factuality, Mode, SpeakerRole, Voice
from avowed.model.when import UNKNOWN_TIME, from_iso

RULE = "person"
MentionOf = Callable[[str, Span], tuple[str, Span]]
"""An occurrence's key and a quote -> a mention of that actor, in the quote or else the nearest, with its span."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The fields that are other than read; None leaves a field as it is. Actors are keys of occurrences in the report.

    `speaker` is an occurrence too; the empty text is "the report itself". `when` is a day, month or year.
    """

    start: int | None = None
    end: int | None = None
    subject: str | None = None
    object: str | None = None
    dimension: Dimension | None = None
    sign: int | None = None
    negated: bool | None = None
    factuality: Factuality | None = None
    mode: Mode | None = None
    voice: Voice | None = None
    speaker: str | None = None
    when: str | None = None

    @property
    def empty(self) -> bool:
        """True when nothing is changed."""
        return all(getattr(self, field.name) is None for field in fields(self))


def as_text(correction: Correction) -> str:
    """A correction as the log keeps it."""
    return json.dumps({k: v for k, v in encode(correction).items() if v is not None}, ensure_ascii=False)


def from_text(text: str) -> Correction:
    """The correction that the log keeps; ValueError when it is none."""
    try:
        return decode(Correction, json.loads(text))
    except TypeError as error:
        raise ValueError(str(error)) from error


def corrected(read: Assertion, given: Correction, report: Report, mention_of: MentionOf) -> Assertion:
    """The assertion as a person says that it should have been read; ValueError where that cannot be."""
    quote = _quote(read.quote, given, report)
    content = read.content
    if isinstance(content, TieContent):
        content, quote = _tie(content, given, quote, mention_of)
    elif (given.subject, given.object, given.dimension, given.sign) != (None, None, None, None):
        raise ValueError("only a tie has a subject, an object, a dimension and a sign")
    attribution, quote = _attribution(read.attribution, given, quote, report, mention_of)
    return replace(
        read,
        quote=quote,
        content=content,
        negated=read.negated if given.negated is None else given.negated,
        factuality=given.factuality or read.factuality,
        mode=given.mode or read.mode,
        voice=given.voice or read.voice,
        attribution=attribution,
        valid=read.valid if given.when is None else from_iso(given.when) if given.when else UNKNOWN_TIME,
        hedges=tuple(hedge for hedge in read.hedges if quote.covers(hedge)),
        score=1.0,
        rule=RULE,
    )


def added(given: Correction, report: Report, mention_of: MentionOf) -> Assertion:
    """A tie that was missed, as a person reads it; ValueError where a part of it is not said."""
    if given.start is None or given.end is None or not (given.subject and given.object and given.dimension):
        raise ValueError("a line needs its words, who, whom and in which respect")
    blank = TieContent("", "", given.dimension, given.sign or 0, Span(given.start, given.end))
    bare = Assertion("", Span(given.start, given.end), blank, rule=RULE)
    return corrected(bare, given, report, mention_of)


def _quote(read: Span, given: Correction, report: Report) -> Span:
    start = read.start if given.start is None else given.start
    end = read.end if given.end is None else given.end
    return report.cut(start, end).span


def _tie(tie: TieContent, given: Correction, quote: Span, mention_of: MentionOf) -> tuple[TieContent, Span]:
    """The tie with its new parties; the quote is widened until it covers them."""
    subject, object_ = tie.subject, tie.object
    if given.subject is not None:
        subject, span = mention_of(given.subject, quote)
        quote = quote.union(span)
    if given.object is not None:
        object_, span = mention_of(given.object, quote)
        quote = quote.union(span)
    if given.subject and given.subject == given.object:
        raise ValueError("a tie is between two, not of one with itself")
    sign = tie.sign if given.sign is None else given.sign
    if sign not in (-1, 0, 1):
        raise ValueError(f"{sign} is no sign")
    return replace(tie, subject=subject, object=object_, dimension=given.dimension or tie.dimension, sign=sign), quote


def _attribution(
    read: tuple[Speaker, ...], given: Correction, quote: Span, report: Report, mention_of: MentionOf
) -> tuple[tuple[Speaker, ...], Span]:
    if given.speaker is None:
        return read, quote
    if not given.speaker:
        return (), quote
    mention, span = mention_of(given.speaker, quote)
    party = given.speaker in (given.subject, given.object)
    role = SpeakerRole.SELF if party or given.voice is Voice.STATED else SpeakerRole.ANALYST
    return (Speaker(span.of(report.text), span, mention, role),), quote.union(span)
