"""Reads the lexicons that ship with the package; a malformed row names its file and itself."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

Row = Mapping[str, object]


@cache
def read_lexicon(name: str) -> Mapping[str, object]:
    """The whole of one lexicon file, by its name without `.toml`."""
    text = files("avowed").joinpath("data", "lexicons", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rows(name: str, key: str = "row") -> Sequence[Row]:
    """The rows of one lexicon file."""
    found = read_lexicon(name).get(key, [])
    if not isinstance(found, list):
        raise TypeError(f"{name}.toml: {key} is not a list of rows")
    return found


def words(row: Row, key: str) -> tuple[str, ...]:
    """A list of words in a row; empty when the row lacks it."""
    value = row.get(key, [])
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise TypeError(f"row {row.get('name')!r}: {key} is not a list of words")
    return tuple(str(word) for word in value)


def text(row: Row, key: str, default: str = "") -> str:
    """One string in a row."""
    return str(row.get(key, default))


def phrases(listed: str) -> tuple[str, ...]:
    """Words and phrases written as one text, where `_` joins the words of a phrase."""
    return tuple(one.replace("_", " ") for one in listed.split())


def word_set(key: str, lexicon: str = "ties_grammar") -> frozenset[str]:
    """A closed list of words, written in its lexicon as one text."""
    return frozenset(text(read_lexicon(lexicon), key).split())


def number(row: Row, key: str, default: float) -> float:
    """One number in a row."""
    value = row.get(key, default)
    if not isinstance(value, (int, float)):
        raise TypeError(f"row {row.get('name')!r}: {key} is not a number")
    return float(value)


def table(row: Row, key: str) -> Mapping[str, object]:
    """A table within a row; empty when the row lacks it."""
    value = row.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(f"row {row.get('name')!r}: {key} is not a table")
    return value
