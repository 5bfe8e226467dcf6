"""The words at which an incident may be told, with the rows of the table that stand there."""

from collections.abc import Iterator

from avowed.annotate.grammar.support import phrase_of
from avowed.annotate.incidents.listed import HARMED, counted_so
from avowed.annotate.incidents.phrases import NOUNS
from avowed.annotate.incidents.table import TriggerRow, by_word
from avowed.annotate.parsing.parsed import Doc, Token

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


Triggers = tuple[tuple[Token, tuple[tuple[TriggerRow, str], ...]], ...]
_KEY = "avowed triggers"


def triggers(doc: Doc, counted: bool = True) -> Triggers:
    """The words of a parse that rows stand at, with these rows; kept with the parse, which is gone through three times.

    `counted` is False for wire reports, where a count before a word makes it tell of nobody (`67 DEAD`).
    """
    found: Triggers | None = doc.user_data.get(_KEY)
    if found is None:
        held = ((token, tuple(rows_at(token, counted))) for token in doc)
        found = doc.user_data[_KEY] = tuple((token, rows) for token, rows in held if rows)
    return found


def rows_at(token: Token, counted: bool = True) -> Iterator[tuple[TriggerRow, str]]:
    """The rows whose words stand at this token, each with how the word is read."""
    lemma, table = token.lemma_.lower(), by_word()
    if counted and token.lower_ in HARMED and counted_so(token) is not None:
        pos, word = HARMED[token.lower_]
        yield from ((row, "adj" if pos == "adj" else "verb") for row in table.get((pos, word), ()))
        return
    if token.tag_ in VERB_TAGS:
        for word in dict.fromkeys((_phrase(token), phrase_of(token), lemma)):
            for row in table.get(("verb", word), ()):
                yield row, "verb"
    if (token.pos_ in NOUNS or token.lemma_.lower() in ("dead", "injured", "wounded")) and (
        token.dep_ not in ("compound", "nmod") or token.head.pos_ not in NOUNS
    ):
        for row in table.get(("noun", lemma), ()):
            yield row, "noun"
    if token.pos_ in ("ADJ", "VERB", "ADV"):
        for row in table.get(("adj", token.lower_), ()):
            yield row, "adj"


def _phrase(verb: Token) -> str:
    """`set fire`, `take hostage`: a verb with the bare noun that belongs to it."""
    bare = [
        child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "oprd", "acomp", "xcomp", "advmod")
    ]
    for word in bare:
        phrase = f"{verb.lemma_.lower()} {word}"
        if ("verb", phrase) in by_word():
            return phrase
    return verb.lemma_.lower()
