"""Who `the victims` are where the text goes on to name them: `among the dead is X`, `the victims were identified as X`."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import SUBJECTS, VERBAL, children
from avowed.annotate.parsing.parsed import Token

AMONG = frozenset({"among", "amongst", "including"})
IDENTIFYING = frozenset({"identify", "name", "recognize", "recognise"})


def named(word: Token) -> tuple[Token, ...]:
    """The nouns that a clause gives as the names of those whom a word like `victims` counts."""
    found = (*_through_copula(word), *_identified(word), *_among(word), *children(word, "appos"))
    return tuple(dict.fromkeys(noun for noun in found if noun.i != word.i))


def _through_copula(word: Token) -> Iterator[Token]:
    verb = word.head
    if word.dep_ in SUBJECTS and verb.lemma_ == "be" and verb.pos_ in VERBAL:
        yield from children(verb, "attr")


def _identified(word: Token) -> Iterator[Token]:
    """`X was identified as Y`: the subject may be the word itself or a noun that it describes."""
    for verb in (word.head, word.head.head):
        if verb.lemma_.lower() in IDENTIFYING and word.dep_ in (*SUBJECTS, "amod", "compound", "pobj", "acl", "relcl"):
            for prep in children(verb, "prep"):
                if prep.lower_ == "as":
                    yield from children(prep, "pobj")


def _among(word: Token) -> Iterator[Token]:
    """`Among the victims are X and Y`."""
    prep = word.head
    if word.dep_ != "pobj" or prep.lower_ not in AMONG:
        return
    verb = prep.head
    if verb.pos_ in VERBAL:
        yield from children(verb, "attr", *sorted(SUBJECTS))
