"""Words that lend their own slots to a noun (`launch` an attack, `role in` an attack): a table of named rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, rows, table, text, words
from avowed.annotate.parsing.parsed import Token

ANY = "*"  # a row for every governor


@dataclass(frozen=True, slots=True)
class SupportRow:
    """One group of governors: where the noun stands under them and which of their slots become the noun's."""

    name: str
    lemmas: tuple[str, ...]
    at: tuple[str, ...]
    gives: tuple[tuple[str, str], ...]
    nouns: frozenset[str]
    match: str
    miss: str


@dataclass(frozen=True, slots=True)
class Support:
    """The rows, indexed by the governor's lemma."""

    by_lemma: Mapping[str, tuple[SupportRow, ...]]

    def rows(self, governor: Token, position: str, noun: Token) -> tuple[SupportRow, ...]:
        """The rows under which this governor lends to a noun at this position."""
        return tuple(
            row
            for row in (*self.by_lemma.get(phrase_of(governor), ()), *self.by_lemma.get(ANY, ()))
            if position in row.at and (not row.nouns or noun.lemma_.lower() in row.nouns)
        )


def phrase_of(verb: Token) -> str:
    """`carry out` for a verb with its particle, `take part` for that phrase, the bare lemma in lower case otherwise."""
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt" or _part_taken(child, verb)]
    return " ".join((verb.lemma_.lower(), *particles))


def _part_taken(child: Token, verb: Token) -> bool:
    return child.dep_ == "dobj" and child.lower_ == "part" and verb.lemma_.lower() == "take"


def support_of(entries: Iterable[SupportRow]) -> Support:
    """Rows indexed by each of their lemmas."""
    index: dict[str, list[SupportRow]] = defaultdict(list)
    for row in entries:
        for lemma in row.lemmas:
            index[lemma].append(row)
    return Support(MappingProxyType({lemma: tuple(found) for lemma, found in index.items()}))


@cache
def load_support() -> Support:
    """The rows that ship with the package."""
    return support_of(map(_row, rows("ties_support")))


def _row(entry: Row) -> SupportRow:
    gives = table(entry, "gives")
    return SupportRow(
        name=text(entry, "name"),
        lemmas=words(entry, "lemmas"),
        at=words(entry, "at"),
        gives=tuple((mine, theirs) for mine in gives for theirs in words(gives, mine)),
        nouns=frozenset(words(entry, "nouns")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
