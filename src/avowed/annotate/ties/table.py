"""The rules for ties as rows of tables, indexed by the words that trigger them; no row is looked at unless its word occurs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.tables import Row, number, read_lexicon, rows, table, text, words
from avowed.model.vocabulary import ActorKind, Dimension, Form, Mode

LEXICONS = ("ties_violence", "ties_help", "ties_structure", "ties_words", "ties_demands")
DOER = ("poss", "by", "agent", "mod")
SIGNS = {
    Dimension.ATTACK: -1,
    Dimension.CLASH: -1,
    Dimension.COERCION: -1,
    Dimension.RIVALRY: -1,
    Dimension.ORIGIN: 0,
}
SIGN_MARK = {1: "+", 0: "0", -1: "-"}
USUAL = 0.67  # right of all ties drawn from the 69 annotated reports, 2026-11-24
WEIGHT = 6  # ties of the usual share that a rule's own count is mixed with; few counts tell little


@dataclass(frozen=True, slots=True)
class TieRow:
    """One rule: the words that trigger it, which slots hold subject and object, and what the tie then is."""

    name: str
    dimension: Dimension
    sign: int
    pos: str
    lemmas: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    within: bool = False
    owners: bool = False
    role: bool = False
    speaks: bool = False
    mode: Mode | None = None
    need: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    subject_kinds: frozenset[ActorKind] = frozenset()
    object_kinds: frozenset[ActorKind] = frozenset()
    subject_forms: frozenset[Form] = frozenset()
    tags: frozenset[str] = frozenset()
    score: float = USUAL
    match: str = ""
    miss: str = ""
    expect: tuple[str, ...] = ("1>2",)
    actors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TieTable:
    """All rows, by kind of trigger and lemma."""

    by_trigger: Mapping[tuple[str, str], tuple[TieRow, ...]]
    all: tuple[TieRow, ...]

    def rows(self, pos: str, lemma: str) -> tuple[TieRow, ...]:
        """The rows that this lemma triggers as this kind of word."""
        return self.by_trigger.get((pos, lemma), ())


@cache
def load_ties() -> TieTable:
    """The rows that ship with the package."""
    return table_of(tuple(_row(entry) for name in LEXICONS for entry in rows(name)))


def table_of(entries: tuple[TieRow, ...]) -> TieTable:
    """Rows indexed by each of their lemmas."""
    index: dict[tuple[str, str], list[TieRow]] = defaultdict(list)
    for row in entries:
        for lemma in dict.fromkeys(row.lemmas or ("",)):
            index[row.pos, lemma].append(row)
    return TieTable(MappingProxyType({key: tuple(found) for key, found in index.items()}), entries)


def _row(entry: Row) -> TieRow:
    dimension = Dimension(text(entry, "dimension"))
    mode = text(entry, "mode")
    return TieRow(
        name=text(entry, "name"),
        dimension=dimension,
        sign=int(number(entry, "sign", SIGNS.get(dimension, 1))),
        pos=text(entry, "pos"),
        lemmas=words(entry, "lemmas"),
        subject=_slots(words(entry, "subject") or ("agent",)),
        object=_slots(words(entry, "object")),
        phrases=words(entry, "phrase"),
        never=words(entry, "never"),
        within=text(entry, "pairs") == "within",
        owners=bool(entry.get("owners", False)) or bool(entry.get("offices", False)),
        role=bool(entry.get("role", False)),
        speaks=bool(entry.get("speaks", False)),
        mode=Mode(mode) if mode else None,
        need=_tests(entry, "need"),
        unless=_tests(entry, "unless"),
        without=words(entry, "without"),
        subject_kinds=_kinds(entry, "subject"),
        object_kinds=_kinds(entry, "object"),
        subject_forms=frozenset(Form(word) for word in words(table(entry, "forms"), "subject")),
        tags=frozenset(words(entry, "tags")),
        score=_score(text(entry, "name")),
        match=text(entry, "match"),
        miss=text(entry, "miss"),
        expect=words(entry, "expect") or ("1>2",),
        actors={name: str(kind) for name, kind in table(entry, "actors").items()},
    )


def _score(name: str) -> float:
    """The share of right ties that a rule drew from the annotated reports, pulled towards the usual share."""
    counted = table(read_lexicon("ties_measured"), "rules").get(name, [0, 0])
    if not isinstance(counted, list):
        raise TypeError(f"ties_measured.toml: {name}: two counts were expected, not {counted!r}")
    right, drawn = counted
    return round((int(right) + USUAL * WEIGHT) / (int(drawn) + WEIGHT), 2)


def _slots(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(slot for name in names for slot in (DOER if name == "@doer" else (name,)))


def _tests(entry: Row, key: str) -> Mapping[str, frozenset[str]]:
    tests = table(entry, key)
    return {slot: frozenset(words(tests, slot)) for slot in tests}


def _kinds(entry: Row, party: str) -> frozenset[ActorKind]:
    return frozenset(ActorKind(word) for word in words(table(entry, "kinds"), party))
