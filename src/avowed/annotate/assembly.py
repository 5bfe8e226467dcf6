"""Which incidents a report tells of, and who fills their roles: three small logistic layers over what the model told.

The layers and thresholds are fitted on reports that the model was not taught (training/reader/assembly.py): those in its
card look at what it told alone, those of `data/model-incidents` also at hints from the rules.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from avowed.annotate.fillers import Filler, Key, ReportTold

KINDS = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
STRUCK = ("Target", "Victim")  # what tells two incidents of one type apart
UNTOLD = 0.7  # that two fillers go together, where no window holds both: the mean of the training part
MOST = 3  # incidents of one type in one report


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident as the model tells it: its type, how sure, and its fillers with their chances."""

    kind: str
    chance: float
    fillers: tuple[tuple[Filler, float], ...]


class Hints(Protocol):
    """What else speaks for an incident or a filler: numbers from elsewhere than the model."""

    def of_type(self, kind: str) -> list[float]:
        """For an incident of this kind."""

    def of_filler(self, one: Filler, kind: str) -> list[float]:
        """For a filler of it."""


@dataclass(frozen=True)
class Layer:
    """A logistic layer: weights of plain numbers."""

    weights: tuple[float, ...]

    def chance(self, numbers: Sequence[float]) -> float:
        """The probability that these numbers speak for."""
        score = sum(weight * number for weight, number in zip(self.weights, numbers, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True)
class Assembly:
    """The card's section on incidents."""

    row: Mapping[str, Any]

    @cached_property
    def layers(self) -> Mapping[str, Layer]:
        """`type`, `fill` and `several`."""
        return {name: Layer(tuple(weights)) for name, weights in self.row["layers"].items()}

    def threshold(self, name: str) -> float:
        """The chance from which one counts."""
        return float(self.row["thresholds"][name])

    def happenings(self, told: ReportTold, hints: Hints | None = None) -> Iterator[Happening]:
        """The incidents of a report, by type; with hints, where the layers were fitted with them."""
        for kind in KINDS:
            chance = self.layers["type"].chance(type_numbers(told, kind, hints))
            if chance >= self.threshold("type"):
                yield from self._of_kind(told, kind, chance, hints)

    def _of_kind(self, told: ReportTold, kind: str, chance: float, hints: Hints | None) -> Iterator[Happening]:
        fill = self.layers["fill"]
        likely = [(one, fill.chance(fill_numbers(told, kind, one, chance, hints))) for one in told.fillers]
        kept = tuple(pair for pair in likely if pair[1] >= self.threshold("fill"))
        several = self.layers["several"].chance(several_numbers(told, kind, chance, kept))
        if several < self.threshold("several"):
            yield Happening(kind, chance, kept)
        else:
            yield from self._parted(told, kind, chance, kept)

    def _parted(
        self, told: ReportTold, kind: str, chance: float, kept: Sequence[tuple[Filler, float]]
    ) -> Iterator[Happening]:
        """One incident for each group of what was struck; those who did it join every group that they go with."""
        groups = grouped([one.key for one, _ in kept if one.role in STRUCK], told, self.threshold("group"))
        for group in groups or [[]]:
            inside = tuple(
                (one, sure)
                for one, sure in kept
                if (one.key in group if one.role in STRUCK else self._joins(told, one, group, len(groups)))
            )
            yield Happening(kind, chance, inside)

    def _joins(self, told: ReportTold, one: Filler, group: Sequence[Key], groups: int) -> bool:
        return groups < 2 or mean_together(told, [one.key], group) >= self.threshold("join")


def grouped(keys: Sequence[Key], told: ReportTold, enough: float) -> list[list[Key]]:
    """Keys that go together, by mean linkage; the largest groups first."""
    groups = [[key] for key in keys]
    while len(groups) > 1:
        pairs = [(one, other) for one in range(len(groups)) for other in range(one + 1, len(groups))]
        best = max(pairs, key=lambda pair: mean_together(told, groups[pair[0]], groups[pair[1]]))
        if mean_together(told, groups[best[0]], groups[best[1]]) < enough:
            break
        groups[best[0]] += groups.pop(best[1])
    return sorted(groups, key=len, reverse=True)[:MOST]


def mean_together(told: ReportTold, group: Sequence[Key], other: Sequence[Key]) -> float:
    """The mean chance that one of each goes with one of the other."""
    chances = [told.together.get((one, two), UNTOLD) for one in group for two in other]
    return sum(chances) / len(chances) if chances else UNTOLD


def type_numbers(told: ReportTold, kind: str, hints: Hints | None = None) -> list[float]:
    """What speaks for a report's telling of an incident of this type."""
    by_sentence = [one[kind] for one in told.sentences]
    fills = [one.chance * one.kind(kind) for one in told.fillers]
    several = told.report[f"several: {kind}"]
    others = max(logit(told.report[name]) for name in KINDS if name != kind)
    return [
        1.0,
        logit(told.report[kind]),
        logit(max(by_sentence, default=0.0)),
        logit(_any(by_sentence)),
        logit(max(fills, default=0.0)),
        min(sum(fills), 6.0),
        logit(several),
        others,
        *(float(kind == name) for name in KINDS[:3]),
        *(hints.of_type(kind) if hints else ()),
    ]


def fill_numbers(
    told: ReportTold, kind: str, one: Filler, type_chance: float, hints: Hints | None = None
) -> list[float]:
    """What speaks for a filler's place in an incident of this type."""
    rivals = [other for other in told.fillers if other.role == one.role and other.words != one.words]
    strongest = max((other.chance for other in rivals), default=0.0)
    wider = [other.chance for other in rivals if f" {one.words} " in f" {other.words} "]
    narrower = [other.chance for other in rivals if f" {other.words} " in f" {one.words} "]
    elsewhere = [other.chance for other in told.fillers if other.role != one.role and other.words == one.words]
    sure, here = logit(one.chance), logit(one.kind(kind))
    roles = [float(one.role == role) for role in ROLES[1:]]
    return [
        1.0,
        sure,
        logit(one.best.chance),
        here,
        logit(type_chance),
        max(logit(one.kind(name)) for name in KINDS),
        math.log(len(one.places)),
        logit(strongest),
        float(one.chance > strongest),
        logit(max(wider, default=0.0)),
        logit(max(narrower, default=0.0)),
        logit(max(elsewhere, default=0.0)),
        min(len(one.words.split()), 6.0),
        logit(max(place.sentence[kind] for place in one.places)),
        logit(one.best.sentence[kind]),
        math.log1p(min(place.start for place in one.places) / 100),
        *roles,
        *(sure * role for role in roles),
        *(here * role for role in roles),
        *(hints.of_filler(one, kind) if hints else ()),
    ]


def several_numbers(
    told: ReportTold, kind: str, type_chance: float, kept: Sequence[tuple[Filler, float]]
) -> list[float]:
    """What speaks for several incidents of this type in one report."""
    struck = [one.key for one, _ in kept if one.role in STRUCK]
    apart = [1 - mean_together(told, [a], [b]) for number, a in enumerate(struck) for b in struck[number + 1 :]]
    return [
        1.0,
        logit(told.report[f"several: {kind}"]),
        logit(type_chance),
        float(len(struck)),
        max(apart, default=0.0),
        math.log(max(told.length, 1)),
        float(sum(one[kind] > 0.5 for one in told.sentences)),
        float(kind == "attack"),
        float(kind == "bombing"),
        float(len(kept)),
    ]


def logit(chance: float) -> float:
    """The score whose logistic function is this chance, within bounds."""
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def _any(chances: Sequence[float]) -> float:
    free = 1.0
    for one in chances:
        free *= 1.0 - one
    return 1.0 - free
