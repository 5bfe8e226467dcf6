"""Lists that the parser loses: `with X but also with Y and Z`, read by the words that join them."""

from collections.abc import Iterator

from avowed.annotate.grammar.clauses import children
from avowed.annotate.parsing.parsed import Token

_JOINING = frozenset({"but", "also", "even", "then"})
_ENDS = frozenset({"WDT", "WP", "MD", "VBD"})
_MARKS = frozenset({";", ":", "--", "—", "."})


def told_again(prep: Token) -> tuple[Token, ...]:
    """What stands behind the same preposition after `but`, wherever the parser hung it; empty for a plain phrase."""
    for token in prep.doc[prep.i + 1 : prep.sent.end]:
        if token.lower_ == prep.lower_ and token.head not in (prep, prep.head) and _joined(token):
            objects = tuple(children(token, "pobj"))
            return objects or tuple(_names_behind(token))
    return ()


def _joined(token: Token) -> bool:
    """True for `but with`, `but also with`."""
    before = [token.nbor(-step).lower_ for step in (1, 2) if token.i >= step]
    return "but" in before and before[0] in _JOINING


def _names_behind(prep: Token) -> Iterator[Token]:
    """The proper nouns of the list behind a preposition, up to the next clause."""
    for token in prep.doc[prep.i + 1 : prep.sent.end]:
        nominal = token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN"
        if token.tag_ in _ENDS or token.text in _MARKS or token.lower_ == "latter":
            return
        if token.tag_ in ("VBZ", "VBP") and not nominal:
            return
        if token.pos_ == "PROPN":
            yield token
