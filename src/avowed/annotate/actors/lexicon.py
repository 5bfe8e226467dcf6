"""The word lists that tell actors and things from other nouns; read once from the package's own tables."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, MentionType

_PLACE_ARTICLE = re.compile(r"^(?:al|ar|ad|as|ash|at|an|az|el) ")
_DOUBLED = re.compile(r"(.)\1")


def read_table(name: str) -> dict[str, Any]:
    """One table of data/lexicons."""
    return tomllib.loads((files("avowed") / "data" / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))


def _words(section: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(str(section["words"]).split())


@cache
def wordset(name: str) -> frozenset[str]:
    """One of the small sets of words of actors_words."""
    return frozenset(str(read_table("actors_words")["words"][name]).split())


@dataclass(frozen=True, slots=True)
class Heads:
    """Which nouns stand for actors, as one body, as members of one, or as one person."""

    collective: Mapping[str, ActorKind]
    members: Mapping[str, ActorKind]
    persons: frozenset[str]
    bodies: frozenset[str]
    anybody: frozenset[str]
    bare: frozenset[str]
    units: frozenset[str]
    telling: frozenset[str]
    arming: frozenset[str]
    modifying: frozenset[str]

    def stands(self, lemma: str) -> bool:
        """True for the nouns of this table."""
        return lemma in self.collective or lemma in self.members or lemma in self.persons


def _by_word(section: Mapping[str, str]) -> dict[str, ActorKind]:
    found: dict[str, ActorKind] = {}
    for kind, listed in section.items():
        for word in listed.split():
            found.setdefault(word, ActorKind(kind))
    return found


@cache
def heads() -> Heads:
    """The nouns of actors."""
    table = read_table("actors_heads")
    lists = {name: frozenset(listed.split()) for name, listed in table["words"].items()}
    members = {kind: listed for kind, listed in table["members"].items() if kind != "person"}
    persons = frozenset(table["members"]["person"].split())
    return Heads(_by_word(table["collective"]), _by_word(members), persons, **lists)


@dataclass(frozen=True, slots=True)
class Titles:
    """Words before a person's name, last words of offices, and what offices are in charge of; without dots."""

    titles: frozenset[str]
    offices: frozenset[str]
    portfolios: frozenset[str]


@cache
def titles() -> Titles:
    """The words of titles and offices."""
    table = read_table("actors_titles")
    return Titles(_words(table["titles"]), _words(table["offices"]), _words(table["portfolios"]))


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
class Telling:
    """What tells the type of a capitalised name: the words around it and the words it is made of."""

    before: Mapping[str, float]
    after: frozenset[str]
    of: frozenset[str]
    directions: frozenset[str]
    wider: frozenset[str]
    given: frozenset[str]
    female: frozenset[str]


@cache
def telling() -> Telling:
    """The words of actors_types."""
    table = read_table("actors_types")
    places = {name: frozenset(listed.split()) for name, listed in table["places"].items()}
    return Telling(table["before"], given=_words(table["given"]), female=_words(table["female"]), **places)


def place_key(name: str) -> str:
    """A place's name as it is looked up: spellings differ in articles, doubled letters and a last h."""
    plain = _PLACE_ARTICLE.sub("", fold(name))
    return _DOUBLED.sub(r"\1", plain).replace("ou", "u").rstrip("h")


@cache
def places() -> frozenset[str]:
    """Names of places, as `place_key` writes them."""
    return frozenset(place_key(name) for name in read_table("actors_places")["places"]["names"].split(";"))


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
