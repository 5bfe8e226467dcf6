"""From names and nouns to the whole noun phrases that stand for actors and things: article and modifiers to the head."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from avowed.annotate.actors.draft import Draft, is_noun, is_plural
from avowed.annotate.actors.lexicon import heads, nations, offices, things, titles
from avowed.annotate.actors.states import acting
from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, Form, MentionType

_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "npadvmod", "punct", "dep"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_PLURAL_PERSON = MentionType.ORGANISATION
_ACTING = frozenset({MentionType.ORGANISATION, MentionType.PERSON})
_HYPHENS = frozenset({"-", "–", "‑"})
_MODIFYING = ("compound", "amod", "nmod", "poss", "npadvmod")
# Modifiers that judge or count and never belong to what is named.
_LOOSE = frozenset({"innocent", "more", "several", "many", "few", "some", "such", "other", "own", "former", "alleged"})


def left_edge(token: Token) -> int:
    """The first token of the noun phrase that ends with this noun; a leading number stays outside."""
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in _LEFT or not _touches(child.right_edge.i, start, token.doc):
            break
        if child.dep_ == "punct" and child.text not in _HYPHENS:
            break
        start = child.left_edge.i
    while start < token.i and _is_loose(token.doc[start]):
        start += 1
    return start


def _touches(end: int, start: int, doc: Doc) -> bool:
    return all(doc[index].is_space for index in range(end + 1, start))


def _is_loose(token: Token) -> bool:
    return token.like_num or token.is_space or token.lower_ in _LOOSE or token.is_punct or token.dep_ == "quantmod"


def as_phrases(doc: Doc, named: Sequence[Draft]) -> list[Draft]:
    """Names with their articles, titles and actor nouns; a name inside a larger phrase is marked `inner`."""
    drafts: list[Draft] = []
    for draft in named:
        around = _around(doc, draft, named)
        if around is None:
            drafts.append(acting(doc, _widened(doc, draft)))
            continue
        if around not in drafts:
            drafts.append(around)
        if draft.type in _ACTING:
            drafts.append(draft.with_(inner=True))
    return _without_covered(drafts)


def _around(doc: Doc, draft: Draft, named: Sequence[Draft]) -> Draft | None:
    """The phrase of an actor noun that a name modifies: `ISIL fighters`, `the Asad regime`."""
    head = doc[draft.head]
    noun = head.head
    if head.dep_ not in _MODIFYING or not is_noun(noun) or noun.i <= draft.last:
        return None
    if any(other.first <= noun.i <= other.last for other in named):
        return None
    phrase = nominal(doc, noun)
    if phrase is None or phrase.type not in _ACTING or not phrase.first <= draft.first:
        return None
    return phrase


def _without_covered(drafts: list[Draft]) -> list[Draft]:
    """Drafts that lie in another go, unless they are marked as names inside a phrase."""
    kept = []
    for draft in drafts:
        covered = any(other is not draft and other.covers(draft) and other != draft for other in drafts)
        if draft.inner or not covered:
            kept.append(draft)
    return kept


def _widened(doc: Doc, draft: Draft) -> Draft:
    """A name with its article, or with the titles and offices before a person's name."""
    head = doc[draft.head]
    if draft.type is MentionType.PERSON:
        return draft.with_(first=_person_start(doc, draft))
    before = draft.first - 1
    if (
        before >= 0
        and doc[before].lower_ in _ARTICLES
        and draft.type
        in (
            MentionType.ORGANISATION,
            MentionType.FACILITY,
            MentionType.LOCATION,
            MentionType.DOCUMENT,
        )
    ):
        governor = doc[before].head
        inside = draft.first <= governor.i <= draft.last
        if inside or head.dep_ not in _MODIFYING:
            return draft.with_(first=before)
    return draft


def _person_start(doc: Doc, draft: Draft) -> int:
    """Where the titles and offices before a person's name begin."""
    start = draft.first
    edge = left_edge(doc[draft.head]) if draft.first <= draft.head else start
    while start > 0 and _is_title(doc[start - 1]):
        start -= 1
    if edge < start and any(_is_role(token) for token in doc[edge:start]):
        start = edge
    return start


def _is_title(token: Token) -> bool:
    return token.lower_.strip(".") in titles() and (token.text[0].isupper() or token.lower_ in titles())


def _is_role(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in titles() or lemma in offices() or lemma in heads().persons or lemma in heads().members


def nominal_drafts(doc: Doc, named: Sequence[Draft], taken: set[int]) -> Iterator[Draft]:
    """Phrases of common nouns that stand for actors and things."""
    for token in doc:
        if token.i in taken or not is_noun(token):
            continue
        draft = nominal(doc, token)
        if draft is not None and not _blocked(draft, named):
            yield draft


def _blocked(draft: Draft, named: Iterable[Draft]) -> bool:
    """True when the phrase cuts through a name."""
    return any(draft.overlaps(name) and not draft.covers(name) for name in named)


def nominal(doc: Doc, noun: Token) -> Draft | None:
    """The phrase of a noun that stands for an actor or a thing; None for other nouns."""
    lemma = noun.lemma_.lower()
    table = heads()
    thing = things().get(lemma)
    kind = table.collective.get(lemma) or table.members.get(lemma)
    if lemma in table.persons and kind is None:
        kind = ActorKind.PERSON
    if thing is None and kind is None:
        return None
    first = left_edge(noun)
    if noun.dep_ == "compound" and noun.head.i > noun.i:
        return None
    if kind is None or (thing is not None and lemma not in table.collective):
        return Draft(
            first, noun.i, noun.i, thing or MentionType.OTHER, Form.NOMINAL, plural=is_plural(noun), rule="thing"
        )
    if lemma in table.bare and first == noun.i and not noun.text[0].isupper():
        return None
    return _actor_phrase(doc, noun, first, kind, lemma)


def _actor_phrase(doc: Doc, noun: Token, first: int, kind: ActorKind, lemma: str) -> Draft:
    plural = is_plural(noun) or (
        lemma in ("people", "police", "personnel", "mujahideen", "child", "woman", "man") and (noun.tag_ == "NNS")
    )
    single = not plural and lemma not in heads().collective
    type_ = MentionType.PERSON if single else _PLURAL_PERSON
    return Draft(
        first,
        noun.i,
        noun.i,
        type_,
        Form.NOMINAL,
        ActorKind.PERSON if single else _kind(doc, first, noun, kind),
        plural=plural,
        rule="noun",
    )


def _kind(doc: Doc, first: int, noun: Token, kind: ActorKind) -> ActorKind:
    """`Iraqi forces` are a state's, `rebel forces` are not."""
    if kind is not ActorKind.STATE_AGENCY:
        return ActorKind.COMMUNITY if kind is ActorKind.PERSON else kind
    words = {token.lemma_.lower() for token in doc[first : noun.i]}
    members = heads().members
    if any(members.get(word) is ActorKind.ARMED_GROUP for word in words):
        return ActorKind.ARMED_GROUP
    return kind


def name_of(draft: Draft, doc: Doc) -> Span:
    """The bare name of a draft, or its whole span."""
    return draft.name or draft.span(doc)


def is_state(word: str) -> bool:
    """True for the names of states."""
    return word.lower() in nations().countries
