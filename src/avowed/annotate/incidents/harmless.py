"""What reads like an incident and is none: walkouts, illness, contests, crowds driven off, harm to oneself."""

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.parsing.parsed import Token

WALKOUTS = frozenset(
    {"general", "hunger", "labor", "labour", "armed", "nationwide", "transport", "truckers", "teachers"}
)
DRIVING = frozenset({"water", "gas", "teargas", "pepper", "extinguisher", "hose", "insecticide", "pesticide"})


def walks_out(strike: Token) -> bool:
    """`a general strike`, `held an armed strike`, or a bare `strike` beside a walkout: work is laid down, nobody struck."""
    described = [child for child in strike.children if child.dep_ in PRENOMINAL]
    if described or any(prep.lower_ in ("on", "against", "by") for prep in children(strike, "prep")):
        return any(child.lower_ in WALKOUTS for child in described)
    return any(word.lemma_.lower() in ("walkout", "striker") or _general(word) for word in strike.doc)


def _general(strike: Token) -> bool:
    """`a general strike`."""
    return strike.lemma_ == "strike" and strike.i > 0 and strike.nbor(-1).lower_ in ("general", "nationwide", "hunger")


def in_hospital(verb: Token) -> bool:
    """`was listed in stable condition`: how a patient is, and no designation."""
    return verb.lemma_.lower() == "list" and any(
        noun.lemma_.lower() == "condition" for prep in children(verb, "prep") for noun in children(prep, "pobj")
    )


def of_illness(attack: Token) -> bool:
    """`a heart attack`, `a bee attack`, `personal attacks`: what nobody carries out with arms."""
    if attack.lemma_.lower() != "attack":
        return False
    return any(child.lemma_.lower() in words_of("unarmed") for child in children(attack, *PRENOMINAL))


def in_contest(verb: Token) -> bool:
    """`beat her in the primary`: who was beaten lost a vote or a match."""
    return verb.lemma_.lower() == "beat" and any(word.lemma_.lower() in words_of("contest") for word in verb.sent)


def to_itself(token: Token, kind: str) -> bool:
    """`he had shot himself`: no attack on anybody; who blew himself up did it to others."""
    objects = children(token, "dobj") if kind == "verb" and token.lemma_.lower() not in ("blow", "detonate") else ()
    return any(noun.lower_.endswith(("self", "selves")) for noun in objects)


def of_crowd_control(token: Token, kind: str) -> bool:
    """`sprayed water cannons`: a crowd is driven off, and nobody shot at."""
    objects = children(token, "dobj") if kind == "verb" else ()
    held = {word.lemma_.lower() for noun in objects for word in (noun, *noun.children, *noun.conjuncts)}
    return bool(held & DRIVING)
