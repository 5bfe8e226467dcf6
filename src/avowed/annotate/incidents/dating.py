"""Which words of time date a deed, as far as the parse shows."""

from avowed.annotate.grammar.tables import word_set
from avowed.annotate.parsing.parsed import Slice, Token
from avowed.annotate.sayings.cues import cues

_AFTERMATH = word_set("aftermath", "incidents_words")
_MOVING = word_set("moving", "incidents_words")


def on_clause(time: Token) -> bool:
    """True for a time that dates its sentence rather than a noun in it."""
    word = _hung_on(time)
    said = word.i < time.i and ("verb", word.lemma_.lower()) in cues()
    return word.pos_ in ("VERB", "AUX") and not said


def dates_another(time: Token, trigger: Token) -> bool:
    """Whether a time dates what was said, or what came of the deed, and not the deed."""
    return _dates_the_word(time, trigger) or _dates_aftermath(time, trigger)


def _dates_aftermath(time: Token, trigger: Token) -> bool:
    """`the attack renewed the debate on Saturday`, `the killing was condemned on Monday`: when others took it up."""
    if trigger.pos_ == "VERB" or trigger.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    verb, word = trigger.head, _hung_on(time)
    beside = (word == verb or verb in word.ancestors) and trigger not in word.ancestors
    return beside and verb.lemma_.lower() in _AFTERMATH


def _dates_the_word(time: Token, trigger: Token) -> bool:
    """`the police said on Monday that two were killed`: when it was said, not when it happened."""
    word = _hung_on(time)
    if word == trigger or time.i < word.i:
        return False
    if word in trigger.ancestors:
        between = [trigger, *(one for one in trigger.ancestors if word in one.ancestors)]
        return any(one.dep_ == "ccomp" and ("verb", one.head.lemma_.lower()) in cues() for one in between)
    return ("verb", word.lemma_.lower()) in cues() and word.dep_ in ("parataxis", "ccomp") and trigger in word.ancestors


def _hung_on(time: Token) -> Token:
    """The word on which a time hangs, past its numbers and prepositions."""
    word = time
    while word.dep_ in ("pobj", "nummod", "compound", "npadvmod", "prep") and word.head != word:
        word = word.head
    return word


def moves_on(sentence: Slice) -> bool:
    """A sentence that tells of another time than the one before: `soon after`, `a week later`."""
    return any(token.lower_ in _MOVING for token in sentence)


def may_date(time: Token, trigger: Token) -> bool:
    """Whether a time may date a trigger: not where it belongs to another noun (`the Aug. 31 deadline`)."""
    word, direct = time, True
    while word.head != word and (
        word.head.ent_type_ in ("DATE", "TIME") or word.head.pos_ in ("NUM", "ADP", "SCONJ", "ADV")
    ):
        direct = direct and word.head.pos_ != "ADP"
        word = word.head
    governor = called_for(word) if direct else word.head
    if governor.pos_ not in ("NOUN", "PROPN") or governor == trigger:
        return True
    return not direct and trigger in list(governor.ancestors)[:2]


def called_for(word: Token) -> Token:
    """The noun that a word before it belongs to: `2008` in `the 2008 city siege` is the siege's."""
    word = word.head
    while word.dep_ in ("compound", "nmod", "amod") and word.head != word and word.head.i > word.i:
        word = word.head
    return word
