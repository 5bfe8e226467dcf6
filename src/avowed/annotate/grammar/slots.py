"""The slots around a trigger word: agent and patient whatever the voice, and one slot for each preposition."""

from collections.abc import Iterator, Mapping

from avowed.annotate.grammar.clauses import (
    EVENTS,
    HARMS,
    VERBAL,
    antecedent,
    antecedent_event,
    children,
    holders,
    is_passive,
    surface_subjects,
)
from avowed.annotate.grammar.listing import told_again
from avowed.annotate.grammar.offices import NOUNS, PRENOMINAL, beside, first_of_list, office_holders, paired, possessed
from avowed.annotate.grammar.support import Support, load_support
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.parsing.parsed import Doc, Token

Slots = dict[str, tuple[Token, ...]]
_KEY = "avowed grammar"
FARTHEST = 4
LOSSES = word_set("losses")
AIMS = word_set("aims")
AIMED = frozenset({"at", "against", "on"})
LOST_NOUNS = word_set("lost_nouns")
RAISED_OBJECTS = word_set("raised_objects")
IDLE = word_set("idle_prepositions")


class Grammar:
    """The slots of every word of one parse, each worked out once."""

    @classmethod
    def kept(cls, doc: Doc) -> "Grammar":
        """The slots of a parse, kept with it: several annotators ask for the same words."""
        grammar = doc.user_data.get(_KEY)
        if not isinstance(grammar, cls):
            grammar = doc.user_data[_KEY] = cls(doc, load_support())
        return grammar

    def __init__(self, doc: Doc, support: Support) -> None:
        self.doc = doc
        self.support = support
        self._known: dict[tuple[int, str], Slots] = {}

    def slots(self, token: Token, kind: str = "") -> Slots:
        """Slot name -> tokens that fill it, nearest reading first; `kind` reads the word as a verb, noun or adjective."""
        kind = kind or kind_of(token)
        if (token.i, kind) not in self._known:
            self._known[token.i, kind] = {}  # a circle of governors ends here
            self._known[token.i, kind] = self._slots(token, kind)
        return self._known[token.i, kind]

    def _slots(self, token: Token, kind: str) -> Slots:
        if kind == "verb":
            return verb_slots(token)
        if kind == "adj":
            return _merge(dict(prepositions(token)), {"holder": holders(token)})
        return self._noun_slots(token)

    def _noun_slots(self, noun: Token) -> Slots:
        found = _merge(
            {
                "poss": (
                    *(antecedent(child) for child in children(noun, "poss")),
                    *((noun.head,) if noun.dep_ == "amod" and possessed(noun) else ()),
                ),
                "mod": children(noun, *PRENOMINAL),
                "beside": beside(noun),
                "pair": paired(noun),
                "holder": office_holders(noun),
                "self": (noun,),
            },
            dict(prepositions(noun)),
        )
        return _merge(found, self.lent(noun), _event_relatives(noun))

    def lent(self, noun: Token, depth: int = 0) -> Slots:
        """Slots that a governing light verb, adjective or noun lends: the agent of `launched` is the attack's."""
        if depth > FARTHEST:
            return {}
        found: Slots = {}
        for governor, position in governors(noun):
            for row in self.support.rows(governor, position, noun):
                above = self._above(governor, depth)
                found = _merge(found, *({mine: above.get(theirs, ())} for mine, theirs in row.gives))
        return found

    def _above(self, governor: Token, depth: int) -> Slots:
        if kind_of(governor) != "noun":
            return self.slots(governor)
        own = _merge(self.slots(governor), self.lent(governor, depth + 1))
        doers = own.get("agent") or own.get("poss") or own.get("by") or own.get("mod", ())
        return _merge(own, {"agent": doers})

    def fillers(self, token: Token, kind: str, slot: str) -> tuple[Token, ...]:
        """What fills a slot, which may lead over other words: `patient>by`, `hand>of`, `governor>support>of`."""
        first, _, then = slot.partition(">")
        if not then:
            return self.slots(token, kind).get(slot, ())
        return tuple(filler for middle in self._middle(token, kind, first) for filler in self.fillers(middle, "", then))

    def _middle(self, token: Token, kind: str, name: str) -> tuple[Token, ...]:
        if name == "governor":
            return tuple(dict.fromkeys(governor for governor, _ in governors(token)))
        slots = self.slots(token, kind)
        if name in slots:
            return slots[name]
        return tuple(filler for tokens in slots.values() for filler in tokens if filler.lemma_.lower() == name)


def kind_of(token: Token) -> str:
    """Whether a word is read as a verb, an adjective (with other predicates) or a noun."""
    if token.pos_ in VERBAL or token.tag_ in ("VBN", "VBG", "VBD", "VBP", "VBZ", "VB"):
        return "verb"
    return "adj" if token.pos_ in ("ADJ", "ADV", "ADP") else "noun"


def _merge(*parts: Mapping[str, tuple[Token, ...]]) -> Slots:
    merged: Slots = {}
    for part in parts:
        for slot, tokens in part.items():
            merged[slot] = merged.get(slot, ()) + tuple(token for token in tokens if token not in merged.get(slot, ()))
    return {slot: tokens for slot, tokens in merged.items() if tokens}


def verb_slots(verb: Token) -> Slots:
    """Agent, patient, dative, complement and prepositions of a verb form."""
    subjects = surface_subjects(verb)
    objects = tuple(antecedent(child) for child in children(verb, "dobj") or _raised(verb))
    included = tuple(
        inner for prep in children(verb, "prep") if prep.lower_ == "including" for inner in children(prep, "pobj")
    )
    own = _merge(dict(prepositions(verb)), _of_objects(verb))
    recipients = tuple(child for child in children(verb, "dative") if child.pos_ != "ADP")
    own = _merge(own, {"dative": recipients, "complement": children(verb, "attr", "oprd", "acomp")})
    own = _merge(own, {"host": _host(verb), "fallen": _fallen(verb), "adverb": children(verb, "advmod")})
    own = _merge(own, {"deed": children(verb, "xcomp", "ccomp")})
    if not is_passive(verb):
        patients = objects or _gap(verb)
        return _merge({"agent": subjects, "patient": (*patients, *(included if objects else ()))}, own)
    doers = tuple(antecedent(inner) for agent in children(verb, "agent") for inner in children(agent, "pobj"))
    compounds = children(verb, "npadvmod", "compound") if verb.dep_ == "amod" else ()
    return _merge({"agent": doers + compounds, "patient": (*subjects, *included), "thing": objects}, own)


def _raised(verb: Token) -> tuple[Token, ...]:
    """Who is helped or told to do what, where the parser made them the subject of the infinitive."""
    if verb.lemma_ not in RAISED_OBJECTS or is_passive(verb):
        return ()
    infinitives = (clause for clause in children(verb, "xcomp", "ccomp") if clause.tag_ == "VB")
    return tuple(
        subject
        for clause in infinitives
        if not children(clause, "mark") and any(aux.lower_ == "to" for aux in children(clause, "aux"))
        for subject in children(clause, "nsubj")
    )


def _gap(verb: Token) -> tuple[Token, ...]:
    """The noun that a relative clause without an object of its own is about."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in NOUNS:
        return ()
    subjects = surface_subjects(verb)
    return () if verb.head in subjects else (verb.head,)


def _host(verb: Token) -> tuple[Token, ...]:
    """The subject of the clause that a relative clause hangs in: who is given what `a state, which gave arms` gave."""
    if verb.dep_ != "relcl":
        return ()
    clause = next((above for above in verb.head.ancestors if above.pos_ in VERBAL), None)
    return () if clause is None else tuple(token for token in surface_subjects(clause) if token != verb.head)


def _fallen(verb: Token) -> tuple[Token, ...]:
    """Who was lost before: the one killed, arrested or gone in a clause of time beside this verb."""
    lost: list[Token] = []
    for clause in children(verb, "advcl"):
        if clause.lemma_ in LOSSES and any(mark.lower_ in ("when", "after", "once") for mark in clause.children):
            lost.extend(surface_subjects(clause))
    for prep in children(verb, "prep"):
        for event in children(prep, "pobj"):
            if prep.lower_ in ("after", "following", "upon", "on") and event.lemma_.lower() in LOST_NOUNS:
                lost.extend(children(event, "poss"))
                lost.extend(inner for of in children(event, "prep") for inner in children(of, "pobj"))
    return tuple(antecedent(token) for token in lost)


def prepositions(token: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Each preposition under a token with its objects; `out of` is one preposition."""
    found: Slots = {}
    joined = tuple(child for child in children(token, "conj") if child.pos_ == "ADP")
    for prep in (*children(token, "prep", "agent", "dative"), *joined):
        for part in (prep, *(conjunct for conjunct in prep.conjuncts if conjunct.head == prep)):
            for name, tokens in _objects_of(part):
                found[name] = found.get(name, ()) + tokens
    yield from found.items()


def _objects_of(prep: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    name = prep.lower_
    objects = tuple(antecedent(child) for child in children(prep, "pobj"))
    if objects:
        yield name, objects + told_again(prep)
    for inner in children(prep, "prep"):
        for last, tokens in _objects_of(inner):
            yield f"{name} {last}", tokens
            if name not in IDLE:
                yield last, tokens


def _of_objects(verb: Token) -> Slots:
    """Prepositions that the parser hung on the object although they may belong to the verb; marked by `~`."""
    found: Slots = {}
    for thing in children(verb, "dobj", "nsubjpass"):
        for name, tokens in prepositions(thing):
            found[f"~{name}"] = found.get(f"~{name}", ()) + tokens
    return found


def _event_relatives(noun: Token) -> Slots:
    """`the attack that killed Y`: what a harm clause about an event does is done by the event."""
    harmed: tuple[Token, ...] = ()
    for clause in _clauses_about(noun):
        if clause.lemma_ in HARMS and not is_passive(clause):
            harmed += children(clause, "dobj")
        elif clause.lemma_ in AIMS:
            harmed += tuple(filler for name, tokens in prepositions(clause) if name in AIMED for filler in tokens)
    return {"harmed": harmed} if harmed else {}


def _clauses_about(noun: Token) -> Iterator[Token]:
    """Clauses that hang on a noun, or on a place behind it where the parser put what is told of the event."""
    yield from children(noun, "relcl", "acl", "advcl")
    if noun.lemma_.lower() in EVENTS:
        for part in noun.subtree:
            if part.dep_ == "relcl" and part.head != noun and antecedent_event(part) == noun:
                yield part


def governors(noun: Token) -> Iterator[tuple[Token, str]]:
    """Words that may lend a noun their slots, each with the slot that the noun fills there."""
    noun = first_of_list(noun)
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass", "oprd"):
        yield head, "patient"
    elif noun.dep_ in ("nsubj",):
        yield head, "patient" if is_passive(head) else "agent"
    elif noun.dep_ in ("attr",):
        yield head, "complement"
    elif noun.dep_ in ("pobj",) and head.head != head:
        outer = head.head
        yield outer, head.lower_
        if outer.pos_ == "ADP" and outer.head != outer:
            yield outer.head, f"{outer.lower_} {head.lower_}"
        elif outer.pos_ in NOUNS and head.lower_ in ("including", "as", "like"):
            yield from governors(outer)
    for clause in children(noun, "acl", "relcl"):
        yield clause, "patient" if is_passive(clause) or _gap(clause) else "agent"
