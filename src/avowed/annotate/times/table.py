"""The table of rules: rows of named patterns over word classes, with what they must match and must not."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import count
from typing import Any

from avowed.annotate.times.classes import alphabet
from avowed.annotate.times.leading import first_symbols

_PIECE = re.compile(
    r"<(?P<capture>[a-z_0-9]{1,40})(?::(?P<source>[^>]{0,200}))?>|(?P<name>[a-z_0-9]+)|(?P<operator>[()|?*+])"
)
_CAPTURE = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table."""

    name: str
    meaning: str
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    starts: frozenset[str]
    match: tuple[tuple[str, str], ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules; for each symbol those that may begin with it, in order of the table, and one gate for them all."""

    rules: tuple[Rule, ...]
    by_start: dict[str, tuple[Rule, ...]]
    gates: dict[str, re.Pattern[str]]


@cache
def _table() -> dict[str, Any]:
    written = resources.files("avowed").joinpath("data", "times", "rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(written)


def macros() -> dict[str, str]:
    """Names of the table that stand for a longer pattern."""
    named: dict[str, str] = _table()["macros"]
    return named


@cache
def grammar() -> Grammar:
    """The rules of the table, compiled once."""
    rules = tuple(_rule(row) for row in _table()["rule"])
    starts = {symbol for rule in rules for symbol in rule.starts}
    by_start = {start: tuple(rule for rule in rules if start in rule.starts) for start in starts}
    return Grammar(rules, by_start, {start: _gate(rules) for start, rules in by_start.items()})


def _gate(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    """A pattern that matches wherever one of the rules does, tried before any of them."""
    return re.compile("|".join(_CAPTURE.sub("(?:", rule.pattern.pattern) for rule in rules))


def _rule(row: dict[str, Any]) -> Rule:
    written = compiled(row["pattern"])
    lookahead = f"(?={compiled(row['before'])})" if "before" in row else ""
    lookahead += f"(?!{compiled(row['not_before'])})" if "not_before" in row else ""
    return Rule(
        name=row["name"],
        meaning=row["meaning"],
        pattern=_with_captures(written + lookahead),
        after=_ending(row.get("after")),
        not_after=_ending(row.get("not_after")),
        starts=first_symbols(written),
        match=tuple((text, value) for text, value in row["match"]),
        never=tuple(row["never"]),
    )


def _with_captures(expression: str) -> re.Pattern[str]:
    """The expression compiled; a part that stands in several alternatives gets a number in each."""
    numbers = count()
    return re.compile(_CAPTURE.sub(lambda found: f"(?P<{found[1]}__{next(numbers)}>", expression))


def _ending(written: str | None) -> re.Pattern[str] | None:
    """A pattern that must end where the rule's tokens begin."""
    return None if written is None else re.compile(rf"{compiled(written)}\Z")


def compiled(written: str) -> str:
    """A pattern of the table as a regular expression over symbols; KeyError for a name that is no class or macro."""
    return "(?:" + "".join(_pieces(written)) + ")"


def _pieces(written: str) -> Iterator[str]:
    for found in _PIECE.finditer(written):
        if found["operator"]:
            yield "(?:" if found["operator"] == "(" else found["operator"]
        elif found["capture"]:
            yield f"(?P<{found['capture']}>{compiled(found['source'] or found['capture'])})"
        else:
            name = found["name"]
            yield compiled(macros()[name]) if name in macros() else alphabet()[name]
