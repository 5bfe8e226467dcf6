"""Who is said to be answerable for which incident, and on whose word; claimed, suspected and denied stay apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.clauses import SUBJECTS, children
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.grammar.tables import Row, rows, text, words
from avowed.annotate.incidents.nouns import Nouns, Sort
from avowed.annotate.incidents.phrases import is_nobody, spread
from avowed.annotate.incidents.triggers import VERB_TAGS
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import Basis, ParticipantRole

PREDICATES = frozenset({"ADJ", "VERB", "ADV"})


@dataclass(frozen=True, slots=True)
class ResponsibilityRow:
    """One group of words, who they name, for what, and on what footing."""

    name: str
    pos: str
    lemmas: tuple[str, ...]
    under: frozenset[str]
    who: tuple[str, ...]
    what: tuple[str, ...]
    speaker: tuple[str, ...]
    needs_event: bool
    actors: bool
    role: ParticipantRole | None
    basis: Basis
    match: str
    miss: str


@dataclass(frozen=True, slots=True)
class Answerable:
    """The words that name actors as answerable; `events` are the words for the incident, empty where none is named."""

    trigger: Token
    row: ResponsibilityRow
    who: tuple[Token, ...]
    events: tuple[Token, ...]
    speakers: tuple[Token, ...]


@cache
def responsibility_rows() -> tuple[ResponsibilityRow, ...]:
    """Every row, in the order of the table."""
    return tuple(map(_row, rows("incidents_responsibility")))


def _row(entry: Row) -> ResponsibilityRow:
    role = text(entry, "role")
    return ResponsibilityRow(
        name=text(entry, "name"),
        pos=text(entry, "pos"),
        lemmas=words(entry, "lemmas"),
        under=frozenset(words(entry, "under")),
        who=words(entry, "who"),
        what=words(entry, "what"),
        speaker=words(entry, "speaker"),
        needs_event=bool(entry.get("needs_event", False)),
        actors=bool(entry.get("actors", False)),
        role=ParticipantRole(role) if role else None,
        basis=Basis(text(entry, "basis")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )


@cache
def _by_word() -> Mapping[tuple[str, str], tuple[ResponsibilityRow, ...]]:
    index: dict[tuple[str, str], list[ResponsibilityRow]] = defaultdict(list)
    for row in responsibility_rows():
        for lemma in row.lemmas:
            index[row.pos, lemma].append(row)
    return MappingProxyType({key: tuple(found) for key, found in index.items()})


def answerable(nouns: Nouns, grammar: Grammar) -> Iterator[Answerable]:
    """Every naming of somebody as answerable, in the order of the text."""
    for token in nouns.page.doc:
        for row, kind in _rows_at(token):
            found = _read(token, row, kind, nouns, grammar)
            if found is not None:
                yield found
                break


def _rows_at(token: Token) -> Iterator[tuple[ResponsibilityRow, str]]:
    lemma, table = token.lemma_.lower(), _by_word()
    if token.tag_ in VERB_TAGS:
        for word in dict.fromkeys((phrase_of(token), lemma)):
            yield from ((row, "verb") for row in table.get(("verb", word), ()) if _under(token, row))
    if token.pos_ in ("NOUN", "PROPN"):
        yield from ((row, "noun") for row in table.get(("noun", lemma), ()) if _under(token, row))
    if token.pos_ in PREDICATES:
        yield from ((row, "adj") for row in table.get(("adj", token.lower_), ()) if _under(token, row))
    if token.pos_ in ("ADP", "ADV"):
        yield from ((row, "adj") for row in table.get(("prep", token.lower_), ()))


def _under(token: Token, row: ResponsibilityRow) -> bool:
    if not row.under:
        return True
    above = {phrase_of(governor) for governor, _ in governors(token)} | {token.head.lemma_.lower()}
    return bool(above & row.under)


def _read(token: Token, row: ResponsibilityRow, kind: str, nouns: Nouns, grammar: Grammar) -> Answerable | None:
    named = _beside(token, nouns) if kind == "verb" else ()
    who = tuple(noun for noun in named or _fill(token, kind, row.who, grammar) if _may_answer(noun, row, nouns))
    struck = _fill(token, kind, row.what, grammar)
    events = tuple(word for word in struck if _is_event(word, nouns))
    if not who or (row.needs_event and not events) or (struck and not events and not row.under):
        return None
    if struck and not events and any(nouns.sort(word) is not Sort.OTHER for word in struck):
        return None
    return Answerable(token, row, who, events, _fill(token, kind, row.speaker, grammar))


def _beside(verb: Token, nouns: Nouns) -> tuple[Token, ...]:
    """The actor right before a passive verb that the parser left without a subject of its own: `..., X, must be questioned`."""
    helpers = children(verb, "aux", "auxpass")
    if not children(verb, "auxpass") or children(verb, *sorted(SUBJECTS)) or verb.dep_ != "conj":
        return ()
    at = min(helper.i for helper in helpers) - 1
    while at > verb.sent.start and verb.doc[at].is_punct:
        at -= 1
    mention = nouns.mention(verb.doc[at])
    return (verb.doc[at],) if mention is not None and mention.actor is not None else ()


def _may_answer(noun: Token, row: ResponsibilityRow, nouns: Nouns) -> bool:
    if is_nobody(noun):
        return False
    if nouns.sort(noun) not in (Sort.PEOPLE, Sort.BODY):
        return noun.pos_ == "PRON" and nouns.mention(noun) is not None
    mention = nouns.mention(noun)
    return not row.actors or (mention is not None and mention.actor is not None)


def _is_event(word: Token, nouns: Nouns) -> bool:
    return nouns.sort(word) is Sort.EVENT or (word.tag_ in VERB_TAGS) or word.lower_ in ("it", "this", "them", "these")


def _fill(token: Token, kind: str, slots: Sequence[str], grammar: Grammar) -> tuple[Token, ...]:
    found: dict[int, Token] = {}
    for slot in slots:
        fillers = _object(token) if slot == "object" else grammar.fillers(token, kind, slot)
        for noun in (*spread(fillers), *(word for word in fillers if word.tag_ in VERB_TAGS)):
            found.setdefault(noun.i, noun)
    if kind != "noun" or "for" in slots:
        for prep in children(token, "prep"):
            if prep.lower_ in slots:
                for clause in children(prep, "pcomp"):
                    found.setdefault(clause.i, clause)
    return tuple(found.values())


def _object(preposition: Token) -> tuple[Token, ...]:
    return children(preposition, "pobj")
