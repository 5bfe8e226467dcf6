"""How far the mention of a place reaches: `the city of X`, `northern X`, `X province`, `X, Texas`."""

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import nations, place_key, places, telling
from avowed.annotate.actors.sheet import Sheet
from avowed.model.vocabulary import MentionType

_ARTICLES = frozenset({"the", "this", "that"})
_PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})


def place_span(sheet: Sheet, draft: Draft) -> Draft:
    """The draft of a named place with the words that say what sort of place it is."""
    first, last = draft.first, draft.last
    if last + 1 < len(sheet) and sheet.lower[last + 1] in telling().after and sheet.noun(last + 1):
        last += 1
    while first > 0 and _directs(sheet, first - 1):
        first -= 1
    around = _sort_before(sheet, first)
    if around is not None:
        first = around
    if first > 0 and sheet.lower[first - 1] in _ARTICLES and first <= sheet.head[first - 1] <= last:
        first -= 1
    return draft.with_(first=first, last=last)


def _directs(sheet: Sheet, index: int) -> bool:
    if sheet.lower[index] == "-":
        return index > 0 and sheet.lower[index - 1] in telling().directions
    return sheet.lower[index] in telling().directions and sheet.dep[index] != "advmod"


def _sort_before(sheet: Sheet, first: int) -> int | None:
    """Where `the Iraqi city of` begins before a name; None where there is nothing of the sort."""
    link = first - 1
    if link > 0 and sheet.lower[link] == "the":
        link -= 1
    if link < 1 or sheet.lower[link] != "of" or sheet.lemma[link - 1] not in telling().of:
        return None
    start = link - 1
    while start > 0 and sheet.dep[start - 1] in ("amod", "compound", "nmod") and sheet.head[start - 1] == link - 1:
        start -= 1
    return start


def joined_places(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Drafts with `X, Y` made one where Y is the country or state that X lies in."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is not None and _lies_in(sheet, before, draft):
            found[-1] = before.with_(last=draft.last)
        else:
            found.append(draft)
    return found


def _lies_in(sheet: Sheet, one: Draft, other: Draft) -> bool:
    if one.type not in _PLACES or other.type is not MentionType.LOCATION or other.name is None:
        return False
    if other.name[0] != one.last + 2 or sheet.words[one.last + 1] != ",":
        return False
    name, inner = other.called(sheet).lower(), one.called(sheet).lower()
    if inner in nations().countries:
        return False
    wider = name in nations().countries or name in telling().wider or sheet.lemma[other.last] == "province"
    return wider and not _listed(sheet, one, other)


def _listed(sheet: Sheet, one: Draft, other: Draft) -> bool:
    """`in X, Y and Z` is a list where X is as wide as Y; a town before its country is none."""
    known = place_key(one.called(sheet)) in places()
    return not known and sheet.dep[other.head] == "conj"
