"""How far an incident got, by the words above and beside its trigger; silence means it happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.tables import rows, text, words
from avowed.annotate.parsing.parsed import Token
from avowed.model.vocabulary import Stage

GOVERNED = frozenset(
    {"xcomp", "dobj", "pobj", "pcomp", "acl", "nsubjpass", "prep", "ccomp", "advcl", "conj", "compound"}
)
HIGHEST = 3
DEFENDING = frozenset({"repel", "repulse", "rebuff", "fend", "resist", "withstand", "foil", "thwart", "beat", "fight"})
MEANT = frozenset({"assassination", "murder", "death", "killing", "execution", "kidnapping", "abduction", "attack"})
TURNED = frozenset({"off", "back", "attack", "assault", "counterattack", "offensive", "raid", "ambush"})


@dataclass(frozen=True, slots=True)
class StageRow:
    """One group of words and the stage that they tell."""

    name: str
    stage: Stage
    above: tuple[str, ...]
    beside: tuple[str, ...]
    match: str
    miss: str


@cache
def stage_rows() -> tuple[StageRow, ...]:
    """Every row, in the order of the table."""
    return tuple(
        StageRow(
            text(row, "name"),
            Stage(text(row, "stage")),
            words(row, "above"),
            words(row, "beside"),
            text(row, "match"),
            text(row, "miss"),
        )
        for row in rows("incidents_stages")
    )


@cache
def _index(place: str) -> Mapping[str, Stage]:
    return MappingProxyType({word: row.stage for row in stage_rows() for word in getattr(row, place)})


def stage_of(trigger: Token) -> Stage:
    """The stage of what a trigger word tells."""
    for child in trigger.children:
        well = any(part.lower_ == "well" for part in child.children)
        if child.dep_ in ("amod", "advmod", "compound") and child.lower_ in _index("beside") and not well:
            return _index("beside")[child.lower_]
    if _is_aim(trigger):
        return Stage.PLANNED
    if trigger.lemma_.lower() in ("attempt", "defuse", "deactivate"):
        return Stage.ATTEMPTED
    word = trigger
    for _ in range(HIGHEST):
        if word.dep_ not in GOVERNED:
            break
        word = word.head
        subjects = (
            [child.lemma_.lower() for child in word.children if child.dep_ == "nsubj"] if word.lemma_ == "be" else []
        )
        found = next(
            (_index("above")[name] for name in (word.lemma_.lower(), *subjects) if name in _index("above")), None
        )
        if found is not None:
            return found
    return Stage.ACCOMPLISHED


def _is_aim(trigger: Token) -> bool:
    """`targeted for assassination`: both words tell what was only meant."""
    verb = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "for" else trigger
    aims = (noun for prep in children(verb, "prep") if prep.lower_ == "for" for noun in children(prep, "pobj"))
    return verb.lemma_ == "target" and any(noun.lemma_.lower() in MEANT for noun in aims)


def tells_stage(words: str) -> bool:
    """True for words of the table in whatever form: `tried`, `attempts`, `failed to`."""
    listed = [word for place in ("above", "beside") for word in _index(place)]
    stems = (*(word[:4] for word in listed), *(f"{word[:-1]}i" for word in listed if word.endswith("y")))
    return any(word.startswith(stems) for word in words.lower().split())


def defends(noun: Token) -> bool:
    """True for who `repelled an attack` or `fought off counterattacks`."""
    while noun.dep_ in ("compound", "conj", "poss", "amod") and noun.head != noun:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in DEFENDING:
        return False
    return any(child.lemma_.lower() in TURNED for child in verb.children)
