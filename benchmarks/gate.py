"""The gate: no figure of ours may fall below what was reached; floors only rise.

A floor belongs to a ruler and to the documents it was measured on. Under a new ruler, or on another number of documents, a
floor is pinned anew, with the reason kept beside the old value.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.session import OURS, Line
from benchmarks.store import FLOORS, Result, as_json


class Refused(Exception):
    """A floor was asked to fall."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure reached: the benchmark, part and metric, and the ruler it was measured with."""

    value: float
    documents: int
    ruler: str
    lower_is_better: bool = False

    def holds(self, value: float) -> bool:
        """Whether a new value is at least as good."""
        return value <= self.value if self.lower_is_better else value >= self.value


Floors = dict[str, Floor]
Ruler = Callable[[str], str]


def load(path: Path = FLOORS) -> tuple[Floors, list[dict[str, Any]]]:
    """The floors by key, and the history of changed rulers."""
    if not path.exists():
        return {}, []
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {key: Floor(**row) for key, row in stored["floors"].items()}, stored["rulers"]


def write(floors: Floors, history: Sequence[Mapping[str, Any]], path: Path = FLOORS) -> None:
    """Store the floors, by key."""
    rows = {key: _row(floor) for key, floor in sorted(floors.items())}
    path.write_text(as_json({"floors": rows, "rulers": list(history)}), encoding="utf-8")


def _row(floor: Floor) -> dict[str, Any]:
    row: dict[str, Any] = {"value": floor.value, "documents": floor.documents, "ruler": floor.ruler}
    return {**row, "lower_is_better": True} if floor.lower_is_better else row


def ours(results: Iterable[Result]) -> dict[str, tuple[Result, Line]]:
    """Our pinned figures by key; a quick run gives none."""
    return {
        f"{result.benchmark} / {line.part} / {line.metric}": (result, line)
        for result in results
        if not result.quick
        for line in result.lines
        if line.system == OURS and line.pinned
    }


def faults(floors: Floors, results: Iterable[Result], ruler: Ruler) -> Iterator[str]:
    """What stands against the gate, a sentence each."""
    found = ours(results)
    for key, floor in sorted(floors.items()):
        name = key.split(" / ")[0]
        if key not in found:
            yield f"{key}: no result. Run: python -m benchmarks run {name}"
        elif found[key][0].ruler != ruler(name) or floor.ruler != ruler(name):
            yield f"{key}: the ruler has changed since. Run it again, then: python -m benchmarks raise --reason WHY"
        elif floor.documents != found[key][1].estimate.documents:
            then, now = floor.documents, found[key][1].estimate.documents
            yield f"{key}: the set has changed, {then} documents then and {now} now: python -m benchmarks raise --reason WHY"
        elif not floor.holds(found[key][1].estimate.value):
            yield f"{key}: {found[key][1].estimate.value:.4f}, the floor is {floor.value:.4f}"


def raised(floors: Floors, results: Iterable[Result], reason: str = "") -> tuple[Floors, list[dict[str, Any]]]:
    """The floors with every better figure pinned, and what to add to the history; Refused where one would fall."""
    new, history = dict(floors), []
    for key, (result, line) in ours(results).items():
        old = floors.get(key)
        pinned = Floor(line.estimate.value, line.estimate.documents, result.ruler, line.lower_is_better)
        if old and (old.ruler != result.ruler or old.documents != pinned.documents):
            kept = {"key": key, "value": old.value, "documents": old.documents, "ruler": old.ruler}
            history.append({**kept, "reason": _given(key, reason)})
        elif old and not old.holds(pinned.value):
            raise Refused(f"{key}: {pinned.value:.4f} is worse than the floor {old.value:.4f}. Floors only rise.")
        new[key] = pinned
    return new, history


def _given(key: str, reason: str) -> str:
    if not reason:
        raise Refused(f"{key}: measured with another ruler or set. Say why it changed: --reason WHY")
    return reason
