"""Names in a text: of known actors, by pattern, from the table of nations and as the model sees them; none overlap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.kinds import kind_of_name
from avowed.annotate.actors.lexicon import nations, read_table, titles, wordset
from avowed.annotate.actors.pieces import names_office, pieces_of, trimmed
from avowed.annotate.actors.sheet import Sheet
from avowed.annotate.actors.words import KnownNames
from avowed.annotate.parsing.layout import is_shouted
from avowed.model.evidence import Span
from avowed.model.vocabulary import ActorKind, Form, MentionType
from avowed.model.world import KnownActors

_TYPES = {
    "PERSON": MentionType.PERSON,
    "ORG": MentionType.ORGANISATION,
    "GPE": MentionType.LOCATION,
    "LOC": MentionType.LOCATION,
    "FAC": MentionType.FACILITY,
    "NORP": MentionType.NATIONALITY,
    "MONEY": MentionType.MONEY,
    "CARDINAL": MentionType.QUANTITY,
    "QUANTITY": MentionType.QUANTITY,
    "PERCENT": MentionType.QUANTITY,
    "LAW": MentionType.DOCUMENT,
    "WORK_OF_ART": MentionType.DOCUMENT,
    "PRODUCT": MentionType.OTHER,
    "EVENT": MentionType.OTHER,
}
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
COUNTED = frozenset({MentionType.MONEY, MentionType.QUANTITY})
_LONGEST_RUN = 6
_LONGEST_NATION = 5
# In sorting, a known name counts as this much longer than what the model or a pattern saw.
_SURER = 0.5


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], MentionType, ActorKind], ...]:
    rows = read_table("actors_patterns")["pattern"]
    return tuple(
        (row["name"], re.compile(row["regex"]), MentionType(row["type"]), ActorKind(row["kind"])) for row in rows
    )


def find_names(sheet: Sheet, text: str, names: KnownNames, known: KnownActors) -> list[Draft]:
    """The names of a text in order; `text` is the report's own, so that acronyms keep their capitals."""
    told = tuple(_known(sheet, text, names, known))
    found = (
        *told,
        *(draft for draft in _by_pattern(sheet) if not _part_of_known(sheet, draft, told)),
        *_of_nations(sheet),
        *_of_model(sheet),
    )
    kept = _best(found)
    taken = {index for draft in kept for index in range(draft.first, draft.last + 1)}
    return _rejoined(sheet, sorted((*kept, *_runs(sheet, taken, is_shouted(text))), key=lambda one: one.first))


def _known(sheet: Sheet, text: str, names: KnownNames, known: KnownActors) -> Iterator[Draft]:
    for hit in names.find(text):
        kinds = {known.actors[key].kind for key in hit.strong or hit.weak}
        kind = known.actors[(hit.strong or hit.weak)[0]].kind
        type_ = MentionType.PERSON if kinds == {ActorKind.PERSON} else MentionType.ORGANISATION
        draft = _at(sheet, hit.span, type_, kind, "known")
        if draft is not None and not _ordinary(sheet, draft, hit.strong):
            yield draft.with_(known=hit.strong, weak=hit.weak)


def _part_of_known(sheet: Sheet, draft: Draft, told: Sequence[Draft]) -> bool:
    """`the Taliban faction` is some faction of a body that is known, and not a body of that name."""
    if sheet.words[draft.last] != "faction":
        return False
    return any(one.known and one.first == draft.first and one.last == draft.last - 1 for one in told)


def _ordinary(sheet: Sheet, draft: Draft, strong: tuple[str, ...]) -> bool:
    """A name that is an ordinary word here: lower case in the parse, or a weak one that opens a sentence."""
    if draft.first != draft.last:
        return False
    word = sheet.words[draft.first]
    if word.islower():
        return True
    return not strong and sheet.opens(draft.first) and not word.isupper() and sheet.pos[draft.first] != "PROPN"


def _by_pattern(sheet: Sheet) -> Iterator[Draft]:
    for name, pattern, type_, kind in _patterns():
        for found in pattern.finditer(sheet.text):
            draft = _at(sheet, Span(*found.span(1 if pattern.groups else 0)), type_, kind, name)
            if draft is not None:
                yield draft


def _at(sheet: Sheet, span: Span, type_: MentionType, kind: ActorKind, rule: str) -> Draft | None:
    place = sheet.covering(span)
    if place is None or _within_word(sheet, place, span):
        return None
    pieces = list(pieces_of(sheet, *place, "ORG")) if rule != "known" else [trimmed(sheet, *place)]
    return _draft(sheet, *pieces[-1], type_, kind, rule) if pieces and pieces[-1] is not None else None


def _within_word(sheet: Sheet, place: tuple[int, int], span: Span) -> bool:
    """True where a name is only a part of a word: `U.S.-made`."""
    first, last = place
    return sheet.starts[first] < span.start or sheet.text[span.end : sheet.end(last)].strip(".'’s") != ""


def _of_model(sheet: Sheet) -> Iterator[Draft]:
    for entity in sheet.doc.ents:
        type_ = _TYPES.get(entity.label_)
        if type_ is None:
            continue
        if type_ in COUNTED:
            yield _draft(sheet, entity.start, entity.end - 1, type_, None, entity.label_)
            continue
        for first, last in pieces_of(sheet, entity.start, entity.end - 1, entity.label_):
            if names_office(sheet, first, last) and type_ is not MentionType.PERSON:
                continue
            said = sheet.said(first, last)
            yield _draft(sheet, first, last, type_, kind_of_name(said, type_), entity.label_)


def _of_nations(sheet: Sheet) -> Iterator[Draft]:
    """States and peoples by table; the model misses some and calls them by many names."""
    table, openings = nations(), _openings()
    for first in range(len(sheet)):
        if sheet.lower[first] not in openings or not sheet.capital(first) or sheet.pos[first] in ("PRON", "VERB"):
            continue
        for last in range(min(first + _LONGEST_NATION, len(sheet)) - 1, first - 1, -1):
            if sheet.pos[last] == "SPACE":
                continue
            said = sheet.said(first, last).lower()
            if said in table.countries and sheet.words[first] != "us":
                yield _draft(sheet, first, last, MentionType.LOCATION, ActorKind.GOVERNMENT, "country")
                break
            if said in table.adjectives or said in table.people or said in table.others:
                yield _draft(sheet, first, last, MentionType.NATIONALITY, ActorKind.COMMUNITY, "people")
                break


@cache
def _openings() -> frozenset[str]:
    """The first words of the names of nations and peoples."""
    table = nations()
    return frozenset(
        name.split()[0] for names in (table.countries, table.adjectives, table.people, table.others) for name in names
    )


def _runs(sheet: Sheet, taken: set[int], shouted: bool) -> Iterator[Draft]:
    """Capitalised words that no other reading took: what they name is told by the words around them."""
    index = 0
    while index < len(sheet):
        end = index
        while end < len(sheet) and end not in taken and _in_run(sheet, end, shouted):
            end += 1
        if end > index:
            place = trimmed(sheet, index, end - 1)
            if place is not None and place[1] - place[0] < _LONGEST_RUN:
                yield _draft(sheet, *place, MentionType.OTHER, None, "run")
        index = max(end, index + 1)


def _rejoined(sheet: Sheet, drafts: Iterable[Draft]) -> list[Draft]:
    """Names that the model cut at an article within them: `Ibrahim al- X`."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is not None and _one_name(sheet, before, draft):
            found[-1] = _draft(sheet, before.first, draft.last, before.type, before.kind, before.rule)
        else:
            found.append(draft)
    return found


def _one_name(sheet: Sheet, one: Draft, other: Draft) -> bool:
    between = range(one.last + 1, other.first)
    if not between or len(between) > 2 or one.type in COUNTED or other.type in COUNTED or one.known or other.known:
        return False
    return all(
        sheet.lower[index].strip("-") in wordset("particles") or sheet.words[index] == "-" for index in between
    ) and any(sheet.lower[index].strip("-") in wordset("particles") for index in between)


def _in_run(sheet: Sheet, index: int, shouted: bool) -> bool:
    word, lower = sheet.words[index], sheet.lower[index].strip(".")
    if not word[:1].isupper() or len(word) < 2 or not word.isalpha():
        return False
    if lower in titles().titles or lower in titles().offices or lower in wordset("calendar"):
        return False
    if sheet.label[index] in _MEASURES:
        return False
    if shouted and not word.isupper() and not sheet.opens(index):
        return True
    return sheet.pos[index] == "PROPN" or (word.isupper() and sheet.noun(index))


def _draft(sheet: Sheet, first: int, last: int, type_: MentionType, kind: ActorKind | None, rule: str) -> Draft:
    return Draft(first, last, sheet.root(first, last), type_, Form.NAME, kind, (first, last), rule=rule)


def _best(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts that do not overlap: longer ones first, then those listed first."""
    taken: set[int] = set()
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_strength):
        words = range(draft.first, draft.last + 1)
        if taken.isdisjoint(words):
            kept.append(draft)
            taken.update(words)
    return kept


def _strength(draft: Draft) -> float:
    sure = draft.rule == "known" and bool(draft.known)
    counted = draft.type in COUNTED
    return draft.first - draft.last - (_SURER if sure else 0.0) + (_SURER if counted else 0.0)
