"""Fits the layers that put a report's incidents together, on reports that the model behind the predictions never saw."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from avowed.annotate.assembly import (
    KINDS,
    Assembly,
    Happening,
    Hints,
    Layer,
    fill_numbers,
    several_numbers,
    type_numbers,
)
from avowed.annotate.encoder.fills import Fill, WindowTold
from avowed.annotate.fillers import Key, ReportTold, report_told
from benchmarks.scoring.templates import ROLES, Template, template
from benchmarks.sets.muc4 import Document

RIDGE = 1.0
RIDGE_WITH_HINTS = 10.0
LIKELY = 0.15  # a type less likely than this gives no rows to learn fillers from
THRESHOLDS = {"type": 0.25, "fill": 0.28, "several": 0.4, "group": 0.5, "join": 0.35}
Rows = list[list[float]]


@dataclass(frozen=True)
class Case:
    """A report as told, and what it should tell."""

    told: ReportTold
    gold: tuple[Template, ...]
    hints: Hints | None = None

    def wanted(self, kind: str) -> set[Key]:
        """Role and words of every filler of the report's incidents of this type."""
        of_kind = [one for one in self.gold if kind in one.types]
        return {
            (role, words)
            for one in of_kind
            for role, fills in zip(ROLES, one.roles, strict=True)
            for fill in fills
            for words in fill
        }

    def count(self, kind: str) -> int:
        """How many incidents of this type."""
        return sum(kind in one.types for one in self.gold)


def cases(path: Path, documents: Iterable[Document]) -> Iterator[Case]:
    """The reports of a file of predictions."""
    known = {one.id: one for one in documents}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document = known[row["id"]]
            yield Case(report_told(document.text, [window(one) for one in row["windows"]]), document.templates)


def window(row: dict[str, Any]) -> WindowTold:
    """A window of a report from its row in a file of predictions."""
    together = {(one, other): chance for one, other, chance in row["together"]}
    return WindowTold(
        tuple(Fill(*fill) for fill in row["fills"]), row["report"], tuple(map(tuple, row["sentences"])), together
    )


def fit(given: Sequence[Case], thresholds: dict[str, float] = THRESHOLDS, ridge: float = RIDGE) -> dict[str, Any]:
    """The card's section on incidents."""
    asked = [(one, kind, type_numbers(one.told, kind, one.hints)) for one in given for kind in KINDS]
    of_type = fitted([(numbers, one.count(kind) > 0) for one, kind, numbers in asked], ridge)
    likely = [(one, kind, chance) for one, kind, numbers in asked if (chance := of_type.chance(numbers)) >= LIKELY]
    filled = [
        (one, kind, chance, [fill_numbers(one.told, kind, each, chance, one.hints) for each in one.told.fillers])
        for one, kind, chance in likely
    ]
    of_fill = fitted(
        [
            (numbers, filler.key in one.wanted(kind))
            for one, kind, _, rows in filled
            for filler, numbers in zip(one.told.fillers, rows, strict=True)
        ],
        ridge,
    )
    parted = []
    for one, kind, chance, rows in filled:
        if chance >= thresholds["type"]:
            scored = [(each, of_fill.chance(row)) for each, row in zip(one.told.fillers, rows, strict=True)]
            kept = [pair for pair in scored if pair[1] >= thresholds["fill"]]
            parted.append((several_numbers(one.told, kind, chance, kept), one.count(kind) > 1))
    layers = {"type": of_type, "fill": of_fill, "several": fitted(parted)}
    return {
        "layers": {name: [round(w, 5) for w in layer.weights] for name, layer in layers.items()},
        "thresholds": thresholds,
    }


def fitted(rows: Sequence[tuple[list[float], bool]], ridge: float = RIDGE) -> Layer:
    """A ridge logistic regression over standardised numbers, given back for plain ones; the first number is 1."""
    numbers = np.array([row for row, _ in rows])
    right = np.array([float(label) for _, label in rows])
    mean, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    mean[0], spread[0] = 0.0, 1.0
    standard = (numbers - mean) / spread

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = standard @ weights
        chance = 1 / (1 + np.exp(-score))
        pull = ridge * np.r_[0.0, weights[1:]]
        value = float((np.logaddexp(0, score) - right * score).sum() + pull @ weights / 2)
        return value, standard.T @ (chance - right) + pull

    found = minimize(loss, np.zeros(numbers.shape[1]), jac=True, method="L-BFGS-B").x / spread
    found[0] -= float(found[1:] @ mean[1:])
    return Layer(tuple(map(float, found)))


def templates(happenings: Iterable[Happening]) -> list[Template]:
    """The happenings as MUC-4 templates, each filler an entity."""
    return [
        template(one.kind, **{role: [[each.words] for each, _ in one.fillers if each.role == role] for role in ROLES})
        for one in happenings
    ]


def assembled(section: dict[str, Any], given: Iterable[Case]) -> list[list[Template]]:
    """The templates of each report."""
    assembly = Assembly(section)
    return [templates(assembly.happenings(one.told, one.hints)) for one in given]
