"""The word lists that tell actors and things from other nouns; read once from the package's own tables."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from avowed.model.vocabulary import ActorKind, MentionType


def read_table(name: str) -> dict[str, Any]:
    """One table of data/lexicons."""
    return tomllib.loads((files("avowed") / "data" / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))


def _words(section: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(section["words"]).split())


@dataclass(frozen=True, slots=True)
class Heads:
    """Which nouns stand for actors, as one body, as members of one, or as one person."""

    collective: Mapping[str, ActorKind]
    members: Mapping[str, ActorKind]
    persons: frozenset[str]
    bodies: frozenset[str]
    bare: frozenset[str]


def _by_word(section: Mapping[str, str]) -> dict[str, ActorKind]:
    found: dict[str, ActorKind] = {}
    for kind, words in section.items():
        for word in words.split():
            found.setdefault(word, ActorKind(kind))
    return found


@cache
def heads() -> Heads:
    """The nouns of actors."""
    table = read_table("actors_heads")
    words = table["words"]
    return Heads(
        _by_word(table["collective"]),
        _by_word({kind: words for kind, words in table["members"].items() if kind != "person"}),
        frozenset(table["members"]["person"].split()),
        frozenset(words["bodies"].split()),
        frozenset(words["bare"].split()),
    )


@cache
def titles() -> frozenset[str]:
    """Words before a person's name, without dots."""
    return _words(read_table("actors_titles")["titles"])


@cache
def offices() -> frozenset[str]:
    """Last words of offices."""
    return _words(read_table("actors_titles")["offices"])


@cache
def things() -> Mapping[str, MentionType]:
    """Nouns of weapons, vehicles, places and papers."""
    table = read_table("actors_things")
    return {word: MentionType(kind) for kind, section in table.items() for word in section["words"].split()}


@dataclass(frozen=True, slots=True)
class Nations:
    """Names of states, capitals and peoples, lower case, each with its country."""

    countries: Mapping[str, str]
    adjectives: Mapping[str, str]
    people: Mapping[str, str]
    capitals: Mapping[str, str]
    others: frozenset[str]
    names: Mapping[str, str]


@cache
def nations() -> Nations:
    """The states of the world and their demonyms."""
    table = read_table("actors_nations")
    rows = table["nation"]

    def by(field: str) -> dict[str, str]:
        return {name.lower(): row["country"] for row in rows for name in row[field]}

    names = {row["country"]: row["names"][0] for row in rows}
    return Nations(by("names"), by("adjectives"), by("people"), by("capitals"), _words(table["peoples"]), names)


@dataclass(frozen=True, slots=True)
class Casing:
    """What a text in capitals would have had capitals for."""

    names: frozenset[str]
    capitals: frozenset[str]


@cache
def casing() -> Casing:
    """Names and acronyms for texts in capitals."""
    table = read_table("actors_truecase")
    return Casing(_words(table["names"]), _words(table["capitals"]))


def any_of(words: Iterable[str], lexicon: frozenset[str]) -> bool:
    """True when one of the words, lower-cased and without dots, is in the lexicon."""
    return any(word.lower().strip(".") in lexicon for word in words)
