"""Words that hedge, deny or move a proposition out of fact: a table of named rows, indexed by place and word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, rows, text, words
from avowed.model.vocabulary import Factuality, Mode

CONDITIONAL = "conditional"  # `would`: what it means depends on what stands around it


@dataclass(frozen=True, slots=True)
class Hedge:
    """One group of words, where they stand, and what they do to the proposition."""

    name: str
    where: str
    words: tuple[str, ...]
    factuality: Factuality | None
    mode: Mode | None
    conditional: bool
    negates: bool
    tags: frozenset[str]
    match: str
    miss: str


@cache
def hedges() -> Mapping[tuple[str, str], tuple[Hedge, ...]]:
    """(place, word) -> the rows that list it, in the order of the table."""
    found: dict[tuple[str, str], tuple[Hedge, ...]] = {}
    for hedge in map(_hedge, rows("certainty_words")):
        for word in dict.fromkeys(hedge.words):
            found[hedge.where, word] = (*found.get((hedge.where, word), ()), hedge)
    return MappingProxyType(found)


def hedge_at(where: str, word: str, tag: str) -> Hedge | None:
    """What a word with this tag does in this place; the first row that fits counts."""
    return next((hedge for hedge in hedges().get((where, word), ()) if not hedge.tags or tag in hedge.tags), None)


def _hedge(entry: Row) -> Hedge:
    mode = text(entry, "mode")
    factuality = text(entry, "factuality")
    return Hedge(
        name=text(entry, "name"),
        where=text(entry, "where"),
        words=words(entry, "words"),
        factuality=Factuality(factuality) if factuality else None,
        mode=Mode(mode) if mode and mode != CONDITIONAL else None,
        conditional=mode == CONDITIONAL,
        negates=bool(entry.get("negates", False)),
        tags=frozenset(words(entry, "tags")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
