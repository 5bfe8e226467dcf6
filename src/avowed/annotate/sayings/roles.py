"""What a speaker is: told by the words that describe it, else by the kind of actor; unnamed speakers are anonymous."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import children
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.cues import roles
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, SpeakerRole

_BY_KIND = {
    ActorKind.STATE_AGENCY: SpeakerRole.OFFICIAL,
    ActorKind.GOVERNMENT: SpeakerRole.OFFICIAL,
    ActorKind.IGO: SpeakerRole.OFFICIAL,
    ActorKind.ORGANISATION: SpeakerRole.SELF,
    ActorKind.ARMED_GROUP: SpeakerRole.SELF,
    ActorKind.FACTION: SpeakerRole.SELF,
    ActorKind.UMBRELLA: SpeakerRole.SELF,
    ActorKind.COMMUNITY: SpeakerRole.WITNESS,
    ActorKind.PERSON: SpeakerRole.OFFICIAL,
}


def role_of(page: Page, source: Token | None, mention: Mention | None) -> SpeakerRole:
    """The role of the speaker that this word names; no word at all is an anonymous speaker."""
    if source is None:
        return SpeakerRole.ANONYMOUS
    told = _foremost(_describing(source)) or _foremost(_described_elsewhere(page, mention))
    if told is not None:
        return told
    if mention is None or mention.actor is None:
        return SpeakerRole.ANONYMOUS
    return _BY_KIND.get(page.actor[mention.actor].kind, SpeakerRole.ANONYMOUS)


def _foremost(words: Iterator[str]) -> SpeakerRole | None:
    """Of the roles that words tell, the one whose section stands first: `captured commander` is a detainee."""
    found = {roles()[word] for word in words if word in roles()}
    return min(found, key=tuple(dict.fromkeys(roles().values())).index, default=None)


def _describing(source: Token) -> Iterator[str]:
    yield source.lower_
    yield source.lemma_.lower()
    for child in children(source, "compound", "amod", "nmod", "poss"):
        yield child.lower_
    for child in children(source, "appos"):
        yield child.lower_
        yield child.lemma_.lower()


def _described_elsewhere(page: Page, mention: Mention | None) -> Iterator[str]:
    """Words that describe the same actor where it was first named in full."""
    if mention is None or mention.actor is None:
        return
    for other in page.mentions:
        if other.actor == mention.actor:
            token = page.token_at(other.head.end - 1)
            if token is not None:
                yield from _describing(token)
