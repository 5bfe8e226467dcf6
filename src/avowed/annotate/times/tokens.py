"""A text as a string of word classes, one symbol a token; offsets are those of the text, which is never changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from avowed.annotate.times.classes import (
    OTHER,
    alphabet,
    before_decade,
    glueable,
    lexicon,
    marks,
    plain_numbers,
)
from avowed.annotate.times.named import named_at, named_heads

_TOKEN = re.compile(
    r"""
    (?P<word> [apAP]\.\s?[mM]\b\.? | [^\W\d_]+ )
  | (?P<iso> \d{4}-\d{2}-\d{2}(?:[T\ ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]) )
  | (?P<yearmonth> (?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d-]) )
  | (?P<dotted> \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\.?\d) )
  | (?P<slashed> \d{1,4}/\d{1,2}/\d{1,4}(?![\d/]) | \d{1,2}-\d{1,2}-(?:19|20)\d{2}(?![\d-]) )
  | (?P<pair> \d{1,4}/\d{1,2}(?![\d/]) )
  | (?P<clock> \d{1,2}:\d{2}(?::\d{2})?(?![\d:]) )
  | (?P<decade> \d{2}(?:\d{2})?['\u2019]?s\b )
  | (?P<ordinal> \d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b )
  | (?P<grouped> \d{1,3}(?:,\d{3})+(?!\d) )
  | (?P<decimal> \d{1,9}\.\d{1,9}(?![.\d]) )
  | (?P<number> \d+ )
  | (?P<paragraph> \n[^\S\n]*\n\s* )
  | (?P<mark> [^\w\s]|_ )
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"\S{0,2000}")
_ADDRESS_HEADS = frozenset(("http", "https", "www"))
_PLURAL = re.compile(r"(?!this|thus|whereas)[a-z]{2,20}[^\W\ds]s")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns: symbol, start, end and value of each token of `text`."""

    text: str
    symbols: str
    starts: list[int]
    ends: list[int]
    values: list[str]

    def words(self, index: int) -> str:
        """The words of one token."""
        return self.text[self.starts[index] : self.ends[index]]


@dataclass(slots=True)
class _Row:
    """The tokens so far."""

    text: str
    symbols: list[str]
    starts: list[int]
    ends: list[int]
    values: list[str]

    def add(self, symbol: str, start: int, end: int, value: str) -> None:
        self.symbols.append(symbol)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)


@lru_cache(maxsize=2)
def tokenise(text: str) -> Tokens:
    """The text as classed tokens, in one pass; a report's times are asked for several times in a row."""
    row = _Row(text, [], [], [], [])
    punctuation, other, done = marks(), alphabet()[OTHER], 0
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        kind, words = found.lastgroup, found.group()
        if kind == "word":
            done = _add_word(row, words, start, end)
        elif kind == "mark":
            row.add(punctuation.get(words, other), start, end, "")
        else:
            symbol, value = _figure(str(kind), words, start, row)
            row.add(symbol, start, start + len(value) if kind == "decade" else end, value)
    return Tokens(text, "".join(row.symbols), row.starts, row.ends, row.values)


def _add_word(row: _Row, words: str, start: int, end: int) -> int:
    """Adds a word, or the whole name of a day or address that it begins; the offset up to which the text is done."""
    key = words.lower()
    entry = lexicon().get(key)
    if key in named_heads() and (named := named_at(row.text, start, key)):
        row.add(_symbol("named"), start, named.end, named.key)
        return named.end
    if entry is None and "." in key:
        entry = lexicon().get("".join(mark for mark in key if mark.isalpha()))
    if entry is not None:
        capitalised = words[0].isupper() and not words[1:].isupper()
        row.add(entry[0] if capitalised else entry[1], start, end, entry[2])
        return end
    if key in _ADDRESS_HEADS and row.text[end : end + 1] in (":", "."):
        found = _ADDRESS.match(row.text, end)
        end = found.end() if found else end
    after_number = bool(row.symbols) and row.symbols[-1] in plain_numbers()
    row.add(_symbol("plural" if after_number and _PLURAL.fullmatch(words) else OTHER), start, end, "")
    return end


@cache
def _symbol(name: str) -> str:
    return alphabet()[name]


def _figure(kind: str, words: str, start: int, row: _Row) -> tuple[str, str]:
    """Symbol and value of a token that begins with a figure (or of a paragraph's end)."""
    if kind == "paragraph":
        return _symbol(kind), ""
    if _part_of_a_code(start, row):
        return _symbol(OTHER), words
    if kind == "decade" and not _is_decade(words, row.symbols):
        kind, words = "number", words.rstrip("s'\u2019")
    name, value = _CONVERTED[kind](words) if kind in _CONVERTED else (kind, words)
    return _symbol(name), value


def _part_of_a_code(start: int, row: _Row) -> bool:
    """True in `A320`, `F-16`, `covid-19`: the figure is glued to a word that is no word of time."""
    if not row.ends or row.ends[-1] != start:
        return False
    if row.text[start - 1].isalnum():
        return row.symbols[-1] not in glueable()
    glued = len(row.ends) > 1 and row.ends[-2] == start - 1
    return glued and row.symbols[-1] == _symbol("dash") and row.symbols[-2] == _symbol(OTHER)


def _is_decade(words: str, symbols: list[str]) -> bool:
    """The 1930's is a decade, 2003's and Vision 2030's are years with a genitive."""
    if words[-2].isdecimal():
        return words[-2] == "0"
    return words[-3] == "0" and bool(symbols) and symbols[-1] in before_decade()


def _number_class(words: str) -> str:
    if len(words) == 4:
        return _four_figures(int(words))
    if len(words) > 2:
        return "n_three" if len(words) == 3 else "n_big"
    number = int(words)
    if 1 <= number <= 12:
        return "n_month"
    return "n_hour" if number <= 24 else "n_day" if number <= 31 else "n_two"


def _four_figures(number: int) -> str:
    """Years by how surely four figures are one; 0630 and 2330 can only be hours."""
    if 1900 <= number < 2060:
        return "round_year" if number % 50 == 0 else "year"
    if 1000 <= number < 2200:
        return "old_year" if 1500 < number < 1900 and number % 50 else "old_round"
    return "hhmm" if number < 2400 and number % 100 < 60 else "n_big"


_CONVERTED: dict[str, Callable[[str], tuple[str, str]]] = {
    "number": lambda words: (_number_class(words), words),
    "ordinal": lambda words: ("ordinal" if 1 <= int(words[:-2]) <= 31 else "ordinal_big", words[:-2]),
    "grouped": lambda words: ("n_big", words.replace(",", "")),
    "slashed": lambda words: ("slashed", words.replace("-", "/")),
}
