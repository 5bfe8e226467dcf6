"""What one telling is by itself: news, at large, pointing back, of what was told, or nothing that may stand alone."""

from collections.abc import Sequence

from avowed.annotate.grammar.clauses import children
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.kin import TITLE
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import Stage

CHARGES = frozenset(
    {"charge", "count", "accuse", "conviction", "convict", "indictment", "indict", "offence", "offense", "guilty"}
    | {"sentence", "plead", "suspicion", "try", "prosecute", "acquit", "crime"}
)
AT_LARGE = frozenset({"know", "continue", "tend", "use", "seek", "aim"})


def of_the_struck(told: Told, drafts: Sequence[Draft]) -> bool:
    """`the murder of two men who were killed because ...`: what is told besides of those who were struck."""
    struck = {victim.i for draft in drafts for one in draft.tellings for victim in one.telling.victims}
    return told.telling.row.effect and told.trigger.dep_ == "relcl" and told.trigger.head.i in struck


def causes_one(bomb: Token) -> bool:
    """`whether the explosion was caused by a bomb`: what brought about the incident that was told, and none of its own."""
    verb = bomb.head.head if bomb.dep_ == "pobj" else bomb.head
    if verb.lemma_ not in ("cause", "trigger") or bomb.pos_ == "VERB":
        return False
    caused = children(verb, "nsubjpass", "dobj")
    return any(part.lower_ in ("the", "this") for noun in caused for part in children(noun, "det"))


def habitual(told: Told) -> bool:
    """`people kill people`, `is known to attack`, `including kidnappings`: told at large; titles tell news so, and are short."""
    trigger, sentence = told.trigger, told.trigger.sent
    if told.time is not None or sentence.end - sentence.start < TITLE:
        return False
    if trigger.tag_ == "VB":
        return trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in AT_LARGE
    listed = trigger.dep_ == "conj" or (trigger.dep_ == "pobj" and trigger.head.lower_ in ("including", "as", "like"))
    bare = not children(trigger, "det", "nummod", "poss")
    return trigger.tag_ in ("VBP", "VBZ") or (trigger.tag_ == "NNS" and listed and bare)


def at_large(told: Told) -> bool:
    """`the attacks`, of which nothing is told: what is said of attacks at large goes over to none that is told by itself."""
    telling = told.telling
    struck = telling.victims or telling.targets or telling.means or telling.places
    return told.trigger.tag_ == "NNS" and told.time is None and not struck


def pointing(told: Told, distance: int) -> float:
    """`the attack` means what was told before, the more surely the nearer; `the attacks` less so."""
    if not told.definite or told.names:
        return 0.0
    return max(0.0, (1.5 if told.trigger.tag_ == "NNS" else 3.0) - 0.15 * distance)


def stands_alone(told: Told) -> bool:
    """A death alone is no incident, nor is an aim of nobody; somebody or something must have brought it about."""
    telling = told.telling
    if telling.empty and _is_charge(told.trigger):
        return False
    if told.stage is Stage.PLANNED and not (telling.doers or telling.parties or told.time or told.place):
        return False
    return not told.telling.row.dependent or bool(told.telling.doers or told.telling.means or told.telling.parties)


def _is_charge(trigger: Token) -> bool:
    """`on charges of murder, robbery and arson`: what somebody is tried for, and nothing that is told."""
    word = trigger
    while word.dep_ == "conj":
        word = word.head
    above = [one.lemma_.lower() for one in (word.head, word.head.head) if word.dep_ == "pobj"]
    return any(one in CHARGES for one in above)


def merely_died(told: Told) -> bool:
    """`the death of X`: nobody is said to have brought it about."""
    telling = told.telling
    return told.trigger.lemma_.lower() == "death" and not (telling.doers or telling.means)
