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
    match: str
    miss: str


@cache
def hedges() -> Mapping[tuple[str, str], Hedge]:
    """(place, word) -> what the word does there; the first row that lists a word counts."""
    found: dict[tuple[str, str], Hedge] = {}
    for hedge in map(_hedge, rows("certainty_words")):
        for word in hedge.words:
            found.setdefault((hedge.where, word), hedge)
    return MappingProxyType(found)


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
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
