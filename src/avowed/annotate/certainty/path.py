"""The words above a trigger whose hedges and denials reach it: its own clause and the clauses it is the content of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from avowed.annotate.certainty.words import hedge_at
from avowed.annotate.grammar.clauses import CONTROL_NOUNS, VERBAL
from avowed.annotate.parsing.parsed import Token

COMPLEMENTS = frozenset(
    {"ccomp", "xcomp", "pcomp", "acl", "dobj", "pobj", "attr", "oprd", "nsubjpass", "csubj", "csubjpass"}
)
INDEPENDENT = frozenset({"appos", "compound", "nmod", "poss", "relcl", "amod", "npadvmod", "parataxis"})
EXISTENCE = frozenset({"be", "exist", "happen", "occur", "take", "remain", "become"})
DEEPEST = 12
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


ANNOUNCES = frozenset(
    {"threaten", "pledge", "vow", "promise", "swear", "plan", "intend", "agree", "offer", "refuse", "decline"}
)
PARTS = frozenset({"role", "part", "share", "hand"})  # `must play a role in fighting X`
ACTS = frozenset({"act", "serve", "function", "work", "operate"})  # `does not act as a proxy` is none
WISHES = frozenset({"want", "wish", "intend", "plan", "seek", "hope", "aim", "mean"})  # `did not want X to fight`


@dataclass(frozen=True, slots=True)
class Step:
    """One word on the way up. `complement`: what lies below is its content; `modified`: its adverbs reach below."""

    word: Token
    complement: bool
    modified: bool


def steps(trigger: Token, lends: Callable[[Token, Token], bool], clause: bool = True) -> Iterator[Step]:
    """The trigger and the words above it as far as their hedges reach it.

    `lends(verb, noun)` tells whether the verb only carries the noun (`launch` an attack), so that its modals are the noun's.
    Without `clause` only the noun phrase itself is looked at.
    """
    yield Step(trigger, False, True)
    word = trigger
    for _ in range(DEEPEST):
        head, label = word.head, word.dep_
        if label == "relcl" and (_tells_content(word) or _tells_purpose(word)):
            label = "acl"
        if head == word or label in INDEPENDENT:
            return
        if not clause:
            return
        reach = _reach(word, head, label, lends)
        if reach is None:
            return
        yield reach
        if (not reach.modified and not reach.complement) or (label == "acl" and _describes(word, head)):
            return
        word = head


def _tells_content(clause: Token) -> bool:
    """`the proof that X did it`: what is proved, not a clause on the side, also where `that` is taken for an object."""
    objects = [child for child in clause.children if child.dep_ == "dobj"]
    that = [child for child in clause.children if child.lower_ == "that" and child.dep_ in ("mark", "dobj")]
    return any(child.dep_ == "mark" or len(objects) > 1 for child in that)


def _describes(clause: Token, noun: Token) -> bool:
    """`no policy for dealing with a government led by X`: who it is is told of by the way; not `evidence linking X to Y`."""
    return clause.tag_ in ("VBN", "VBG") and hedge_at("governor", noun.lemma_.lower(), noun.tag_) is None


def _tells_purpose(clause: Token) -> bool:
    """`no strategy to defeat X`: what is lacked, planned or tried, also where the parser takes it for a clause on the side."""
    return (
        clause.head.lemma_.lower() in CONTROL_NOUNS
        and clause.tag_ == "VB"
        and any(child.tag_ == "TO" for child in clause.children)
    )


def _reach(word: Token, head: Token, label: str, lends: Callable[[Token, Token], bool]) -> Step | None:
    if label == "conj":
        return Step(head, False, True) if _shares(word) else None
    if label == "prep" or word.pos_ == "ADP" or label == "agent":
        return Step(head, True, head.pos_ not in VERBAL or _carries(word, head, lends))
    if label == "advcl":
        purpose = any(child.tag_ == "TO" for child in word.children)
        wished = _predicate(head)
        return Step(wished, wished.pos_ == "ADJ" or _asks_for(wished), purpose) if purpose else None
    if label in ("nsubj", "nsubjpass") and word.pos_ not in VERBAL:
        carried = lends(head, word) or head.lemma_ in EXISTENCE
        return Step(head, False, True) if carried else None
    return _content(word, head, label, lends) if label in COMPLEMENTS else None


def _content(word: Token, head: Token, label: str, lends: Callable[[Token, Token], bool]) -> Step:
    """`it is possible that ...` is said of by `possible`, though the parser hangs the clause on `is`."""
    said_of = _predicate(head)
    if label in ("ccomp", "csubj") and said_of != head:
        return Step(said_of, True, False)
    return Step(head, True, _modified(word, head, label, lends))


def _asks_for(verb: Token) -> bool:
    """`threatened on Monday to kill`: the parser takes for a purpose what the verb itself announces."""
    return verb.lemma_ in ANNOUNCES and not any(child.dep_ == "xcomp" for child in verb.children)


def _shares(word: Token) -> bool:
    """A verb of its own time is not told under the hedge of its neighbour: `is believed to be near X and pledged ...`."""
    if word.tag_ in _FINITE and word.head.tag_ not in _FINITE and any(one.tag_ == "TO" for one in word.head.children):
        return False
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for child in word.children)


def _carries(prep: Token, head: Token, lends: Callable[[Token, Token], bool]) -> bool:
    if any(child.dep_ == "dobj" and child.lemma_ in PARTS for child in head.children):
        return True
    if prep.lower_ == "as" and head.lemma_ in ACTS:
        return True
    return any(lends(head, child) for child in prep.children if child.dep_ in ("pobj", "pcomp")) or head.lemma_ == "be"


def _modified(word: Token, head: Token, label: str, lends: Callable[[Token, Token], bool]) -> bool:
    """Whether a modal or `not` beside the head is about what lies below: `did not try to attack`."""
    if head.pos_ not in VERBAL:
        return label in ("pobj", "acl", "pcomp", "ccomp")
    if label == "ccomp" and head.lemma_ in WISHES:
        return any(child.tag_ == "TO" for child in word.children)
    if label in ("ccomp", "csubj", "csubjpass"):
        return False
    taking_part = label == "dobj" and word.lemma_ in PARTS
    return label in ("xcomp", "attr", "oprd") or taking_part or lends(head, word) or head.lemma_ in EXISTENCE


def _predicate(verb: Token) -> Token:
    """`keen` in `is keen for X to come`, where the parser hangs the clause on `is`; the verb itself elsewhere."""
    if verb.lemma_ not in ("be", "seem", "appear", "look"):
        return verb
    return next((child for child in verb.children if child.dep_ in ("acomp", "oprd") and child.pos_ == "ADJ"), verb)
