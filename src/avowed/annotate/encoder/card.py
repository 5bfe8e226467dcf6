"""What card.json says of a model, and whether the files beside it are those that it tells of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from avowed.errors import ModelError

SHIPPED = Path(__file__).parents[2] / "data" / "model"
RESTORE = (
    "restore it with `pip install --force-reinstall avowed` or, in a clone, `git checkout -- src/avowed/data/model`"
)


@dataclass(frozen=True)
class Card:
    """What card.json says of the model: its files' hashes, its labels, sizes, thresholds and temperatures."""

    row: Mapping[str, Any]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The card of the model in this folder, its files checked; ModelError where one is missing or is another."""
        card = cls(_row(folder))
        for name, told in card.row["files"].items():
            _check(folder / name, told["sha256"])
        return card

    def labels(self, head: str) -> tuple[str, ...]:
        """A head's labels in the order of its columns."""
        return tuple(self.row["labels"][head])

    def threshold(self, head: str) -> float:
        """The score from which a head's finding counts; tuned on development data, as the card tells."""
        return float(self.row["thresholds"][head])

    def symmetric(self, head: str) -> list[int]:
        """The columns of a pair head whose labels hold both ways."""
        return [self.labels(head).index(name) for name in self.row["symmetric"][head]]


def _row(folder: Path) -> Mapping[str, Any]:
    path = folder / "card.json"
    try:
        row: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the reader's model card cannot be read ({error}); {RESTORE}") from error
    return row


def _check(path: Path, wanted: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: this file of the reader's model is missing; {RESTORE}") from error
    if found != wanted:
        raise ModelError(f"{path}: this file of the reader's model is damaged; {RESTORE}")
