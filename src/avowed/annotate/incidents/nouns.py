"""What kind of thing a noun phrase is, as far as incidents ask; a name's kind comes from its mention, a noun's from the table."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property

from avowed.annotate.grammar.tables import read_lexicon
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Form, MentionType, Side

PEOPLE_OF_STATE = frozenset({ActorKind.STATE_AGENCY, ActorKind.GOVERNMENT})


class Sort(StrEnum):
    """What a noun phrase stands for in an incident."""

    PEOPLE = "people"
    BODY = "body"
    THING = "thing"
    WEAPON = "weapon"
    PLACE = "place"
    EVENT = "event"
    OTHER = "other"


_BY_TYPE = {
    MentionType.PERSON: Sort.PEOPLE,
    MentionType.NATIONALITY: Sort.PEOPLE,
    MentionType.ORGANISATION: Sort.BODY,
    MentionType.FACILITY: Sort.THING,
    MentionType.VEHICLE: Sort.THING,
    MentionType.MILITARY_PLATFORM: Sort.THING,
    MentionType.WEAPON: Sort.WEAPON,
    MentionType.LOCATION: Sort.PLACE,
}


@cache
def words_of(*path: str) -> frozenset[str]:
    """The words at a path of the table of nouns, with those of the sections below it."""
    section: object = read_lexicon("incidents_nouns")
    for name in path:
        section = section[name] if isinstance(section, Mapping) else {}
    return frozenset(_gathered(section))


def _gathered(section: object) -> tuple[str, ...]:
    if isinstance(section, str):
        return tuple(section.split())
    inner = section.values() if isinstance(section, Mapping) else ()
    return tuple(word for part in inner for word in _gathered(part))


class Nouns:
    """The sorts of the nouns of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors that the page calls by a name."""
        return frozenset(
            mention.actor for mention in self.page.mentions if mention.actor is not None and mention.form is Form.NAME
        )

    def mention(self, token: Token) -> Mention | None:
        """The mention that has this token as its head word."""
        return self.page.mention_at.get(token.i)

    def sort(self, token: Token) -> Sort:
        """What the noun phrase headed by this token stands for."""
        mention = self.mention(token)
        if mention is not None and mention.form is not Form.NOMINAL:
            return self._of_name(mention, token)
        return self._of_noun(token, mention)

    def _of_name(self, mention: Mention, token: Token) -> Sort:
        actor = self.page.actor.get(mention.actor or "")
        if actor is not None:
            return Sort.PEOPLE if actor.kind in (ActorKind.PERSON, ActorKind.COMMUNITY) else Sort.BODY
        found = _BY_TYPE.get(mention.type, Sort.OTHER)
        return _by_word(token) if found is Sort.OTHER else found

    def _of_noun(self, token: Token, mention: Mention | None) -> Sort:
        by_word = _by_word(token)
        if by_word is not Sort.OTHER or mention is None:
            return by_word
        return _BY_TYPE.get(mention.type, Sort.OTHER)

    def side(self, token: Token) -> Side:
        """Whose people a noun phrase names."""
        words = {part.lemma_.lower() for part in token.subtree if part.i <= token.i} | {token.lemma_.lower()}
        if words & words_of("people", "armed"):
            return Side.PERPETRATOR
        if words & words_of("people", "security") or words & words_of("body", "security"):
            return Side.SECURITY
        mention = self.mention(token)
        actor = self.page.actor.get(mention.actor or "") if mention else None
        if actor is not None and actor.kind in PEOPLE_OF_STATE:
            return Side.SECURITY
        if actor is not None and actor.kind in (ActorKind.ARMED_GROUP, ActorKind.FACTION):
            return Side.PERPETRATOR
        vague = token.lemma_.lower() in words_of("people", "either")
        return Side.CIVILIAN if words & words_of("people", "civilian") and not vague else Side.UNKNOWN


def _by_word(token: Token) -> Sort:
    lemma = token.lemma_.lower()
    for sort, path in _TABLES:
        if lemma in words_of(*path):
            return sort
    return Sort.OTHER


_TABLES = (
    (Sort.WEAPON, ("weapon",)),
    (Sort.EVENT, ("event",)),
    (Sort.PEOPLE, ("people",)),
    (Sort.BODY, ("body",)),
    (Sort.THING, ("thing",)),
)


def is_explosive(token: Token) -> bool:
    """True for bombs, charges and what carries them."""
    return token.lemma_.lower() in words_of("weapon", "explosive") or any(
        child.lemma_.lower() in words_of("weapon", "explosive")
        for child in token.children
        if child.dep_ in ("compound", "amod", "nmod")
    )


def is_bomb(token: Token) -> bool:
    """True for what is laid or carried to a place and blows up there, unlike rockets and shells."""
    words = {token.lemma_.lower(), *(child.lemma_.lower() for child in token.children if child.i < token.i)}
    return bool(words & words_of("weapon", "bomb"))
