"""One telling of an incident: a trigger word, its row, and the nouns that fill its slots, before anything is merged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.grammar.slots import Grammar
from avowed.annotate.incidents.harmless import (
    in_contest,
    in_hospital,
    of_crowd_control,
    of_illness,
    to_itself,
    walks_out,
)
from avowed.annotate.incidents.listed import counted_so
from avowed.annotate.incidents.naming import named
from avowed.annotate.incidents.nouns import Nouns, Sort, is_bomb, is_explosive, words_of
from avowed.annotate.incidents.phrases import NOUNS, is_nobody, spread
from avowed.annotate.incidents.quantities import is_number
from avowed.annotate.incidents.shared import told_with
from avowed.annotate.incidents.table import TriggerRow
from avowed.annotate.incidents.triggers import rows_at, triggers
from avowed.annotate.incidents.undergone import is_undergone, turned
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import IncidentType, MentionType, Side

Tokens = tuple[Token, ...]
Sorted = Mapping[Sort, Tokens]
OFFICIAL = frozenset({"arrest", "detain", "apprehend", "jail", "imprison"})
LAWFUL = frozenset({"police", "drug", "counterterrorism", "anti-drug", "narcotics", "army", "security"})
STRIKING = frozenset(
    {IncidentType.ATTACK, IncidentType.BOMBING, IncidentType.AIR_STRIKE, IncidentType.DRONE_STRIKE, IncidentType.RAID}
    | {IncidentType.ARSON, IncidentType.SIEGE, IncidentType.SUICIDE_BOMBING}
)
AIMED = frozenset({"dobj", "nsubjpass", "conj"})
PARTIES = frozenset({Sort.PEOPLE, Sort.BODY, Sort.PLACE})
TAKING = frozenset({IncidentType.ARREST, IncidentType.TAKEOVER})
CAPTURING = frozenset({"capture", "recapture", "retake"})
SHARED = frozenset({"patient", "agent", "by"})
CARRYING = frozenset({"packed", "filled", "loaded", "laden", "carrying", "full", "rigged"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one trigger word tells: who did it, who was hurt, what was hit, with what; `causes` are other event words."""

    trigger: Token
    row: TriggerRow
    type: IncidentType
    doers: Tokens = ()
    victims: Tokens = ()
    targets: Tokens = ()
    means: Tokens = ()
    parties: Tokens = ()
    places: Tokens = ()
    causes: Tokens = ()

    @property
    def empty(self) -> bool:
        """True when nobody and nothing is named."""
        return not (self.doers or self.victims or self.targets or self.means or self.parties)


@dataclass(frozen=True, slots=True)
class _Filled:
    """The nouns of a row's slots by what they stand for."""

    doing: Sorted
    struck: Sorted
    using: Sorted


class Teller:
    """Draws tellings from one page."""

    def __init__(self, nouns: Nouns, grammar: Grammar) -> None:
        self.nouns = nouns
        self.grammar = grammar
        self._mixed = not one_case(nouns.page.report.text)

    def tellings(self) -> Iterator[Telling]:
        """Every telling, in the order of the trigger words; one a word."""
        for token, rows in triggers(self.nouns.page.doc, self._mixed):
            for row, kind in rows:
                telling = self._telling(token, row, kind)
                if telling is not None:
                    yield telling
                    break

    def _telling(self, token: Token, row: TriggerRow, kind: str) -> Telling | None:
        filled = self._filled(token, row, kind)
        means = self._means(token, kind, filled)
        if not self._fits(token, row, kind, filled, means):
            return None
        things, bodies = filled.struck.get(Sort.THING, ()), filled.struck.get(Sort.BODY, ())
        doers = self._doers(token, filled)
        settled = self._settlements(row, filled) if not (things or bodies) else ()
        return Telling(
            trigger=token,
            row=row,
            type=self._type(row, means, token, doers),
            doers=doers,
            victims=(*filled.struck.get(Sort.PEOPLE, ()), *(bodies if row.harm else ())),
            targets=(*things, *(() if row.harm else bodies), *self._owners(things), *settled),
            means=means,
            parties=self._parties(token, kind, row),
            places=filled.struck.get(Sort.PLACE, ()),
            causes=filled.doing.get(Sort.EVENT, ()) + self._events_beside(token, kind),
        )

    def _settlements(self, row: TriggerRow, filled: _Filled) -> Tokens:
        """`attacked the village of Tolm`: a settlement that is itself what was struck, and not only where."""
        if not self._mixed or row.harm or row.type not in STRIKING:
            return ()
        struck = (*filled.struck.get(Sort.PLACE, ()), *filled.struck.get(Sort.OTHER, ()))
        aimed = (noun for noun in struck if noun.dep_ in AIMED or noun.head.lower_ in ("on", "against"))
        return tuple(place for noun in aimed for place in self._settlement(noun))

    def _settlement(self, noun: Token) -> Tokens:
        """The word that stands for a settlement in the page: `Tolm` of `the village of Tolm`."""
        if self.nouns.sort(noun) is Sort.PLACE:
            return (noun,)
        if noun.lemma_.lower() not in words_of("settlement"):
            return ()
        named = (place for prep in children(noun, "prep") if prep.lower_ == "of" for place in children(prep, "pobj"))
        return tuple(place for place in named if self.nouns.sort(place) is Sort.PLACE) or (noun,)

    def _type(self, row: TriggerRow, means: Tokens, token: Token, doers: Tokens) -> IncidentType:
        """The row's type by means and doers: what the police raid is a raid."""
        lawful = doers and all(self.nouns.side(doer) is Side.SECURITY for doer in doers)
        if self._mixed and row.type is IncidentType.ATTACK and token.lemma_.lower() == "raid" and lawful:
            return IncidentType.RAID
        return refined(row.type, means, token, doers)

    def _parties(self, token: Token, kind: str, row: TriggerRow) -> Tokens:
        """Those who take part; what is fought off may be an attack, whose doers then are the other side."""
        found: dict[int, Token] = {}
        for noun in spread(self._fillers(token, kind, row.party)):
            event = self.nouns.sort(noun) is Sort.EVENT or noun.lemma_.lower() in words_of("event")
            for party in spread(self.grammar.fillers(noun, "noun", "by")) if event else (noun,):
                if self.nouns.sort(party) in PARTIES or self.nouns.mention(party) is not None:
                    found.setdefault(party.i, party)
        return tuple(found.values())

    def _filled(self, token: Token, row: TriggerRow, kind: str) -> _Filled:
        hurt = self._fillers(token, kind, row.hurt)
        struck: Sorted = self._sorted(
            noun for noun in hurt if not stands_before(noun, token) or self.nouns.sort(noun) is Sort.THING
        )
        counted = counted_so(token) if row.harm and self._mixed else None
        if counted is not None:
            struck = {Sort.PEOPLE: (counted,)}
        doing: Sorted = self._sorted(self._fillers(token, kind, row.doer if counted is None else ("by",)))
        if kind == "noun" and row.harm and self._mixed:
            doing, struck = self._by_owners(token, doing, struck)
        return _Filled(
            doing=doing,
            struck=_counting_people(struck) if row.harm else struck,
            using=self._sorted(self._fillers(token, kind, row.means)),
        )

    def _by_owners(self, token: Token, doing: Sorted, struck: Sorted) -> tuple[Sorted, Sorted]:
        """`the engineers' kidnapping` was done to the engineers, `the rebels' kidnapping of engineers` by the rebels."""
        people, hurt = doing.get(Sort.PEOPLE, ()), struck.get(Sort.PEOPLE, ())
        before = tuple(noun for noun in people if noun.i < token.i and noun.head == token)
        if not before:
            return doing, struck
        suffer = tuple(noun for noun in before if self.nouns.side(noun) is not Side.PERPETRATOR)
        others = any(noun not in before for noun in hurt)
        kept = tuple(noun for noun in people if noun not in suffer or (others and noun.dep_ == "poss"))
        taken = suffer if any(noun.dep_ == "poss" for noun in suffer) else ()
        told = tuple(
            noun
            for noun in dict.fromkeys((*taken, *hurt))
            if noun not in kept and (noun not in taken or noun.dep_ == "poss")
        )
        return {**doing, Sort.PEOPLE: kept}, _with_people(struck, told)

    def _fits(self, token: Token, row: TriggerRow, kind: str, filled: _Filled, means: Tokens) -> bool:
        """Whether what fills the slots makes this an incident of the row."""
        struck = filled.struck
        if row.type in TAKING and self._mixed and token.lemma_.lower() in CAPTURING and _all_called(struck):
            return row.type is IncidentType.TAKEOVER
        if self._harmless(token, kind, row) or (row.wants and not any(struck.get(Sort(sort)) for sort in row.wants)):
            return False
        if row.explosive:
            return any(map(is_explosive, means))
        if row.accord and not self._concludes(token, kind):
            return False
        if (kind == "verb" or row.harm) and struck and set(struck) <= {Sort.EVENT}:
            return False
        return not struck or not all(_abstract(noun) for nouns in struck.values() for noun in nouns)

    def _harmless(self, token: Token, kind: str, row: TriggerRow) -> bool:
        if row.clause and token.dep_ in PRENOMINAL and (self._mixed or row.type is not IncidentType.KIDNAPPING):
            return True
        return self._mixed and self._is_none(token, kind, row)

    def _is_none(self, token: Token, kind: str, row: TriggerRow) -> bool:
        if row.type is IncidentType.TAKEOVER and any(noun.lower_ == "power" for noun in children(token, "dobj")):
            return True
        if token.lemma_.lower() == "strike" and kind == "noun" and walks_out(token):
            return True
        if in_hospital(token) or in_contest(token) or of_illness(token):
            return True
        if row.harm and self._by_nature(token, kind):
            return True
        return to_itself(token, kind) or (row.harm is None and of_crowd_control(token, kind))

    def _by_nature(self, token: Token, kind: str) -> bool:
        """`killed by the disease`, `died in an earthquake`: nobody did it."""
        causes = self._fillers(token, kind, ("agent", "by", "from", "of", "in", "during", "after"))
        natural = [noun for noun in causes if noun.lemma_.lower() in words_of("natural")]
        return bool(natural) and not any(self.nouns.sort(noun) is Sort.EVENT for noun in causes if noun not in natural)

    def _concludes(self, token: Token, kind: str) -> bool:
        nouns = self._fillers(token, kind, ("patient", "on", "thing"))
        return any(noun.lemma_.lower() in words_of("accord") for noun in nouns)

    def _means(self, token: Token, kind: str, filled: _Filled) -> Tokens:
        weapons = (*filled.using.get(Sort.WEAPON, ()), *filled.doing.get(Sort.WEAPON, ()))
        means = (*dict.fromkeys(weapons), *self._packed(filled.doing, filled.using))
        return means or (self._used(token) if kind == "verb" else ())

    def _doers(self, token: Token, filled: _Filled) -> Tokens:
        nouns = (noun for sort in (Sort.PEOPLE, Sort.BODY) for noun in filled.doing.get(sort, ()))
        return tuple(
            one
            for one in nouns
            if self._acts(one, token)
            and not is_nobody(one)
            and not self._hung(one, token)
            and (not self._mixed or may_do(one, token))
        )

    def _fillers(self, token: Token, kind: str, slots: Sequence[str]) -> Tokens:
        found: dict[int, Token] = {}
        undergone = kind == "verb" and is_undergone(token)
        for slot in slots:
            name = turned(slot) if undergone else slot
            for noun in spread(named(token) if name == "named" else self._of_slot(token, kind, name)):
                if (noun != token or slot == "self") and not noun.lower_.endswith(("self", "selves")):
                    found.setdefault(noun.i, noun)
        return tuple(found.values())

    def _of_slot(self, token: Token, kind: str, slot: str) -> Tokens:
        """What fills a slot; what a verb lacks may hang on the verb that it is told together with."""
        found = self.grammar.fillers(token, kind, slot)
        if found or kind != "verb" or slot not in SHARED or not self._mixed:
            return found
        other = told_with(token)
        return self.grammar.fillers(other, kind, slot) if other is not None else ()

    def _sorted(self, nouns: Iterable[Token]) -> dict[Sort, Tokens]:
        found: dict[Sort, Tokens] = {}
        for noun in nouns:
            sort = self.nouns.sort(noun)
            found[sort] = (*found.get(sort, ()), noun)
        return found

    def _acts(self, noun: Token, trigger: Token) -> bool:
        """A word before the trigger acts as a noun or as a body's name: `guerrilla attack`, but not `major attack`."""
        if noun.head != trigger or noun.dep_ not in PRENOMINAL or noun.pos_ == "NOUN":
            return True
        mention = self.nouns.mention(noun)
        return mention is not None and mention.actor is not None and mention.type is not MentionType.PERSON

    def _hung(self, noun: Token, trigger: Token) -> bool:
        """`an attack on guards hired by the embassy, which killed six`: the harm was done by the event, not by its last noun."""
        if trigger.dep_ != "relcl" or trigger.head != noun or self.nouns.side(noun) is Side.PERPETRATOR:
            return False
        by_thing = any(subject.lower_ in ("which", "that") for subject in children(trigger, "nsubj"))
        harm = any(row.effect for row, _ in rows_at(trigger))
        before = noun.doc[noun.sent.start : noun.i]
        return by_thing and harm and any(self.nouns.sort(word) in (Sort.EVENT, Sort.WEAPON) for word in before)

    def _owners(self, things: Tokens) -> Iterator[Token]:
        """Whose home or car was struck: a named person, who is then aimed at too."""
        for thing in things:
            if thing.lemma_.lower() not in words_of("personal"):
                continue
            preps = (prep for prep in children(thing, "prep") if prep.lower_ in ("of", "belonging"))
            for owner in spread(
                (*children(thing, "poss"), *(noun for prep in preps for noun in children(prep, "pobj")))
            ):
                if owner.pos_ == "PROPN" and self.nouns.sort(owner) is Sort.PEOPLE:
                    yield owner

    def _packed(self, *fillers: Sorted) -> Tokens:
        """`a truck packed with dynamite`: a thing that is a weapon by what it carries."""
        things = tuple(noun for found in fillers for noun in found.get(Sort.THING, ()))
        return tuple(
            word
            for noun in things
            for word in (*(part for part in noun.subtree if part.i > noun.i), noun)
            if (word == noun and _carries(noun)) or (word != noun and _carries(noun) and is_explosive(word))
        )

    def _used(self, verb: Token) -> Tokens:
        """`used explosives to blow up`: the weapon under the verb above."""
        above = verb.head
        if verb.dep_ not in ("xcomp", "advcl") or above.lemma_.lower() not in ("use", "employ", "fire"):
            return ()
        return tuple(noun for noun in spread(children(above, "dobj")) if self.nouns.sort(noun) is Sort.WEAPON)

    def _events_beside(self, token: Token, kind: str) -> Tokens:
        """`killed in the attack`: the event in which it happened."""
        nouns = self._fillers(token, kind, ("in", "during", "by", "when", "from", "after", "following"))
        return tuple(noun for noun in nouns if self.nouns.sort(noun) is Sort.EVENT and noun != token)


def refined(type_: IncidentType, means: Tokens, trigger: Token, doers: Tokens) -> IncidentType:
    """An attack with a bomb is a bombing; what a drone or a suicide bomber does has its own type."""
    beside = {child.lower_ for child in trigger.children if child.dep_ in ("compound", "amod", "nmod")}
    suicide = "suicide" in beside or any(child.lower_ == "suicide" for doer in doers for child in doer.children)
    if type_ in (IncidentType.BOMBING, IncidentType.ATTACK) and suicide:
        return IncidentType.SUICIDE_BOMBING
    if type_ is IncidentType.ATTACK and trigger.lemma_.lower() == "raid" and beside & LAWFUL:
        return IncidentType.RAID
    if type_ in (IncidentType.ATTACK, IncidentType.AIR_STRIKE) and "drone" in beside:
        return IncidentType.DRONE_STRIKE
    if type_ is IncidentType.ATTACK and beside & {"air", "aerial"}:
        return IncidentType.AIR_STRIKE
    if type_ is IncidentType.ATTACK and any(map(is_bomb, means)):
        return IncidentType.BOMBING
    return type_


def may_do(doer: Token, trigger: Token) -> bool:
    """`he owned homes there and arrested her`: one who is only `he` makes no arrest, and `I` do what I say in so many words."""
    if doer.lower_ in ("i", "we") and doer.head not in (trigger, trigger.head):
        return False
    return trigger.lemma_.lower() not in OFFICIAL or doer.lower_ not in ("he", "she", "they", "it", "who")


def stands_before(noun: Token, trigger: Token) -> bool:
    """True for a word that stands before an event noun: `the hotel attack`."""
    return (
        noun.i < trigger.i
        and trigger.pos_ in NOUNS
        and noun.dep_ in (*PRENOMINAL, "conj")
        and noun.i in range(trigger.left_edge.i, trigger.i)
    )


def _carries(thing: Token) -> bool:
    return any(child.lower_ in CARRYING for child in thing.children if child.dep_ in ("acl", "amod", "relcl"))


def _with_people(struck: Sorted, people: Tokens) -> Sorted:
    """What was struck, with these people for those that it held."""
    left: dict[Sort, Tokens] = {sort: nouns for sort, nouns in struck.items() if sort is not Sort.PEOPLE}
    return {**left, Sort.PEOPLE: people} if people else left


def _counting_people(struck: Sorted) -> Sorted:
    """`thirty injured`, `hundreds wounded`: a bare number that comes to harm counts people."""
    numbers = tuple(noun for noun in struck.get(Sort.OTHER, ()) if is_number(noun) or _one_more(noun))
    if not numbers:
        return struck
    others = tuple(noun for noun in struck[Sort.OTHER] if noun not in numbers)
    return {**struck, Sort.OTHER: others, Sort.PEOPLE: (*struck.get(Sort.PEOPLE, ()), *numbers)}


def _all_called(struck: Sorted) -> bool:
    """`captured the Velm Barrage`: names with an article are those of things and places, and not of persons."""
    nouns = [noun for nouns in struck.values() for noun in nouns]
    return bool(nouns) and all(
        noun.pos_ == "PROPN"
        and noun.tag_ == "NNP"
        and any(child.lower_ == "the" for child in children(noun, "det"))
        and not any(child.pos_ == "NOUN" for child in children(noun, "compound", "nmod"))
        for noun in nouns
    )


def _one_more(noun: Token) -> bool:
    """`killed two and wounded one`: what a verb of harm has for an object, and nothing is told of besides."""
    return noun.lower_ == "one" and noun.tag_ == "CD" and noun.dep_ in ("dobj", "nsubjpass") and not list(noun.children)


def _abstract(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("abstract")
