"""From bare names to whole mentions: articles, titles, offices and the sort of place; a name within a phrase is `inner`."""

from collections.abc import Sequence

from avowed.annotate.actors.draft import ACTING, Draft
from avowed.annotate.actors.edges import first_word
from avowed.annotate.actors.lexicon import heads, nations
from avowed.annotate.actors.persons import person_start
from avowed.annotate.actors.phrases import around
from avowed.annotate.actors.placing import joined_places, place_span
from avowed.annotate.actors.sheet import Sheet
from avowed.annotate.actors.states import acting, deeds
from avowed.model.vocabulary import ActorKind, MentionType

_ARTICLES = frozenset({"the", "a", "an"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
_PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})


def as_mentions(sheet: Sheet, named: Sequence[Draft]) -> list[Draft]:
    """Names as mentions, with the phrases of actor nouns around them."""
    taken = {index for draft in named for index in range(draft.first, draft.last + 1)}
    whole = joined_places(sheet, [_whole(sheet, draft) for draft in named])
    phrases: list[Draft] = []
    for draft in whole:
        phrase = around(sheet, draft, taken)
        if phrase is not None and phrase not in phrases:
            phrases.append(phrase)
    return _nested(sheet, [*whole, *phrases])


def _whole(sheet: Sheet, draft: Draft) -> Draft:
    """A name with what belongs to its mention."""
    draft = _as_people(sheet, acting(sheet, draft))
    if draft.type is MentionType.PERSON:
        return draft.with_(first=person_start(sheet, draft.first))
    if draft.type in _PLACES:
        return place_span(sheet, draft)
    if draft.type is MentionType.ORGANISATION:
        return _with_modifiers(sheet, draft)
    return _with_article(sheet, draft) if draft.type is MentionType.DOCUMENT else draft


def _as_people(sheet: Sheet, draft: Draft) -> Draft:
    """`Syrians`, `the British`: a people acting as a body; an adjective stays an adjective."""
    if draft.type is not MentionType.NATIONALITY or draft.rule != "people":
        return draft
    name = draft.called(sheet).lower()
    if sheet.dep[draft.head] in _MODIFYING or _denied(sheet, draft.first):
        return draft
    if name in nations().others and sheet.tag[draft.head] in ("NNS", "NNPS"):
        return draft.with_(kind=ActorKind.COMMUNITY, plural=True)
    if name not in nations().people:
        return draft
    return draft.with_(type=MentionType.ORGANISATION, kind=ActorKind.COMMUNITY, plural=True)


def _denied(sheet: Sheet, first: int) -> bool:
    """True for `non-Muslims`: everybody but the people that is named."""
    return first > 1 and sheet.lower[first - 1] == "-" and sheet.lower[first - 2] == "non"


def _with_modifiers(sheet: Sheet, draft: Draft) -> Draft:
    """`the moderate Northern Opposition`: a body whose name ends in a common noun keeps its adjectives."""
    common = heads().collective.get(sheet.lemma[draft.last]) is not None and draft.head == draft.last
    if common or draft.plural:
        edge = first_word(sheet, draft.head)
        owned = any(sheet.tag[index] in ("POS", "PRP$") for index in range(edge, draft.first))
        if edge < draft.first and not owned:
            return draft.with_(first=edge)
    return _with_sort(sheet, _with_article(sheet, draft))


def _with_sort(sheet: Sheet, draft: Draft) -> Draft:
    """`the terrorist group X`: the noun right before a name that says what it is."""
    noun = draft.first - 1
    if noun < 0 or sheet.lemma[noun] not in heads().anybody or sheet.plural(noun) or not sheet.noun(noun):
        return draft
    return draft.with_(first=first_word(sheet, noun))


def _with_article(sheet: Sheet, draft: Draft) -> Draft:
    before = draft.first - 1
    if before < 0 or sheet.lower[before] not in _ARTICLES:
        return draft
    inside = draft.first <= sheet.head[before] <= draft.last
    return draft.with_(first=before) if inside or sheet.dep[draft.head] not in _MODIFYING else draft


def _nested(sheet: Sheet, drafts: Sequence[Draft]) -> list[Draft]:
    """Names of actors inside a longer mention are marked `inner`; other names in there are left out."""
    holding: dict[int, list[Draft]] = {}
    for draft in drafts:
        for index in range(draft.first, draft.last + 1):
            holding.setdefault(index, []).append(draft)
    kept = []
    for draft in drafts:
        covering = [other for other in holding[draft.first] if other != draft and other.covers(draft)]
        if not covering:
            kept.append(draft)
        elif _counts_inside(draft, covering):
            kept.append(_governing(sheet, draft, covering).with_(inner=True))
    return kept


def _governing(sheet: Sheet, draft: Draft, covering: Sequence[Draft]) -> Draft:
    """A nation in an office is its government: the `Iraqi` prime minister, `U.S.` President X."""
    if draft.rule not in ("country", "people") or not any(_office_in(sheet, draft, other) for other in covering):
        return draft
    type_ = MentionType.ORGANISATION if draft.rule == "country" else draft.type
    return draft.with_(type=type_, kind=ActorKind.GOVERNMENT)


def _office_in(sheet: Sheet, draft: Draft, person: Draft) -> bool:
    """True where a person's mention names an office of state after the nation; `a Canadian nun` holds none."""
    if person.type is not MentionType.PERSON:
        return False
    after = range(draft.last + 1, person.last + 1)
    if any(
        sheet.lemma[index] in deeds()["offices"] or sheet.lower[index].strip(".") in deeds()["offices"]
        for index in after
    ):
        return True
    leads = any(sheet.lemma[index] in ("leader", "ruler", "head", "chief") for index in after)
    return leads and not any(sheet.lower[index] == "of" for index in after)


def _counts_inside(draft: Draft, covering: Sequence[Draft]) -> bool:
    if draft.type in ACTING or draft.kind is ActorKind.GOVERNMENT:
        return True
    if draft.rule == "people" and any(other.type is MentionType.PERSON for other in covering):
        return True
    return draft.type in _PLACES and not any(other.type in _PLACES for other in covering)
