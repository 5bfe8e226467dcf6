"""When the name of a state or its capital stands for its government, and when it is only a place."""

from collections.abc import Mapping
from functools import cache

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, nations, read_table
from avowed.annotate.actors.sheet import Sheet
from avowed.model.vocabulary import ActorKind, MentionType


@cache
def deeds() -> Mapping[str, frozenset[str]]:
    """Word classes of the table: `verbs` that only actors do, `deeds` nouns that actors do, prepositions and so on."""
    table = read_table("actors_deeds")["words"]
    return {name: frozenset(words.split()) for name, words in table.items()}


def acting(sheet: Sheet, draft: Draft) -> Draft:
    """The draft of a state as an organisation where the state acts, and as a place elsewhere."""
    name = draft.called(sheet).lower()
    table = nations()
    if draft.rule == "people":
        return _as_government(draft, MentionType.NATIONALITY) if _of_state(sheet, draft, name) else draft
    if name in table.countries:
        return _as_government(draft) if acts(sheet, draft.head) else _as_place(draft)
    if name == "west" and sheet.lower[draft.first - 1] == "the" and acts(sheet, draft.head):
        return draft.with_(type=MentionType.ORGANISATION, kind=ActorKind.COMMUNITY)
    if name in table.capitals and speaks(sheet, draft.head):
        return _as_government(draft)
    return draft


def _as_government(draft: Draft, type_: MentionType = MentionType.ORGANISATION) -> Draft:
    return draft.with_(type=type_, kind=ActorKind.GOVERNMENT)


def _as_place(draft: Draft) -> Draft:
    return draft.with_(type=MentionType.LOCATION, kind=None, known=(), weak=())


def _of_state(sheet: Sheet, draft: Draft, name: str) -> bool:
    """`Russian strikes`, `the Iraqi prime minister`: what only a state does or has."""
    if name not in nations().adjectives:
        return False
    if _lends_its_name(sheet, draft.head) or _paired(sheet, draft.head):
        return True
    if sheet.dep[draft.head] not in ("amod", "compound", "nmod"):
        return False
    governor = sheet.head[draft.head]
    return governor > draft.last and sheet.lemma[governor] in deeds()["deeds"]


def acts(sheet: Sheet, index: int) -> bool:
    """True where a state's name is in a slot that actors fill."""
    first = index
    while sheet.dep[first] == "conj" and sheet.head[first] < first:
        first = sheet.head[first]
    dep, head, words = sheet.dep[first], sheet.head[first], deeds()
    if _shares_noun(sheet, index) or _lends_its_name(sheet, index) or _paired(sheet, index):
        return True
    if dep in ("nsubj", "agent", "dative"):
        return True
    if dep == "nsubjpass":
        return sheet.lemma[head] not in words["done_to_places"]
    if dep == "pobj":
        return _by_preposition(sheet, head)
    if dep in ("poss", "compound", "nmod", "amod"):
        return sheet.lemma[head] in words["deeds"] or sheet.lemma[head] in heads().members
    return dep == "dobj" and sheet.lemma[head] in words["verbs"]


def _paired(sheet: Sheet, index: int) -> bool:
    """`an R.O.A.-Ardan treaty`: one of two names that a hyphen joins before what only actors do or have."""
    for mark, other in ((index + 1, index + 2), (index - 1, index - 2)):
        if 0 < mark < len(sheet) - 1 and other >= 0 and sheet.lower[mark] == "-" and sheet.words[other][:1].isupper():
            noun = max(index, other) + 1
            return noun < len(sheet) and sheet.pos[noun] == "NOUN" and sheet.lemma[noun] in deeds()["deeds"]
    return False


def _shares_noun(sheet: Sheet, index: int) -> bool:
    """`U.S., coalition and Afghan soldiers`: a name that shares the noun of deeds at the end of its list."""
    if index + 1 >= len(sheet) or sheet.lower[index + 1] not in (",", "and"):
        return False
    last = index
    while (following := sheet.child(last, "conj")) is not None and following > last:
        last = following
    modified = any(sheet.dep[child] in ("amod", "compound") for child in sheet.children[last] if child > index)
    return last != index and sheet.pos[last] == "NOUN" and modified and sheet.lemma[last] in deeds()["deeds"]


def _by_preposition(sheet: Sheet, prep: int) -> bool:
    words = deeds()
    word, above = sheet.lower[prep], sheet.head[prep]
    if sheet.dep[prep] == "agent" or word in words["acting_prepositions"]:
        return True
    if word in ("including", "notably", "like"):
        return heads().stands(sheet.lemma[above])
    if word == "into":
        return any(sheet.lemma[one] in words["shots"] for one in (above, *sheet.children[above]))
    return word in words["open_prepositions"] and sheet.lemma[above] in words["deeds"] | words["verbs"]


def speaks(sheet: Sheet, index: int) -> bool:
    """True where a capital does what only actors do, or where somebody is called its own (`Velm-backed`)."""
    head = sheet.head[index]
    if sheet.dep[index] == "pobj" and sheet.dep[head] == "agent":
        head = sheet.head[head]
    elif sheet.dep[index] != "nsubj":
        return _lends_its_name(sheet, index)
    return sheet.lemma[head] in deeds()["verbs"]


def _lends_its_name(sheet: Sheet, index: int) -> bool:
    """`an R.O.A.-backed militia`: the participle behind the hyphen tells what the state does."""
    return index + 2 < len(sheet) and sheet.lower[index + 1] == "-" and sheet.lower[index + 2] in deeds()["lent"]
