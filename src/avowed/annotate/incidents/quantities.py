"""Counts of people as ranges: what the words say is `best`, and what they leave open is between `low` and `high`."""

import re
from functools import cache
from typing import cast

from avowed.annotate.grammar.tables import read_lexicon
from avowed.annotate.parsing.parsed import Token

Range = tuple[int, int, int]
_LARGE = {"hundreds": 100, "thousands": 1000, "millions": 1_000_000}
_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+$")


@cache
def _words() -> dict[str, Range]:
    """Word -> (low, best, high)."""
    table = read_lexicon("incidents_quantities")
    exact, vague = cast("dict[str, int]", table["exact"]), cast("dict[str, list[int]]", table["vague"])
    found = {word: (int(value), int(value), int(value)) for word, value in exact.items()}
    return found | {word: (int(low), int(best), int(high)) for word, (low, best, high) in vague.items()}


@cache
def _bounds() -> dict[str, str]:
    """Words before a number -> which of its ends they move."""
    table = cast("dict[str, list[str]]", read_lexicon("incidents_quantities")["bounds"])
    return {phrase: side for side, phrases in table.items() for phrase in phrases}


def count_of(noun: Token) -> Range | None:
    """How many people a noun phrase counts; None where it does not say."""
    number = _number_at(noun)
    if number is None:
        return _one(noun)
    value = _value(number)
    return None if value is None else _bounded(value, number)


def is_number(token: Token) -> bool:
    """True for a word that is a count itself: `thirty`, `hundreds`; not `one`, which may stand for anything."""
    return token.lower_ not in ("a", "an", "one", "both") and _value(token) is not None


def _number_at(noun: Token) -> Token | None:
    if _value(noun) is not None:
        return noun
    for child in noun.lefts:
        if child.dep_ in ("nummod", "amod", "det", "quantmod", "compound") and _value(child) is not None:
            return child
    portion = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if portion is not None and _value(portion) is not None:
        return portion
    return None


def _one(noun: Token) -> Range | None:
    """A noun in the singular with an article, or a name, is one person."""
    if noun.tag_ == "NNP" or (noun.tag_ == "NN" and any(child.dep_ in ("det", "poss") for child in noun.children)):
        return (1, 1, 1)
    return None


def _value(token: Token) -> Range | None:
    word = token.lower_
    if _DIGITS.match(word):
        number = int(word.replace(",", ""))
        return (number, number, number)
    found = _words().get(word)
    if found is None or token.i == 0:
        return found
    before = token.nbor(-1)
    if word in ("dozen", "hundred", "thousand", "score") and before.i >= token.sent.start:
        times = _value(before) if before.lower_ != token.lower_ else None
        if times is not None:
            return (times[0] * found[1], times[1] * found[1], times[2] * found[1])
    if word in _LARGE and before.lower_ == "of" and before.i > token.sent.start:
        times = _words().get(before.nbor(-1).lower_)  # `hundreds of thousands`
        return found if times is None else (times[0] * _LARGE[word], times[1] * _LARGE[word], times[2] * _LARGE[word])
    if before.text == "-" and before.i > token.sent.start:
        before = before.nbor(-1)  # `twenty-two people`
    tens = _words().get(before.lower_) if found[1] in range(1, 10) and before.i >= token.sent.start else None
    if tens is not None and tens[1] in range(20, 100, 10) and tens[0] == tens[2]:
        return (tens[1] + found[1],) * 3  # `twenty two people`, without a hyphen
    return found


def _bounded(value: Range, number: Token) -> Range:
    """`at least`, `more than`, `about`, `up to` before a number."""
    low, best, high = value
    words = number.doc[max(number.sent.start, number.i - 3) : number.i].text.lower()
    for phrase, side in _bounds().items():
        if words.endswith(phrase):
            return _MOVES[side](low, best, high)
    return value


_MOVES = {
    "over": lambda low, best, high: (low + 1, best + 1, high + 1),
    "least": lambda low, best, high: (low, best, high),
    "about": lambda low, best, high: (low - low // 10, best, high + high // 10),
    "nearly": lambda low, best, high: (low - low // 10, best, high),
    "most": lambda low, best, high: (min(low, 1), best, high),
}
