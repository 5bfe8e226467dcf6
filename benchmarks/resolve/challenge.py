"""The challenge table: pairs of names told in two reports, and whether we merge them, keep them apart or ask."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from avowed.model.decisions import Occurrence
from avowed.model.keys import occurrence_key
from avowed.model.resolution import Resolution
from avowed.model.world import KnownActors
from avowed.resolve.actors import resolve_actors

TABLE = Path(__file__).with_name("challenge.tsv")
SAME, NOT_SAME, ASK = "same", "not-same", "cannot-tell"
_REPORTS = "1" * 64, "2" * 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with their kinds, what is true of them, and which difficulty they stand for."""

    difficulty: str
    kind: str
    one: str
    other_kind: str
    other: str
    verdict: str


def pairs(path: Path = TABLE) -> list[Pair]:
    """The pairs of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(*row) for row in list(csv.reader(file, delimiter="\t"))[1:]]


def answer(pair: Pair, known: KnownActors) -> str:
    """What resolving two reports with one name each says of the pair."""
    sides = zip(_REPORTS, (pair.one, pair.other), (pair.kind, pair.other_kind), strict=True)
    occurrences = [Occurrence(occurrence_key(report, name), report, name, name, kind) for report, name, kind in sides]
    return _said(resolve_actors(occurrences, (), known))


def _said(found: Resolution) -> str:
    if len(found.actors) == 1:
        return SAME
    return ASK if found.proposals else NOT_SAME


@dataclass(frozen=True, slots=True)
class Score:
    """What the table shows: shares of all pairs, and the pairs that went wrong."""

    right: float
    wrong_merges: int
    asked: float
    wrong: tuple[tuple[Pair, str], ...]


def score(known: KnownActors, listed: list[Pair] | None = None) -> Score:
    """Right among the decided, merges of what is not the same, share left to a person."""
    answers = [(pair, answer(pair, known)) for pair in (listed or pairs())]
    decided = [(pair, said) for pair, said in answers if said != ASK]
    right = sum(pair.verdict == said for pair, said in decided)
    merged = sum(said == SAME and pair.verdict == NOT_SAME for pair, said in decided)
    wrong = tuple((pair, said) for pair, said in answers if pair.verdict != said)
    return Score(right / max(1, len(decided)), merged, 1 - len(decided) / len(answers), wrong)


def by_difficulty(found: Score) -> Counter[str]:
    """How many pairs of each difficulty were not answered as the table says."""
    return Counter(pair.difficulty for pair, _ in found.wrong)
