"""Speakers who are told by their office alone: `a spokesman for X`, `the leader of X`, `X officials` speak for X."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import children
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind

_MOUTHS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "leader", "commander", "chief", "head", "official", "officer", "emir"}
    | {
        "minister",
        "secretary",
        "envoy",
        "ambassador",
        "general",
        "colonel",
        "representative",
        "statement",
        "communique",
    }
)
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.COMMUNITY})


def mouthpieces(page: Page) -> Iterator[tuple[str, str]]:
    """(speaker, body) for every actor that a common noun tells by its office in a body that the report names."""
    for mention in page.mentions:
        head = page.token_at(mention.head.end - 1)
        if mention.actor is not None and head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in _MOUTHS:
            yield from ((mention.actor, body) for body in _bodies(page, mention, head))


def _bodies(page: Page, mention: Mention, head: Token) -> Iterator[str]:
    owners = children(head, "poss", "compound", "nmod")
    for prep in children(head, "prep"):
        if prep.lower_ in ("of", "for", "from"):
            owners += children(prep, "pobj")
    for owner in owners:
        body = page.mention_at.get(owner.i)
        named = body.actor if body is not None else None
        if named is not None and named != mention.actor and page.actor[named].kind not in _NO_BODY:
            yield named
