"""The quote of an incident covers those who take part in it: nearer mentions are taken, else it is widened, as far as it may."""

from dataclasses import replace

from avowed.annotate.incidents.build import LONGEST_QUOTE
from avowed.annotate.page import Page
from avowed.model.evidence import Assertion, IncidentContent, Mention, Span
from avowed.model.vocabulary import Basis


def shown(page: Page, one: Assertion) -> Assertion:
    """The incident with its participants in its quote; a plain one whom no quote can reach is left out."""
    if not isinstance(one.content, IncidentContent):
        return one
    quote, kept = one.quote, []
    for part in one.content.participants:
        mention = page.mention[part.mention]
        near = mention if _within(quote, mention) else _nearer(page, mention, quote)
        if near is not None:
            kept.append(replace(part, mention=near.id))
            continue
        wider = quote.union(_sentence(page, mention))
        if wider.end - wider.start <= LONGEST_QUOTE:
            quote = wider
        elif part.basis is Basis.REPORTED:
            continue
        kept.append(part)
    return replace(one, quote=quote, content=replace(one.content, participants=tuple(kept)))


def _nearer(page: Page, mention: Mention, quote: Span) -> Mention | None:
    """Another mention of the same actor within the quote."""
    same = (other for other in page.mentions if mention.actor is not None and other.actor == mention.actor)
    return next((other for other in same if _within(quote, other)), None)


def _within(quote: Span, mention: Mention) -> bool:
    return quote.start <= mention.span.start and mention.span.end <= quote.end


def _sentence(page: Page, mention: Mention) -> Span:
    token = page.token_at(mention.span.end - 1)
    if token is None:
        return mention.span
    words = page.report.text[token.sent.start_char : token.sent.end_char]
    start = token.sent.start_char + len(words) - len(words.lstrip())
    return mention.span.union(Span(start, start + len(words.strip())))
