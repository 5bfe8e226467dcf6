"""PLOVER pairs: sentences with a marked source and target and the quad class of what the one does to the other.

A source or target may be marked more than once, or not at all where the sentence leaves it unsaid.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring.spans import Span
from benchmarks.sets import existing

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
SIDES = ("cooperation", "conflict")
_MARKS = re.compile(r"</?([st])>")


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence, where its source and target stand, and the quad class between them."""

    id: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    quad: str

    @property
    def side(self) -> str:
        """Cooperation or conflict."""
        return self.quad.split()[1]


def load(root: Path) -> list[Pair]:
    """The pairs of the training part, the only one that may be looked at."""
    with existing(root / "plv" / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [_pair(row["sentence_id"], row["marked_sentence"], row["gold_penta"]) for row in rows]


def _pair(id_: str, marked: str, quad: str) -> Pair:
    text, places = unmarked(marked)
    return Pair(id_, text, places["s"], places["t"], QUADS[int(quad) - 1])


def unmarked(marked: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """A sentence without its marks, and the spans that each letter marked."""
    places: dict[str, list[int]] = {"s": [], "t": []}
    taken = 0
    for mark in _MARKS.finditer(marked):
        places[mark.group(1)].append(mark.start() - taken)
        taken += len(mark.group())
    return _MARKS.sub("", marked), {name: tuple(zip(at[::2], at[1::2], strict=True)) for name, at in places.items()}
