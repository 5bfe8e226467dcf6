"""From nouns to the whole noun phrases that stand for actors and things: article and modifiers to the head."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from avowed.annotate.actors.draft import ACTING, Draft
from avowed.annotate.actors.edges import complement, first_word
from avowed.annotate.actors.lexicon import heads, nations, things, titles, wordset
from avowed.annotate.actors.persons import office_end
from avowed.annotate.actors.sheet import Sheet
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import ActorKind, Form, MentionType

_ARTICLES = frozenset({"a", "an", "the", "any", "no", "every", "each", "another"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "npadvmod"})
_BODILY = frozenset({ActorKind.STATE_AGENCY, ActorKind.ORGANISATION, ActorKind.IGO, ActorKind.FACTION})
# The rule of a draft that counts only when it points back to an actor named before.
POINTING = "pointing"
# The rule of a draft that only modifies a deed.
MODIFIER = "modifier"


def left_edge(token: Token) -> int:
    """The first word of the noun phrase that ends with this noun; a leading number stays outside."""
    return first_word(Sheet.kept(token.doc), token.i)


def nominal_drafts(sheet: Sheet, named: Sequence[Draft], taken: Collection[int]) -> Iterator[Draft]:
    """Phrases of common nouns that stand for actors and things."""
    holding = {index: name for name in named for index in range(name.first, name.last + 1) if not name.inner}
    for index in range(len(sheet)):
        if index in taken or not sheet.noun(index):
            continue
        draft = nominal(sheet, index, taken)
        if draft is not None and not _cuts(draft, holding):
            yield draft


def _cuts(draft: Draft, holding: Mapping[int, Draft]) -> bool:
    """True for a phrase that begins or ends within a name."""
    edges = (holding.get(draft.first), holding.get(draft.last))
    return any(name is not None and not draft.covers(name) for name in edges)


def nominal(sheet: Sheet, noun: int, taken: Collection[int] = ()) -> Draft | None:
    """The phrase of a noun that stands for an actor or a thing; None for other nouns."""
    lemma = sheet.lemma[noun]
    thing = things().get(lemma)
    if thing is None and not heads().stands(lemma):
        return None
    above = sheet.head[noun]
    if sheet.dep[noun] in ("compound", "nmod", "amod") and above > noun and sheet.noun(above):
        return _modifier(sheet, noun, above)
    if thing is not None and lemma not in heads().collective:
        return _thing(sheet, noun, thing)
    return _actor(sheet, noun, lemma, taken)


def _modifier(sheet: Sheet, noun: int, above: int) -> Draft | None:
    """`coalition` airstrikes, a `guerrilla` attack: a body that only modifies what it does."""
    lemma = sheet.lemma[noun]
    if lemma not in heads().modifying or heads().stands(sheet.lemma[above]) or sheet.plural(noun):
        return None
    if noun > 0 and sheet.dep[noun - 1] in ("compound", "amod") and sheet.head[noun - 1] == noun:
        return None
    kind = heads().collective.get(lemma) or heads().members.get(lemma)
    return Draft(noun, noun, noun, MentionType.ORGANISATION, Form.NOMINAL, kind, rule=MODIFIER)


def _thing(sheet: Sheet, noun: int, type_: MentionType) -> Draft:
    end = complement(sheet, noun) if type_ is MentionType.LOCATION else None
    return Draft(
        first_word(sheet, noun), end or noun, noun, type_, Form.NOMINAL, plural=sheet.plural(noun), rule="thing"
    )


def _actor(sheet: Sheet, noun: int, lemma: str, taken: Collection[int]) -> Draft | None:
    first, inner = first_word(sheet, noun), complement(sheet, noun)
    rule = _rule(sheet, first, noun, inner, taken)
    if rule is None:
        return None
    end = max(inner or noun, office_end(sheet, noun) if lemma in titles().offices and sheet.capital(noun) else noun)
    plural = sheet.plural(noun) or lemma in ("people", "police", "personnel", "mujahideen")
    single = not plural and lemma not in heads().collective
    return Draft(
        first,
        end,
        noun,
        MentionType.PERSON if single else MentionType.ORGANISATION,
        Form.NOMINAL,
        ActorKind.PERSON if single else _kind(sheet, first, noun, inner),
        plural=plural,
        rule=rule,
    )


def _rule(sheet: Sheet, first: int, noun: int, inner: int | None, taken: Collection[int]) -> str | None:
    """How an actor noun counts: as it stands, only if it points back, or (None) not at all."""
    lemma, table = sheet.lemma[noun], heads()
    definite = sheet.lower[first] in wordset("definite")
    modified = [index for index in range(first, noun) if sheet.lower[index] not in wordset("definite") | _ARTICLES]
    plain_unit = lemma in table.units and not sheet.capital(noun)
    if plain_unit and not _telling(sheet, modified, inner, taken):
        return POINTING if definite and not modified else None
    if lemma in table.bare and not modified and inner is None:
        return POINTING if definite else None
    return "noun"


def _telling(sheet: Sheet, modifiers: Iterable[int], inner: int | None, taken: Collection[int]) -> bool:
    """True where the modifiers of a unit say whose or what force it is."""
    if inner is not None and (inner in taken or heads().stands(sheet.lemma[inner])):
        return True
    return any(index in taken or _tells(sheet, index) for index in modifiers)


def _tells(sheet: Sheet, index: int) -> bool:
    word, lemma, table = sheet.lower[index], sheet.lemma[index], heads()
    if sheet.tag[index] in ("PRP$", "POS") or word in table.telling or word in nations().adjectives:
        return True
    if sheet.pos[index] == "PROPN" and sheet.capital(index):
        return True
    return table.stands(lemma) or word in nations().others or word.startswith(("pro-", "anti-", "counter"))


def _kind(sheet: Sheet, first: int, noun: int, inner: int | None) -> ActorKind:
    """`Iraqi forces` are a state's, `rebel forces` are not; `a group of students` is what the students are."""
    table = heads()
    lemma = sheet.lemma[noun]
    kind = table.collective.get(lemma) or table.members.get(lemma, ActorKind.COMMUNITY)
    words = {sheet.lemma[index] for index in range(first, noun)} | {sheet.lower[index] for index in range(first, noun)}
    armed = bool(words & table.arming) or any(table.members.get(word) is ActorKind.ARMED_GROUP for word in words)
    if armed and kind in _BODILY:
        return ActorKind.ARMED_GROUP if kind is not ActorKind.FACTION else kind
    if kind is ActorKind.ARMED_GROUP and not armed and lemma in table.anybody and inner is not None:
        return table.members.get(sheet.lemma[inner], kind)
    return kind


def around(sheet: Sheet, draft: Draft, taken: Collection[int]) -> Draft | None:
    """The phrase of an actor noun that a name modifies: `X fighters`, `the Y regime`; None where there is none."""
    noun = sheet.head[draft.head]
    if sheet.dep[draft.head] not in _MODIFYING or noun <= draft.last or not sheet.noun(noun) or noun in taken:
        return None
    phrase = nominal(sheet, noun, taken)
    if phrase is None or phrase.type not in ACTING or not phrase.first <= draft.first:
        return None
    return phrase
