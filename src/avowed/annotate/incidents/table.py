"""The words that trigger incidents, as rows of a table indexed by part of speech and lemma; equal rows, equal reading."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, rows, text, words
from avowed.model.vocabulary import Harm, IncidentType


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One group of words: the incident they tell of, and the slots of who did it, who was struck, and with what.

    effect      tells what an incident did; it joins the incident of its sentence that did it
    dependent   is no incident by itself: needs another telling, or a doer and a victim
    wants       the sorts of noun of which one must stand in `hurt` (empty: no demand)
    explosive   needs an explosive among its means
    accord      needs an agreement as its object
    clause      counts only as the verb of a clause, not before a noun (`a proscribed group`)
    """

    name: str
    type: IncidentType
    pos: str
    lemmas: tuple[str, ...]
    doer: tuple[str, ...]
    hurt: tuple[str, ...]
    means: tuple[str, ...]
    party: tuple[str, ...]
    harm: Harm | None
    effect: bool
    dependent: bool
    explosive: bool
    accord: bool
    clause: bool
    wants: frozenset[str]
    match: str
    miss: str


@cache
def trigger_rows() -> tuple[TriggerRow, ...]:
    """Every row, in the order of the table."""
    return tuple(map(_row, rows("incidents_triggers")))


@cache
def by_word() -> Mapping[tuple[str, str], tuple[TriggerRow, ...]]:
    """(part of speech, lemma) -> rows, in the order of the table."""
    index: dict[tuple[str, str], list[TriggerRow]] = defaultdict(list)
    for row in trigger_rows():
        for lemma in row.lemmas:
            index[row.pos, lemma].append(row)
    return MappingProxyType({key: tuple(found) for key, found in index.items()})


def _row(entry: Row) -> TriggerRow:
    harm = text(entry, "harm")
    return TriggerRow(
        name=text(entry, "name"),
        type=IncidentType(text(entry, "type")),
        pos=text(entry, "pos"),
        lemmas=words(entry, "lemmas"),
        doer=words(entry, "doer"),
        hurt=words(entry, "hurt"),
        means=words(entry, "means"),
        party=words(entry, "party"),
        harm=Harm(harm) if harm else None,
        effect=bool(entry.get("effect", False)),
        dependent=bool(entry.get("dependent", False)),
        explosive=bool(entry.get("explosive", False)),
        accord=bool(entry.get("accord", False)),
        clause=bool(entry.get("clause", False)),
        wants=frozenset(words(entry, "wants")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
    )
