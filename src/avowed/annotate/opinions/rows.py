"""The words that make a clause a judgement or a prediction: a table of named rows, indexed by kind of word and lemma."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, number, rows, text, words
from avowed.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One group of words, what else must hold in their clause, and which kind of assertion they make."""

    name: str
    kind: Kind
    where: str
    lemmas: tuple[str, ...]
    needs: frozenset[str]
    before: str
    after: frozenset[str]
    threat: bool
    score: float
    match: str
    miss: str


_FLAGS = ("copular", "superlative", "infinitive", "clause", "things", "object", "violent")


@cache
def opinion_rows() -> Mapping[tuple[str, str], tuple[OpinionRow, ...]]:
    """(kind of word, lemma) -> its rows."""
    found: dict[tuple[str, str], tuple[OpinionRow, ...]] = {}
    for row in map(_row, rows("opinions_rows")):
        for lemma in dict.fromkeys(row.lemmas):
            found[row.where, lemma] = (*found.get((row.where, lemma), ()), row)
    return MappingProxyType(found)


def _row(entry: Row) -> OpinionRow:
    return OpinionRow(
        name=text(entry, "name"),
        kind=Kind(text(entry, "kind")),
        where=text(entry, "where"),
        lemmas=words(entry, "lemmas"),
        needs=frozenset(flag for flag in _FLAGS if entry.get(flag)),
        before=text(entry, "preposition"),
        after=frozenset(words(entry, "preposition_after")),
        threat=bool(entry.get("threat", False)),
        score=number(entry, "score", 0.6),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
