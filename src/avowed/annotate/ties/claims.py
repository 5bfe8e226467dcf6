"""A claim of responsibility for an attack told a sentence or two before: the claimer is tied to those who were struck."""

from collections.abc import Iterator

from spacy.tokens import Span as Slice
from spacy.tokens import Token

from avowed.annotate.grammar.slots import governors
from avowed.annotate.grammar.support import phrase_of
from avowed.model.evidence import Mention

CLAIMING = frozenset({"claim", "take", "assume", "accept", "admit", "acknowledge"})
REACH = 2  # sentences back; claims name their attack in the sentence before or the one before that


def is_claim(token: Token) -> bool:
    """True for `responsibility` in `claimed responsibility`, where no other attack is named with it."""
    return any(phrase_of(verb) in CLAIMING for verb, position in governors(token) if position == "patient")


def sentences_before(token: Token) -> Iterator[Slice]:
    """The sentences before the one with this token, nearest first."""
    start = token.sent.start
    for _ in range(REACH):
        if start == 0:
            return
        sentence = token.doc[start - 1].sent
        yield sentence
        start = sentence.start


def others(struck: tuple[Mention, ...], claimers: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Those struck who are not the claimers themselves."""
    taken = {mention.actor for mention in claimers}
    return tuple(mention for mention in struck if mention.actor not in taken)
