"""Cuts quotes that cover all that an assertion rests on: whole sentences, trimmed of white space."""

from collections.abc import Iterable

from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention, Span, Speaker


def quote_of(page: Page, trigger: Token, parts: Iterable[Span | None]) -> Span:
    """The trigger's sentence, widened until it covers every part."""
    whole = Span(trigger.sent.start_char, trigger.sent.end_char)
    for part in parts:
        whole = whole if part is None else whole.union(part)
    words = whole.of(page.report.text)
    start = whole.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def speaker_spans(speakers: Iterable[Speaker]) -> tuple[Span | None, ...]:
    """Where speakers are named, and their cues."""
    return tuple(span for speaker in speakers for span in (speaker.span, speaker.cue))


def acting_in(page: Page, spans: Iterable[Span]) -> tuple[Mention, ...]:
    """The mentions of actors within spans, each actor once, in the order of the text."""
    wanted = tuple(spans)
    found: dict[str, Mention] = {}
    for mention in page.mentions:
        if mention.actor is not None and any(span.covers(mention.span) for span in wanted):
            found.setdefault(mention.actor, mention)
    return tuple(found.values())
