"""Names that no table and no model knows: runs of capitalised words, typed by the words around them."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.kinds import kind_by_words
from avowed.annotate.actors.names import draft_at
from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, MentionType

_PLACING = frozenset({"in", "at", "near", "towards", "toward", "outside", "around", "across", "through", "into"})
_ACRONYM_LETTERS = range(2, 7)
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_CURRENCIES = frozenset({"usd", "eur", "gbp", "dollars", "us$"})
_SHOUTED = 0.5  # a text of which half the words are in capitals tells nothing by them


def capital_drafts(doc: Doc, named: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each run of proper nouns that nothing else has claimed; none where all is in capitals.

    A run that goes on where a name of the model's ends is that name's own end (`Besim` + `Tarrow`).
    """
    taken = {index for draft in named for index in range(draft.first, draft.last + 1)}
    begun = {draft.last: draft.first for draft in named if not draft.known and not draft.weak}
    words = [token for token in doc if token.is_alpha]
    if not words or sum(token.is_upper for token in words) > _SHOUTED * len(words):
        return
    for start_of_run, last in _runs(doc, taken):
        first = _begun(doc, start_of_run, begun)
        name = doc[first : last + 1].text
        type_ = _type(doc, first, last)
        start, end = doc[first].idx, doc[last].idx + len(doc[last].text)
        draft = draft_at(doc, Span(start, end), type_, _kind(name, type_), "capitals")
        if draft is not None:
            yield draft


def _kind(name: str, type_: MentionType) -> ActorKind:
    """A person, or what the name's words tell; what is no actor has a kind that nobody asks for."""
    return ActorKind.PERSON if type_ is MentionType.PERSON else kind_by_words(name) or ActorKind.ORGANISATION


def _begun(doc: Doc, first: int, begun: Mapping[int, int]) -> int:
    before = begun.get(first - 1)
    joined = before is not None and doc[first - 1].pos_ == "PROPN" and doc[before].pos_ == "PROPN"
    return before if joined and before is not None else first


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(doc):
        if not _open(doc[at], taken):
            at += 1
            continue
        last = at
        while last + 1 < len(doc) and _open(doc[last + 1], taken):
            last += 1
        yield at, last
        at = last + 1


def _open(token: Token, taken: set[int]) -> bool:
    named = token.pos_ == "PROPN" and token.text[0].isupper() and token.lower_ not in _CURRENCIES
    return named and token.i not in taken and token.ent_type_ not in _MEASURES


def _type(doc: Doc, first: int, last: int) -> MentionType:
    name, before = doc[last], doc[first - 1] if first else None
    if first == last and name.is_upper and len(name.text) in _ACRONYM_LETTERS:
        return MentionType.ORGANISATION
    if before is not None and before.lower_ in _PLACING:
        return MentionType.LOCATION
    if before is not None and before.lower_ in ("the", "a", "an"):
        return MentionType.ORGANISATION
    if kind_by_words(doc[first : last + 1].text) is not None:
        return MentionType.ORGANISATION
    return MentionType.PERSON if last > first or _acts(name) else MentionType.ORGANISATION


def _acts(name: Token) -> bool:
    """True for the subject of a verb, whom a lone capitalised word most often names as a person."""
    return name.dep_ in ("nsubj", "nsubjpass", "poss", "dobj")
