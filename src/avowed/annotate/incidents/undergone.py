"""Participles that tell what was done to somebody, without the auxiliary that would say so."""

from avowed.annotate.grammar.clauses import children, is_passive
from avowed.annotate.incidents.table import by_word
from avowed.annotate.parsing.parsed import Token


def is_undergone(verb: Token) -> bool:
    """True for `found murdered`, `the priests murdered`: a bare participle that the grammar takes for an active verb."""
    if _shares_passive(verb):
        return True
    if verb.tag_ != "VBN" or is_passive(verb) or children(verb, "dobj", "nsubj"):
        return False
    return not any(word.dep_ in ("aux", "nsubj") for word in (*verb.children, *_of_list(verb)))


def _shares_passive(verb: Token) -> bool:
    """`twelve were killed and hundreds injured`: a harm told by the auxiliary of the verb before."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or not children(verb.head, "auxpass"):
        return False
    harms = any(row.harm for row in by_word().get(("verb", verb.lemma_.lower()), ()))
    return harms and bool(children(verb, "nsubj")) and not children(verb, "dobj", "aux", "auxpass")


def _of_list(verb: Token) -> tuple[Token, ...]:
    """The children of the first verb of the list that a verb stands in."""
    while verb.dep_ == "conj":
        verb = verb.head
    return tuple(verb.children)


def turned(slot: str) -> str:
    """What the grammar calls the agent of such a participle is its patient, and `by` names its agent."""
    return {"agent": "by", "patient": "agent"}.get(slot, slot)
