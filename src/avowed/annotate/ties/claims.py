"""A claim of responsibility for an attack told a sentence or two before: the claimer is tied to those who were struck."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.slots import governors
from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.parsing.parsed import Slice, Token
from avowed.model.evidence import Mention
from avowed.model.vocabulary import Form

POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
CLAIMING = frozenset({"claim", "take", "assume", "accept", "admit", "acknowledge"})
REACH = 2  # sentences back; claims name their attack in the sentence before or the one before that


def is_claim(token: Token) -> bool:
    """True for `responsibility` in `claimed responsibility`, alone or `for the attack`: not for one told only there."""
    if not any(phrase_of(verb) in CLAIMING for verb, position in governors(token) if position == "patient"):
        return False
    named = tuple(deed for prep in children(token, "prep") for deed in children(prep, "pobj", "pcomp"))
    return all(any(part.lower_ in POINTING for part in deed.children) and not _told_anew(deed) for deed in named)


def _told_anew(deed: Token) -> bool:
    """True for a deed with a date, a place or a victim of its own (`for the June bombing in X`): not the one told before."""
    return bool(children(deed, "prep", "relcl", "acl")) or any(
        part.ent_type_ in ("DATE", "GPE", "LOC") for part in children(deed, "compound", "nmod", "amod", "poss")
    )


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
    """Those struck who are not the claimers themselves, nor who struck himself: `killing two people and himself`."""
    taken = {mention.actor for mention in claimers}
    return tuple(one for one in struck if one.actor not in taken and one.form is not Form.PRONOUN)
