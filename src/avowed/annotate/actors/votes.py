"""What a name names: every place where it stands votes, and all places where it stands are typed alike."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.kinds import kind_by_words, kind_of_name
from avowed.annotate.actors.lexicon import heads, nations, place_key, places, telling, things, titles
from avowed.annotate.actors.pieces import without_titles
from avowed.annotate.actors.sheet import Sheet
from avowed.model.names import fold
from avowed.model.vocabulary import MentionType

PERSON, BODY, PLACE = MentionType.PERSON, MentionType.ORGANISATION, MentionType.LOCATION
FACILITY, PEOPLE = MentionType.FACILITY, MentionType.NATIONALITY
# How much each kind of evidence weighs; set by hand on re3d train, where the model alone is right on two names of three.
# First words of the names of operations, which are no actors.
_DEEDS = frozenset({"operation", "exercise", "project"})
_GUESS = 0.5
_LABEL, _LISTED, _TITLED, _WORDED, _GIVEN, _SHORT, _BESIDE = 1.0, 1.6, 3.0, 2.5, 1.5, 1.2, 2.0
_GIVEN_AND_FAMILY, _INITIALS = 2, 3
_FIXED = frozenset({"known", "country", "people"})
_CHOSEN_BY_NAME = frozenset({PERSON, BODY, PLACE, FACILITY, PEOPLE, MentionType.OTHER, MentionType.DOCUMENT})
Vote = tuple[MentionType, float]


def typed(sheet: Sheet, drafts: Sequence[Draft]) -> list[Draft]:
    """The names with the type that all their places in the text tell; names that nothing tells of are left out."""
    drafts = [draft for draft in drafts if not (_votable(draft) and _common(sheet, draft))]
    votes = _votes(sheet, drafts)
    surnames = _surnames(sheet, drafts, votes)
    taken = {index for draft in drafts for index in range(draft.first, draft.last + 1)}
    found = (_decided(sheet, draft, votes, surnames) for draft in drafts)
    return [_to_the_right(sheet, draft, taken) for draft in found if draft is not None]


def _common(sheet: Sheet, draft: Draft) -> bool:
    """Words of offices and of sorts of things alone name nothing: `Foreign`, `Hotel`."""
    words = [sheet.lower[index].strip(".") for index in range(draft.first, draft.last + 1)]
    table = titles()
    if all(word in table.portfolios or word in table.titles for word in words):
        return True
    return len(words) == 1 and (words[0] in things() or sheet.lemma[draft.first] in heads().members)


def _to_the_right(sheet: Sheet, draft: Draft, taken: set[int]) -> Draft:
    """A person's name with the capitalised words after it that are no other name: `Ahmed Saeed Sheikh`."""
    if draft.type is not PERSON or draft.rule in _FIXED:
        return draft
    last = draft.last
    while last + 1 < len(sheet) and last + 1 not in taken and _continues_name(sheet, last + 1):
        last += 1
    return draft if last == draft.last else draft.with_(last=last, head=last, name=(draft.first, last))


def _continues_name(sheet: Sheet, index: int) -> bool:
    return (
        sheet.pos[index] == "PROPN" and sheet.capital(index) and sheet.words[index].isalpha() and not sheet.opens(index)
    )


def _votes(sheet: Sheet, drafts: Iterable[Draft]) -> dict[str, Counter[MentionType]]:
    votes: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for draft in drafts:
        if _votable(draft):
            counted = votes[_key(sheet, draft)]
            for type_, weight in _evidence(sheet, draft):
                counted[type_] += weight  # type: ignore[assignment]  # weights are fractions
    return votes


def _votable(draft: Draft) -> bool:
    return draft.rule not in _FIXED and draft.type in _CHOSEN_BY_NAME


def _key(sheet: Sheet, draft: Draft) -> str:
    return fold(draft.called(sheet))


def _evidence(sheet: Sheet, draft: Draft) -> Iterator[Vote]:
    if draft.type is not MentionType.OTHER:
        pattern = draft.rule.islower()
        yield draft.type, _WORDED if pattern else _LABEL
    else:
        yield _guess(sheet, draft), _GUESS
    yield from _by_itself(sheet, draft)
    yield from _by_place(sheet, draft)
    yield from _by_neighbours(sheet, draft)


def _guess(sheet: Sheet, draft: Draft) -> MentionType:
    """What a capitalised run that nothing tells of most often is: with an article a body, else a person."""
    if (draft.first == draft.last and sheet.opens(draft.first)) or sheet.lower[draft.first] in _DEEDS:
        return MentionType.OTHER
    if draft.first > 0 and sheet.lower[draft.first - 1] in ("the", "a", "an"):
        return BODY
    acts = sheet.dep[draft.head] in ("nsubj", "nsubjpass", "poss", "dobj")
    return PERSON if draft.last > draft.first or acts else BODY


def _by_itself(sheet: Sheet, draft: Draft) -> Iterator[Vote]:
    """What the name is made of."""
    said = draft.called(sheet)
    last = sheet.lemma[draft.last]
    if place_key(said) in places():
        yield PLACE, _LISTED
    thing = things().get(last) or things().get(sheet.lower[draft.last])
    if thing is not None and draft.last > draft.first and kind_by_words(last) is None:
        yield thing, _WORDED + 0.1
    elif kind_by_words(said) is not None:
        yield BODY, _WORDED
    if sheet.lower[draft.first].split("-")[0] in telling().given:
        yield PERSON, _GIVEN
    if draft.first == draft.last and said.isupper() and said.isalpha() and len(said) > 1:
        yield BODY, _SHORT
    if draft.last > draft.first and last in telling().after:
        yield PLACE, _TITLED


def _by_place(sheet: Sheet, draft: Draft) -> Iterator[Vote]:
    """What the words just before and after tell."""
    first, after = draft.first, draft.last + 1
    before = first - 1
    if after < len(sheet) and sheet.lower[after] in telling().after:
        yield PLACE, _TITLED
    article = before >= 0 and sheet.lower[before] == "the"
    if article:
        before -= 1
        yield PERSON, -_BESIDE
    if before < 0:
        return
    word = sheet.lower[before]
    if not article and word in telling().before:
        yield PLACE, telling().before[word]
    if not article and sheet.capital(before) and word.strip(".") in titles().titles:
        yield PERSON, _TITLED
    if word == "of" and before > 0 and sheet.lemma[before - 1] in telling().of:
        yield PLACE, _TITLED


def _by_neighbours(sheet: Sheet, draft: Draft) -> Iterator[Vote]:
    """What is said to be beside it: `X, who`, `X, leader of Y`, `X, a town`, `journalist X`."""
    after = draft.last + 1
    if after + 1 < len(sheet) and sheet.words[after] == "," and sheet.lower[after + 1] in ("who", "whose", "aged"):
        yield PERSON, _BESIDE
    nouns = [child for child in sheet.children[draft.head] if sheet.dep[child] == "appos"]
    if sheet.dep[draft.head] == "appos":
        nouns.append(sheet.head[draft.head])
    if draft.first > 0 and sheet.dep[draft.first - 1] in ("compound", "nmod", "amod"):
        nouns.append(draft.first - 1)
    for noun in nouns:
        yield from _by_noun(sheet, noun)
    for other in _listed_with(sheet, draft.head):
        if place_key(sheet.words[other]) in places() or sheet.lower[other] in nations().countries:
            yield PLACE, _LISTED


def _listed_with(sheet: Sheet, index: int) -> Iterator[int]:
    """What stands in one list with a word."""
    if sheet.dep[index] == "conj":
        yield sheet.head[index]
    yield from (child for child in sheet.children[index] if sheet.dep[child] == "conj")


def _by_noun(sheet: Sheet, noun: int) -> Iterator[Vote]:
    lemma = sheet.lemma[noun]
    table = heads()
    if sheet.plural(noun) or not sheet.noun(noun):
        return
    if lemma in table.persons or lemma in table.members:
        yield PERSON, _BESIDE
    elif lemma in table.collective:
        yield BODY, _BESIDE
    elif lemma in telling().of or things().get(lemma) is PLACE:
        yield PLACE, _BESIDE


def _surnames(sheet: Sheet, drafts: Iterable[Draft], votes: dict[str, Counter[MentionType]]) -> frozenset[str]:
    """The words of the names of persons by which they are called alone: the last ones, and a given name."""
    found = set()
    for draft in drafts:
        if draft.first == draft.last:
            continue
        known = draft.rule in _FIXED and draft.type is PERSON
        if known or (_votable(draft) and _winner(votes[_key(sheet, draft)]) is PERSON):
            words = fold(draft.called(sheet)).split()
            found.update(words[1:] if len(words) > 2 else words[-1:])
            found.update(words[:1] if len(words) == _GIVEN_AND_FAMILY and len(words[0]) > _INITIALS else ())
    return frozenset(word for word in found if len(word) > 2)


def _winner(counted: Counter[MentionType]) -> MentionType | None:
    best = max(counted.items(), key=lambda pair: (pair[1], pair[0].value), default=None)
    return best[0] if best is not None and best[1] >= _GUESS else None


def _decided(
    sheet: Sheet, draft: Draft, votes: dict[str, Counter[MentionType]], surnames: frozenset[str]
) -> Draft | None:
    if not _votable(draft):
        return draft
    key = _key(sheet, draft)
    counted = votes[key]
    if draft.first == draft.last and key in surnames and place_key(key) not in places():
        type_: MentionType | None = PERSON
    else:
        type_ = _winner(counted)
    if type_ is None or type_ is MentionType.OTHER:
        return None
    return _as(sheet, draft, type_)


def _as(sheet: Sheet, draft: Draft, type_: MentionType) -> Draft:
    """The draft as a name of this type; a person's loses the titles that were taken into it."""
    if type_ is PERSON:
        first = without_titles(sheet, draft.first, draft.last)
        draft = draft.with_(first=first, head=sheet.root(first, draft.last), name=(first, draft.last))
    kind = draft.kind if type_ is draft.type and draft.kind else kind_of_name(draft.called(sheet), type_)
    return draft.with_(type=type_, kind=kind)


def is_demonym(name: str) -> bool:
    """True for adjectives and nouns of nations and peoples, lower case."""
    table = nations()
    return name in table.adjectives or name in table.people or name in table.others
