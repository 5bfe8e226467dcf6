"""Which mentions assertions and places name; a quote always covers the mentions that its assertion ties."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    Content,
    IncidentContent,
    LocalPlace,
    Mention,
    TieContent,
)


def used(assertions: Iterable[Assertion], places: Iterable[LocalPlace]) -> frozenset[str]:
    """The ids of every mention that something names."""
    named = {one for place in places for one in place.mentions}
    for assertion in assertions:
        named.update(_named(assertion.content))
        named.update(speaker.mention for speaker in assertion.attribution if speaker.mention)
    return frozenset(named)


def covering(assertions: Iterable[Assertion], mentions: Sequence[Mention]) -> tuple[Assertion, ...]:
    """The assertions with each tie's quote widened to its parties as they are shown."""
    span = {mention.id: mention.span for mention in mentions}
    found = []
    for assertion in assertions:
        quote = assertion.quote
        if isinstance(assertion.content, TieContent):
            quote = quote.union(span[assertion.content.subject]).union(span[assertion.content.object])
        found.append(assertion if quote == assertion.quote else replace(assertion, quote=quote))
    return tuple(found)


def _named(content: Content) -> Iterator[str]:
    if isinstance(content, TieContent):
        yield from (content.subject, content.object)
    elif isinstance(content, IncidentContent):
        for part in content.participants:
            yield part.mention
            yield from (speaker.mention for speaker in part.attribution if speaker.mention)
    elif isinstance(content, AttributeContent):
        yield from (one for one in (content.subject, content.value_mention) if one)
    else:
        yield from (one for one in (content.subject, *content.about) if one)
