"""What puts a clause or a deed into supposition without `if`: `Had X done`, `in case X does`, `once X does, Y will`."""

from avowed.annotate.parsing.parsed import Token

_OPENED = (("in", "case"), ("in", "the", "event"), ("in", "the", "event", "that"), ("on", "condition", "that"))
_GIVEN = frozenset({"provided", "providing", "supposing", "assuming"})
_NEW = frozenset({"a", "an", "any", "another", "such"})
_SUPPOSED = frozenset({"would", "could", "might"})
_AWAITED = frozenset({"once", "when", "whenever", "as", "until", "till", "before", "after"})
_AHEAD = frozenset({"will", "'ll", "shall", "would", "wo"})


def opened(verb: Token) -> Token | None:
    """The word that opens a condition which no conjunction marks; None for a plain clause."""
    return _inverted(verb) or _turned(verb) or _phrase(verb) or _given(verb) or _awaited(verb) or _sought(verb)


def imagined(noun: Token) -> Token | None:
    """The modal over a deed that is only thought of: `an attack by X on Y would end the truce`."""
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or not any(child.lower_ in _NEW for child in noun.children):
        return None
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    modal = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in _SUPPOSED), None)
    return None if perfect else modal


def _inverted(verb: Token) -> Token | None:
    """The auxiliary of `Had X done`, `Should X do`, `Were X to do`, which opens a condition beside another clause."""
    if verb.dep_ != "advcl" or any(child.dep_ == "mark" for child in verb.children):
        return None
    first = next(iter(verb.children), None)
    opens = first is not None and first.dep_ == "aux" and first.lower_ in ("had", "should", "were")
    return first if opens and first is not None and first.nbor(1).dep_ != "neg" else None


def _turned(verb: Token) -> Token | None:
    """`Were X to attack Y, ...`, which the parser hangs here and there: read off the words themselves."""
    first = verb.doc[verb.sent.start]
    infinitive = verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
    if not infinitive or first.lower_ != "were":
        return None
    before = [token.text for token in verb.doc[first.i : verb.i]]
    return first if "," not in before and "," in verb.sent.text and "?" not in verb.sent.text else None


def _phrase(verb: Token) -> Token | None:
    """`in case`, `in the event that`, `on condition that` before a clause; not `in the case of`."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    at = subject.left_edge.i
    for words in _OPENED:
        first = at - len(words)
        if first >= verb.sent.start and tuple(token.lower_ for token in verb.doc[first:at]) == words:
            return verb.doc[at - 1] if words[-1] != "that" else verb.doc[at - 2]
    return None


def _awaited(verb: Token) -> Token | None:
    """`Once X does, Y will`: what a present tense waits for beside a future has not happened yet."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBZ", "VBP"):
        return None
    above = verb.head if verb.head.lower_ != "soon" else verb.head.head
    if not any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in above.children):
        return None
    opening = (child for child in verb.children if child.dep_ in ("mark", "advmod") and child.lower_ in _AWAITED)
    return next(opening, None)


def _sought(verb: Token) -> Token | None:
    """`differ over how to do X`, `asked when to do X`: what somebody only looks for a way or a time to do."""
    if not any(child.tag_ == "TO" for child in verb.children):
        return None
    first = verb.left_edge
    return first if first.lower_ in ("how", "when", "where") and verb.dep_ in ("pcomp", "ccomp", "xcomp") else None


def _given(verb: Token) -> Token | None:
    """`provided that X does`: the participle of nobody, right before its clause."""
    above = verb.head
    alone = above.lower_ in _GIVEN and verb.dep_ == "ccomp" and above.i < verb.left_edge.i <= above.i + 2
    return above if alone and not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in above.children) else None
