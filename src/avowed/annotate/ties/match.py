"""Applies the rows of the table to one page: every trigger word, its rows, and the pairs of actors in their slots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.page import Page, text_of
from avowed.annotate.parsing.parsed import Slice, Token
from avowed.annotate.sayings.saying import Saying, innermost
from avowed.annotate.ties.claims import is_claim, others, sentences_before
from avowed.annotate.ties.table import TieRow, TieTable, load_ties
from avowed.model.evidence import Mention, Span
from avowed.model.vocabulary import ActorKind, Dimension, Form, MentionType

_ROWS = "avowed tie rows"
NOUN_TAGS = frozenset({"NOUN", "PROPN"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOMINAL = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "compound"})
SPREAD = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
ADJECTIVES = frozenset({"ADJ", "ADV", "VERB"})


LONGEST_PHRASE = 24
MEANWHILE = frozenset({"after", "before", "since", "during", "until", "despite", "amid", "following"})
VIOLENT = frozenset({Dimension.ATTACK, Dimension.CLASH})
BLOWS, NO_BEARERS = word_set("blows"), word_set("no_bearers")
OFFICIAL = frozenset({"arrest", "detain", "apprehend", "indict"})  # no deeds of one who is only `he`
ENEMIES = frozenset({"enemy", "foe", "adversary", "opponent", "rival"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A tie as a row drew it, before speaker, certainty and date are known; its own score goes before the row's.

    `heard` is the offset of earlier words that it goes on from: where nobody else speaks, it is on their speaker's word.
    """

    row: TieRow
    trigger: Token
    subject: Mention
    object: Mention
    score: float | None = None
    relation: str = ""
    heard: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What matching needs to know of one page."""

    page: Page
    grammar: Grammar
    parties: Parties
    sayings: Sequence[Saying] = ()


def drafts(reader: Reader, table: TieTable) -> Iterator[Draft]:
    """Every tie that some row draws from the page, in the order of the trigger words."""
    for token in reader.page.doc:
        for row, kind in _rows_of(token, table):
            if _fits(reader, token, kind, row):
                yield from _pairs(reader, token, kind, row)
        for row in table.rows("claim", token.lemma_.lower()):
            yield from _claimed(reader, token, row)


def _claimed(reader: Reader, token: Token, row: TieRow) -> Iterator[Draft]:
    """Ties of a claimer to those struck in an attack of the sentences before."""
    if not is_claim(token):
        return
    claimers = _filling(reader, token, "noun", row, "agent")
    for sentence in sentences_before(token) if claimers else ():
        struck = others(_struck(reader, sentence), claimers)
        for claimer in claimers:
            for victim in struck:
                yield Draft(row, token, claimer, victim)
        if struck:
            return


def _struck(reader: Reader, sentence: Slice) -> tuple[Mention, ...]:
    """Everybody whom an attack in a sentence struck, whoever carried it out."""
    found: dict[str, Mention] = {}
    for token in sentence:
        for row, kind in _rows_of(token, load_ties()):
            if row.dimension is Dimension.ATTACK and not row.speaks and row.subject != ("speaker",):
                slots = row.object if "agent" not in row.object else ()
                for mention in _party(reader, token, kind, row, slots):
                    found.setdefault(str(mention.actor), mention)
    return tuple(found.values())


def _rows_of(token: Token, table: TieTable) -> tuple[tuple[TieRow, str], ...]:
    """The rows that a word may be a trigger of, each with how it is read; looked up once a word."""
    kept: tuple[TieTable, dict[int, tuple[tuple[TieRow, str], ...]]] | None = token.doc.user_data.get(_ROWS)
    if kept is None or kept[0] is not table:
        kept = token.doc.user_data[_ROWS] = table, {}
    found = kept[1].get(token.i)
    if found is None:
        found = kept[1][token.i] = tuple(_rows_read(token, table))
    return found


def _rows_read(token: Token, table: TieTable) -> Iterator[tuple[TieRow, str]]:
    lemma = token.lemma_.lower()
    if token.tag_ in VERB_TAGS or token.pos_ == "AUX":
        phrase = phrase_of(token)
        for row in table.rows("verb", phrase):
            yield row, "verb"
    nominal = token.pos_ in NOUN_TAGS or (token.tag_ in ("VBZ", "VBP", "VBG", "VB") and token.dep_ in NOMINAL)
    if nominal or token.tag_ in ("CD", "JJ"):
        whole = token.hyphened and f"{token.hyphened}{lemma}"
        for row in table.rows("noun", whole) or table.rows("noun", lemma):
            if _written(token, row) and (nominal or row.phrases):
                yield row, "noun"
    if token.pos_ in ADJECTIVES:
        for row in table.rows("adj", token.lower_):
            yield row, "adj"
    yield from _hyphenated(token, table)
    yield from _possessed(token, table)


def _possessed(token: Token, table: TieTable) -> Iterator[tuple[TieRow, str]]:
    if token.pos_ not in NOUN_TAGS:
        return
    for child in token.children:
        if child.dep_ in ("poss", "prep"):
            for row in table.rows("name" if child.dep_ == "poss" else "person", ""):
                yield row, "noun"


def _hyphenated(token: Token, table: TieTable) -> Iterator[tuple[TieRow, str]]:
    if token.pos_ == "ADJ" and "-" in token.text.strip("-"):
        for row in table.rows("compound", token.lower_.rpartition("-")[2]):
            yield row, "compound"
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        for row in table.rows("prefix", token.lower_):
            yield row, "prefix"


def _written(token: Token, row: TieRow) -> bool:
    after = text_of(token.doc)[token.idx : token.idx + LONGEST_PHRASE].lower()
    if any(after.startswith(phrase) for phrase in row.never):
        return False
    return not row.phrases or any(after.startswith(phrase) for phrase in row.phrases)


def _fits(reader: Reader, token: Token, kind: str, row: TieRow) -> bool:
    if kind == "noun" and row.dimension in VIOLENT and reader.parties.is_name(token):
        return False
    if row.tags and token.tag_ not in row.tags:
        return False
    if any(reader.grammar.fillers(token, kind, slot) for slot in row.without):
        return False
    if any(_holds(reader, token, kind, slot, words) for slot, words in row.unless.items()):
        return False
    return all(_holds(reader, token, kind, slot, words) for slot, words in row.need.items())


def _holds(reader: Reader, token: Token, kind: str, slot: str, words: frozenset[str]) -> bool:
    return any(_word(filler) in words or filler.lower_ in words for filler in _tested(reader, token, kind, slot))


def _word(token: Token) -> str:
    return phrase_of(token) if token.pos_ == "VERB" else token.lemma_.lower()


def _tested(reader: Reader, token: Token, kind: str, slot: str) -> Sequence[Token]:
    if slot == "attribute":
        return children(token, *PRENOMINAL)
    if slot == "topic":
        return (token,) if _is_topic(token) else ()
    if slot == "under":
        return tuple(token.subtree)
    if slot == "governor":
        return tuple(governor for governor, at in governors(token) if at not in MEANWHILE and not _aim(governor, token))
    return reader.grammar.fillers(token, kind, slot)


def _is_topic(noun: Token) -> bool:
    """The bare noun of a heading, `Relations between X and Y`: it says what follows is about; `Close relations` would tell."""
    plain = not children(noun, *PRENOMINAL)
    return noun.head == noun and plain and not any(word.pos_ in ("VERB", "AUX") for word in noun.sent)


def _aim(clause: Token, noun: Token) -> bool:
    """`an agreement to end the war` ends no agreement: the infinitive says what the noun is for."""
    return clause.head == noun and clause.dep_ == "acl" and clause.tag_ == "VB"


def _pairs(reader: Reader, token: Token, kind: str, row: TieRow) -> Iterator[Draft]:
    if row.within:
        yield from _pairs_within(reader, token, kind, row)
        return
    subjects = _party(reader, token, kind, row, row.subject)
    if not subjects:
        return
    objects = _party(reader, token, kind, row, row.object, {mention.actor for mention in subjects})
    for subject in subjects:
        for other in objects:
            if _may_tie(reader, row, token, subject, other):
                yield Draft(row, token, subject, other)


def _pairs_within(reader: Reader, token: Token, kind: str, row: TieRow) -> Iterator[Draft]:
    members = _party(reader, token, kind, row, row.subject)
    if row.subject != row.object:
        taken = {mention.actor for mention in members}
        others = _party(reader, token, kind, row, row.object, taken)
        if others:
            for subject in members:
                for other in others:
                    if _may_tie(reader, row, token, subject, other):
                        yield Draft(row, token, subject, other)
            return
    for subject, other in combinations(_both(reader, token, kind, row, members), 2):
        if _may_tie(reader, row, token, subject, other):
            yield Draft(row, token, subject, other)


def _both(reader: Reader, token: Token, kind: str, row: TieRow, members: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The members; where they are one and told by `they`, the two that were joined before it."""
    if len(members) > 1:
        return members
    fillers = (filler for slot in row.subject for filler in _fillers(reader, token, kind, slot))
    them = next((filler for filler in fillers if reader.parties.together.means_them(filler)), None)
    return members if them is None else reader.parties.together.behind(them) or members


def _party(
    reader: Reader,
    token: Token,
    kind: str,
    row: TieRow,
    slots: tuple[str, ...],
    taken: frozenset[str | None] | set[str | None] = frozenset(),
) -> tuple[Mention, ...]:
    """The actors of the first slot that holds any besides those already taken."""
    for slot in slots:
        found = _filling(reader, token, kind, row, slot)
        others = tuple(mention for mention in found if mention.actor not in taken)
        if others:
            return others
    return ()


def _filling(reader: Reader, token: Token, kind: str, row: TieRow, slot: str) -> tuple[Mention, ...]:
    if slot == "speaker":
        return _speaker(reader, token)
    if slot == "before":
        return reader.parties.together.last_body(token)
    fillers = _fillers(reader, token, kind, slot)
    if slot == "self":
        return tuple(mention for filler in fillers if (mention := reader.parties.headed_by(filler)) is not None)
    single = slot == "holder" and (_titles_one(token) or all(filler.dep_ not in SPREAD for filler in fillers))
    return reader.parties.of_all(fillers, belongings=row.owners, lists=not single)


def _titles_one(token: Token) -> bool:
    """`President X and other officials`: a title in the singular before a name is that name's alone."""
    return token.dep_ in ("compound", "nmod") and token.tag_ not in ("NNS", "NNPS")


def _speaker(reader: Reader, token: Token) -> tuple[Mention, ...]:
    """Who says the words that a token is part of, where a report gives them as that speaker's own."""
    index = innermost(reader.sayings, token.idx)
    source = None if index is None else reader.sayings[index].source
    return () if source is None else (source,)


def _fillers(reader: Reader, token: Token, kind: str, slot: str) -> tuple[Token, ...]:
    if kind in ("compound", "prefix"):
        if slot == "holder":
            return (token.head,)
        return (token,) if kind == "compound" else (token.nbor(2),)
    return reader.grammar.fillers(token, kind, slot)


def _may_tie(reader: Reader, row: TieRow, trigger: Token, subject: Mention, other: Mention) -> bool:
    if subject.actor is None or other.actor is None or subject.actor == other.actor:
        return False
    if row.role and "self" not in row.subject and other.span.start <= trigger.idx < other.span.end:
        return False
    if trigger.lemma_.lower() in OFFICIAL and subject.form is Form.PRONOUN and subject.type is MentionType.PERSON:
        return False
    if row.subject_forms and subject.form not in row.subject_forms:
        return False
    if not may_be_tied(reader.page, trigger, row.dimension, (subject, other)):
        return False
    kinds = reader.page.actor
    first, second = kinds[subject.actor].kind, kinds[other.actor].kind
    return (not row.subject_kinds or first in row.subject_kinds) and (
        not row.object_kinds or second in row.object_kinds
    )


def may_be_tied(page: Page, trigger: Token, dimension: Dimension, parties: tuple[Mention, Mention]) -> bool:
    """False where one party is a law or a creed, or where two persons trade words of blows that nothing shows to be blows."""
    actors = [page.actor[str(mention.actor)] for mention in parties]
    if any(actor.name.lower().split()[-1:] and actor.name.lower().split()[-1] in NO_BEARERS for actor in actors):
        return False
    if dimension in VIOLENT and _own_people(page, *parties):
        return False
    if any(_mere_enemy(page, mention) for mention in parties):
        return False
    if dimension not in VIOLENT or any(actor.kind is not ActorKind.PERSON for actor in actors):
        return True
    return any(token.lemma_.lower() in BLOWS for token in trigger.sent)


def _mere_enemy(page: Page, mention: Mention) -> bool:
    """True for `their enemies`, `common foes` that stand for nobody with a name."""
    head = page.token_at(mention.head.start)
    if mention.form is not Form.NOMINAL or head is None or head.lemma_.lower() not in ENEMIES:
        return False
    return not any(one.actor == mention.actor and one.form is Form.NAME for one in page.mentions)


def _own_people(page: Page, subject: Mention, other: Mention) -> bool:
    """True for `a campaign against X targeting X's leaders`: who is struck is named as the striker's own."""
    return any(
        one.actor == subject.actor and one.form is not Form.PRONOUN and other.span.covers(one.span)
        for one in page.mentions
        if one.span != other.span
    )


def trigger_span(token: Token) -> Span:
    """The trigger word with its particle where that follows at once."""
    end = token.idx + len(token.text)
    for child in token.children:
        if child.dep_ == "prt" and child.i == token.i + 1:
            end = child.idx + len(child.text)
    return Span(token.idx, end)
