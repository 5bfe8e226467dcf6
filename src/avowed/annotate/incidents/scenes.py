"""Which words of a place tell where a deed lies, as far as the parse shows."""

from avowed.annotate.grammar.clauses import SUBJECTS, children
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.parsing.parsed import Token

_PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "of", "on", "from", "around", "within", "to", "into", "off"}
)
_WITHIN = frozenset({"in", "at", "near", "outside", "inside"})
_AREAS = word_set("areas", "incidents_words")


def stands_for(place: Token, named: Token) -> bool:
    """Whether a word names this place, or stands for it: `the town of Velm` is Velm."""
    return place == named or (named.dep_ == "pobj" and named.head.lower_ == "of" and named.head.head == place)


def tells_where(token: Token, trigger: Token) -> bool:
    """`in Velm`, `near Velm and Orlun`, `the Velm attack`; but not `in a Karsh strike`."""
    first = token
    while first.dep_ in ("conj", "appos") and first.head.i < first.i:
        first = first.head
    if first.dep_ == "pobj":
        return first.head.lower_ in _PLACING and not _tells_home(first.head)
    return first.head == trigger and first.dep_ in ("compound", "nmod", "npadvmod")


def in_some_area(trigger: Token) -> bool:
    """`attacks in the French capital`: at a place, though none that is known by name."""
    clauses = children(trigger, "relcl", "acl")
    hosts = (trigger, *clauses, *(noun for clause in clauses for noun in children(clause, "dobj")))
    preps = (prep for host in hosts for prep in children(host, "prep") if prep.lower_ in _WITHIN)
    areas = (noun for prep in preps for noun in children(prep, "pobj") if noun.lemma_.lower() in _AREAS)
    return any(children(noun, "amod", "compound", "nmod", "poss") for noun in areas)


def of_another_time(place: Token, trigger: Token) -> bool:
    """`arrested five days before a match at Velm`: where something else was, before or after."""
    for word in place.ancestors:
        if word == trigger or trigger in word.children:
            return False
        if word.pos_ in ("ADP", "SCONJ") and word.lower_ in ("before", "after", "since", "until", "ahead"):
            return trigger in word.ancestors
    return False


def of_later_clause(place: Token, trigger: Token) -> bool:
    """`families fought in the camp, and gunmen attacked a patrol in Velm`: Velm is where the second clause happened."""
    for word in (place, *place.ancestors):
        if word == trigger or word in trigger.ancestors:
            return False
        if word.dep_ == "conj" and word.pos_ in ("VERB", "AUX") and children(word, *SUBJECTS):
            return True
    return False


def _tells_home(preposition: Token) -> bool:
    """`a man of Velm`, `imports from Velm`: where somebody or something is from, and not where it happened."""
    governor = preposition.head
    if preposition.lower_ == "of":
        return governor.lemma_.lower() in words_of("people")
    return preposition.lower_ == "from" and governor.pos_ in ("NOUN", "PROPN")
