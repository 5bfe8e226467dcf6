"""`Closer to Y than X claims`: one phrase tells what is said and what is shown; both are kept, side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avowed.annotate.page import Page, span_of
from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Assertion, Mention, Span, Speaker, TieContent
from avowed.model.vocabulary import CueTone, Dimension, Factuality, Form, MentionType, SpeakerRole, Voice

_SCORE = 0.6  # not measured yet: no annotated report has the phrase; set as the prior of a new rule
_ACTORS = frozenset({MentionType.PERSON, MentionType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of deed with word: `between` joins the two actors, `after` names the claim."""

    name: str
    between: re.Pattern[str]
    after: re.Pattern[str]
    match: str
    no_match: str


COMPARISONS = (
    Comparison(
        "closer than claimed",
        re.compile(r"^[^.;]{0,30}\b(closer)\s(?:linked\s|tied\s)?to\s(?:the\s)?$", re.IGNORECASE),
        re.compile(
            r"^\s(than)\s(?:they|it|he|she|[A-Z][\w-]+)\s(?:have |has |had |will )?"
            r"(claim|claims|claimed|admit|admits|admitted|say|says|said|acknowledge|acknowledges|acknowledged)\b",
            re.IGNORECASE,
        ),
        "The Dawn Front is far closer to Cedar Army than it admits.",
        "The Dawn Front is closer to Cedar Army than Elm Army is.",
    ),
)


def find_comparisons(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Two ties for each comparison: what the report shows, and, denied by the party itself, the same tie."""
    del sayings  # the claim stands in the phrase itself
    return tuple(_assertions(page))


def _assertions(page: Page) -> Iterator[Assertion]:
    number = 0
    for sentence in page.sentences:
        within = span_of(sentence)
        named = [m for m in page.mentions if within.covers(m.span) and m.actor and m.type in _ACTORS]
        for one in named:
            for other in named:
                found = _compared(page, one, other) if one.actor != other.actor and one.form is Form.NAME else None
                if found is not None:
                    row, trigger, cue = found
                    number += 1
                    yield from _both(page, row, number, (one, other), (within, trigger, cue))


def _compared(page: Page, one: Mention, other: Mention) -> tuple[Comparison, Span, Span] | None:
    text = page.report.text
    for row in COMPARISONS:
        joined = row.between.match(text[one.span.end : other.span.start]) if one.span.end < other.span.start else None
        claimed = row.after.match(text[other.span.end : other.span.end + 60]) if joined else None
        if joined and claimed:
            start, end = one.span.end, other.span.end
            trigger = Span(start + joined.start(1), start + joined.end(1))
            return row, trigger, Span(end + claimed.start(2), end + claimed.end(2))
    return None


def _both(
    page: Page, row: Comparison, number: int, parties: tuple[Mention, Mention], spans: tuple[Span, Span, Span]
) -> Iterator[Assertion]:
    one, other = parties
    quote, trigger, cue = spans
    content = TieContent(one.id, other.id, Dimension.SUPPORT, 1, trigger, trigger.of(page.report.text))
    speaker = Speaker(one.span.of(page.report.text), one.span, one.id, SpeakerRole.SELF, cue, CueTone.DOUBTING)
    shown = Assertion(f"c{number}a", quote, content, voice=Voice.ASSESSED, score=_SCORE, rule=row.name)
    yield shown
    yield Assertion(
        f"c{number}b",
        quote,
        content,
        negated=True,
        factuality=Factuality.PROBABLE,
        hedges=(cue,),
        voice=Voice.STATED,
        attribution=(speaker,),
        score=_SCORE,
        rule=row.name,
    )
