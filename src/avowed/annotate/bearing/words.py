"""The words that tell how one bears on another, and those that pass on, turn or refuse what others tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Self

from avowed.annotate.grammar.tables import Row, phrases, read_lexicon, table, text

LEXICON = "bearing_words"


@dataclass(frozen=True, slots=True)
class Bearing:
    """For (+1) or against (-1) somebody, by a deed or by words alone."""

    sign: int
    deed: bool

    @classmethod
    def read(cls, mark: str) -> Self:
        """The bearing that a heading of the lexicon names: `+word`, `-deed`."""
        return cls(1 if mark[0] == "+" else -1, mark.endswith("deed"))

    @property
    def said(self) -> "Bearing":
        """The same by words alone: meant, offered, threatened."""
        return Bearing(self.sign, deed=False)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, by lemma or by phrase (`call for`)."""

    verbs: Mapping[str, Bearing]
    nouns: Mapping[str, Bearing]
    adjectives: Mapping[str, Bearing]
    objects: Mapping[str, Bearing]
    operators: Mapping[str, str]
    pairs: Mapping[tuple[str, str], Bearing]
    softening: frozenset[str]


@cache
def load_words() -> Words:
    """The lexicon that ships with the package."""
    read = read_lexicon(LEXICON)
    operators = table(read, "operators")
    return Words(
        _borne(table(read, "verbs")),
        _borne(table(read, "nouns")),
        _borne(table(read, "adjectives")),
        _borne(table(read, "objects")),
        {word: name for name in operators for word in phrases(text(operators, name))},
        dict(_paired(table(read, "pairs"))),
        frozenset(phrases(text(read, "softening"))),
    )


def _borne(rows: Row) -> dict[str, Bearing]:
    return {word: Bearing.read(mark) for mark in rows for word in phrases(text(rows, mark))}


def _paired(rows: Row) -> Iterator[tuple[tuple[str, str], Bearing]]:
    for mark in rows:
        for line in text(rows, mark).strip().splitlines():
            verb, _, things = line.partition(":")
            yield from (((verb, thing), Bearing.read(mark)) for thing in phrases(things))
