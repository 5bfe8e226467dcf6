"""Deeds that are told together: `kidnapped and killed eleven people`, `were abducted and beheaded by X in May`."""

from avowed.annotate.grammar.clauses import SUBJECTS, children, is_passive
from avowed.annotate.parsing.parsed import Token

FARTHEST = 6  # tokens from one verb to the next
_OWN = ("dobj", "prep", "agent", "dative", "ccomp", "xcomp", "npadvmod", "oprd", "prt")


def told_with(verb: Token) -> Token | None:
    """The verb after `and` on which hangs what is told of both: to whom it was done, by whom, when and where.

    None where the first verb has an object, a place or a time of its own, or the second a subject of its own.
    """
    if children(verb, *_OWN):
        return None
    for other in children(verb, "conj"):
        if other.pos_ != "VERB" or not 0 < other.i - verb.i <= FARTHEST or children(other, *SUBJECTS, "aux", "auxpass"):
            continue
        last = told_with(other) or other
        if is_passive(verb) or verb.tag_ == "VBN" or children(last, "dobj"):
            return last
    return None
