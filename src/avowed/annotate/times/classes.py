"""The classes of words that rules speak of, each with one symbol; the words stand in a table."""

import re
from functools import cache
from importlib import resources

OTHER = "other"
_PUNCTUATION = {
    "comma": ",",
    "dot": ".",
    "dash": "-\u2010\u2011\u2013\u2014",
    "lpar": "([",
    "rpar": ")]",
    "apos": "'\u2018\u2019",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "stop": "?!",
    "money": "$\u20ac\u00a3",
    "numbered": "#",
    "measure": "%",
    "plus": "+",
}
# Classes of tokens that begin with a figure, named after their pattern or by what the number may be.
_FIGURES = (
    "year round_year old_year old_round hhmm iso yearmonth dotted slashed pair clock decade decimal"
    " n_month n_hour n_day n_two n_three n_big ordinal ordinal_big"
)
_PLAIN_NUMBERS = "year round_year old_year old_round hhmm n_month n_hour n_day n_two n_three n_big"
_GLUEABLE = "q fiscal ad month abbr abbr_lower"
_BEFORE_DECADE = "the early late mid dash apos in"


@cache
def _word_lines() -> tuple[tuple[str, str], ...]:
    """Class and words of each row of the table."""
    table = resources.files("avowed").joinpath("data", "times", "words.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple((name, words) for name, _, words in rows)


def _names(written: str) -> tuple[str, ...]:
    """A class that counts only when capitalised has a second name for when it is not."""
    name = written.removeprefix("^")
    return (name, f"{name}_lower") if written.startswith("^") else (name,)


@cache
def alphabet() -> dict[str, str]:
    """Each class name with its symbol, one private-use character."""
    names = [OTHER, "paragraph", "plural", "named", *_FIGURES.split(), *_PUNCTUATION]
    names += [name for written, _ in _word_lines() for name in _names(written)]
    return {name: chr(0xE000 + index) for index, name in enumerate(dict.fromkeys(names))}


@cache
def class_names() -> dict[str, str]:
    """Symbol -> class name."""
    return {symbol: name for name, symbol in alphabet().items()}


@cache
def lexicon() -> dict[str, tuple[str, str, str]]:
    """Word -> symbol when capitalised, symbol when not, value."""
    symbols, entries = alphabet(), dict[str, tuple[str, str, str]]()
    for written, pairs in _word_lines():
        names = _names(written)
        for word, value in re.findall(r"([^\s=]{1,80})=(\S{0,200})", pairs):
            entries.setdefault(word, (symbols[names[0]], symbols[names[-1]], value))
    return entries


@cache
def marks() -> dict[str, str]:
    """Punctuation -> symbol."""
    return {mark: alphabet()[name] for name, written in _PUNCTUATION.items() for mark in written}


def _some(names: str) -> frozenset[str]:
    return frozenset(alphabet()[name] for name in names.split())


@cache
def plain_numbers() -> frozenset[str]:
    """Symbols of numbers without marks."""
    return _some(_PLAIN_NUMBERS)


@cache
def glueable() -> frozenset[str]:
    """Symbols of words to which a figure may be glued: Q3, FY2007, AD842, Sept15."""
    return _some(_GLUEABLE)


@cache
def before_decade() -> frozenset[str]:
    """Symbols of words that make a decade of `1930's`."""
    return _some(_BEFORE_DECADE)
