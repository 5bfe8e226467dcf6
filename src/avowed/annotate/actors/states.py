"""When the name of a state or its capital stands for its government, and when it is only a place."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import nations, read_table
from avowed.model.vocabulary import ActorKind, MentionType


@cache
def _deeds() -> Mapping[str, frozenset[str]]:
    """Word classes of the table: `verbs` that only actors do, `deeds` nouns that actors do, `places` prepositions."""
    table = read_table("actors_deeds")["words"]
    return {name: frozenset(words.split()) for name, words in table.items()}


def acting(doc: Doc, draft: Draft) -> Draft:
    """The draft of a state as an organisation where the state acts, and as a place elsewhere."""
    name = doc[draft.first : draft.last + 1].text.lower().removeprefix("the ")
    table = nations()
    if name in table.adjectives and draft.type is MentionType.NATIONALITY:
        return draft
    if name in table.countries:
        return _as_government(draft) if acts(doc[draft.head]) else _as_place(draft)
    if name in table.capitals and _speaks(doc[draft.head]):
        return _as_government(draft)
    return draft


def _as_government(draft: Draft) -> Draft:
    return draft.with_(type=MentionType.ORGANISATION, kind=ActorKind.GOVERNMENT)


def _as_place(draft: Draft) -> Draft:
    return draft.with_(type=MentionType.LOCATION, kind=None, known=(), weak=())


def acts(token: Token) -> bool:
    """True where a state's name is in a slot that actors fill."""
    words = _deeds()
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    head = first.head
    if first.dep_ in ("nsubj", "agent", "dative"):
        return True
    if first.dep_ == "nsubjpass":
        return head.lemma_ not in words["done_to_places"]
    if first.dep_ == "pobj":
        return _by_preposition(head, words)
    if first.dep_ in ("poss", "compound", "nmod", "amod"):
        return head.lemma_.lower() in words["deeds"]
    if first.dep_ == "dobj":
        return head.lemma_ in words["verbs"]
    return False


def _by_preposition(prep: Token, words: Mapping[str, frozenset[str]]) -> bool:
    if prep.lower_ in words["acting_prepositions"]:
        return True
    return prep.lower_ in words["open_prepositions"] and prep.head.lemma_.lower() in words["deeds"] | words["verbs"]


def _speaks(token: Token) -> bool:
    """True where a capital is the subject of a verb that only actors do."""
    return token.dep_ == "nsubj" and token.head.lemma_ in _deeds()["verbs"]
