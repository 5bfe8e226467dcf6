"""Counts of people as ranges: what the words say is `best`, and what they leave open is between `low` and `high`.

`high` is None where the words set no upper end (`at least twenty`).
"""

import re
from collections.abc import Callable
from functools import cache
from typing import cast

from avowed.annotate.grammar.tables import read_lexicon
from avowed.annotate.parsing.parsed import Slice, Token

Range = tuple[int, int, int]
Count = tuple[int, int, int | None]
_GROUPS = frozenset({"dozen", "hundred", "thousand", "score"})
_DASHES = frozenset({"-", "–"})
_JOINING = frozenset({"to", "and", "or"}) | _DASHES
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
    """Words beside a number -> which of its ends they move; the longest first, since `no more than` ends as `more than`."""
    table = cast("dict[str, list[str]]", read_lexicon("incidents_quantities")["bounds"])
    found = ((phrase, side) for side, phrases in table.items() for phrase in phrases)
    return dict(sorted(found, key=lambda row: -len(row[0])))


def count_of(noun: Token) -> Count | None:
    """How many people a noun phrase counts; None where it does not say."""
    number = number_at(noun)
    if number is None:
        return _one(noun)
    value = _value(number)
    return None if value is None else _bounded(value, number)


def is_number(token: Token) -> bool:
    """True for a word that is a count itself: `thirty`, `hundreds`; not `one`, which may stand for anything."""
    return token.lower_ not in ("a", "an", "one", "both") and _value(token) is not None


def plain_number(word: str) -> int | None:
    """The number that a word in small letters is: `two`, `12`; None for any other."""
    if _DIGITS.match(word):
        return int(word.replace(",", ""))
    low, best, high = _words().get(word, (0, 0, 1))
    return best if low == high else None


def is_count(token: Token) -> bool:
    """True for `thirty`, `hundreds`, `one`: a number that may stand for people it has counted."""
    return token.lower_ not in ("a", "an", "both") and _value(token) is not None


def number_at(noun: Token) -> Token | None:
    """The last word of the number that counts a noun: `dozen` in `two dozen of the men`."""
    if _value(noun) is not None:
        return noun
    for child in noun.lefts:
        if child.dep_ in ("nummod", "amod", "det", "quantmod", "compound") and _value(child) is not None:
            return _last_of_number(child, noun)
    portion = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if portion is not None and _value(portion) is not None:
        return portion
    return None


def _last_of_number(first: Token, noun: Token) -> Token:
    """`two dozen people`: the parser may hang either word on the noun."""
    following = first.nbor(1)
    return following if following.i < noun.i and following.lower_ in _GROUPS else first


def _one(noun: Token) -> Range | None:
    """A noun in the singular with an article, or a name, is one person."""
    if noun.tag_ == "NNP" or (noun.tag_ == "NN" and any(child.dep_ in ("det", "poss") for child in noun.children)):
        return (1, 1, 1)
    return None


def _value(token: Token) -> Range | None:
    """What a word counts; the figures of a date (`On 3 May 2012 Omar Belo`) count nobody."""
    return None if token.ent_type_ in ("DATE", "TIME") else _number(token)


def _number(token: Token) -> Range | None:
    word = token.lower_
    if _DIGITS.match(word):
        number = int(word.replace(",", ""))
        return (number, number, number)
    found = _words().get(word)
    if found is None or token.i == 0:
        return found
    before = token.nbor(-1)
    if word in _GROUPS and before.i >= token.sent.start:
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


def words_of_count(noun: Token) -> tuple[int, int]:
    """First and last token of the words that count a noun: `more than`, the number, and `of` where it stands between."""
    number = number_at(noun)
    if number is None:
        return noun.i, noun.i
    first = _first_of_number(number)
    other = next((one for one in (first - 2, number.i + 2) if _other_at(number, one) is not None), number.i)
    first = min(first, other - 1 if other < first and number.doc[other - 1].lower_ == "between" else other)
    for length in (3, 2, 1):
        start = first - length
        if start >= number.sent.start and _plain(number.doc[start:first]) in _bounds():
            first = start
            break
    if first - 2 >= number.sent.start and number.doc[first - 1].lower_ == "of" and number.lower_ in _LARGE:
        first = first - 2 if number.doc[first - 2].lower_ in _LARGE else first
    return min(first, noun.i), max(number.i, other, noun.i)


def _bounded(value: Range, number: Token) -> Count:
    """`at least`, `more than`, `about`, `up to` before a number, `or more` after it, and `between X and Y`."""
    other = _other_end(number)
    if other is not None:
        low, high = sorted((value, other))
        return (low[0], (low[1] + high[1]) // 2, high[2])
    before, after = _words_around(number)
    for phrase, side in _bounds().items():
        if before.endswith(f" {phrase}") or after.startswith(f"{phrase} "):
            return _MOVES[side](*value)
    return value


def _words_around(number: Token) -> tuple[str, str]:
    """The words right before the whole of a number and right after it, in small letters, between blanks."""
    doc, sentence, first = number.doc, number.sent, _first_of_number(number)
    before = doc[max(sentence.start, first - 4) : first]
    after = doc[number.i + 1 : min(sentence.end, number.i + 3)]
    return f" {_plain(before)}", f"{_plain(after)} "


def _plain(words: Slice) -> str:
    """The words in small letters with one blank between any two, also where a line ends."""
    return " ".join(words.text.lower().split())


def _first_of_number(number: Token) -> int:
    """Where a number of several words begins: `two` of `two dozen`, `a` of `a hundred`."""
    first = number.i
    while first > max(number.sent.start, number.i - 2) and _value(number.doc[first - 1]) is not None:
        first -= 1
    return first


def _other_end(number: Token) -> Range | None:
    """The other number of `between 20 and 30`, `20 to 30`, `20-30`; None where there is none."""
    ends = (_other_at(number, at) for at in (number.i - 2, number.i + 2))
    return next((value for value in ends if value is not None), None)


def _other_at(number: Token, at: int) -> Range | None:
    """What the number two words off counts, where the two are the ends of one range."""
    doc, sentence = number.doc, number.sent
    low, high = min(number.i, at), max(number.i, at)
    if low < sentence.start or high >= sentence.end:
        return None
    word = doc[low + 1].lower_
    opened = doc[low - 1].lower_ if low > sentence.start else ""
    digits = doc[low].text.isdigit() and doc[high].text.isdigit()
    if word not in _JOINING or (word == "and" and opened != "between") or (word in _DASHES and not digits):
        return None
    first, last = _value(doc[low]), _value(doc[high])
    if first is None or last is None or first[1] >= last[1]:
        return None
    return last if at > number.i else first


_MOVES: dict[str, Callable[[int, int, int], Count]] = {
    "over": lambda low, best, _high: (low + 1, best + 1, None),
    "least": lambda low, best, _high: (low, best, None),
    "about": lambda low, best, high: (low - low // 10, best, high + high // 10),
    "nearly": lambda low, best, high: (low - low // 10, best, high),
    "most": lambda low, best, high: (min(low, 1), best, high),
    "under": lambda low, best, high: (min(low, 1), max(best - 1, 1), max(high - 1, 1)),
}
