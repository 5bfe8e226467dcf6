"""Cue words by which nobody says anything: what is commonly known, won or only gone on with."""

from avowed.annotate.grammar.clauses import children, is_passive
from avowed.annotate.grammar.tables import word_set
from avowed.annotate.parsing.parsed import Token

_WON = word_set("won", "sayings_words")


def commonly_known(verb: Token) -> bool:
    """`is known to`, `was found to`, `as you know`, `as we know it`: nobody in particular speaks and nothing is doubted."""
    if verb.lemma_ in ("know", "see") and any(child.lower_ == "you" for child in children(verb, "nsubj")):
        return True
    if verb.lemma_ == "know" and any(child.lower_ == "as" for child in children(verb, "mark", "advmod")):
        return True
    if says_nothing(verb):
        return True
    return is_passive(verb) and verb.lemma_ in ("know", "find", "see", "show") and not children(verb, "agent")


def says_nothing(verb: Token) -> bool:
    """`asked why, he said`, `continued to receive`, `claimed a victory`: cue words by which nobody says anything."""
    if verb.lemma_ == "ask" and verb.tag_ == "VBN" and verb.dep_ == "advcl":
        return not children(verb, "agent")
    if verb.lemma_ == "continue":
        return any(part.tag_ == "TO" for clause in children(verb, "xcomp") for part in clause.children)
    return verb.lemma_ == "claim" and any(thing.lemma_.lower() in _WON for thing in children(verb, "dobj"))
