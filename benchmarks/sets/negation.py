"""CD-SCO: sentences of stories with every negation's cue and scope, token by token."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.scoring.negation import Negation
from benchmarks.sets import existing

_FIRST_COLUMN = 7


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a chapter with its negations."""

    chapter: str
    tokens: tuple[str, ...]
    negations: tuple[Negation, ...]

    @property
    def text(self) -> str:
        """The tokens with a space between each."""
        return " ".join(self.tokens)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands in `text`."""
        found, at = [], 0
        for token in self.tokens:
            found.append((at, at + len(token)))
            at += len(token) + 1
        return found


def load(root: Path, part: str) -> list[Sentence]:
    """The sentences of a part, "train" or "dev"."""
    with gzip.open(existing(root / "negation" / f"cd_sco_{part}.txt.gz"), "rt", encoding="utf-8") as lines:
        return list(sentences(lines))


def sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences from lines of columns, a blank line after each."""
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            rows = [line.rstrip("\n").split("\t") for line in group]
            yield Sentence(rows[0][0], tuple(row[3] for row in rows), tuple(_negations(rows)))


def _negations(rows: list[list[str]]) -> Iterator[Negation]:
    for column in range(_FIRST_COLUMN, len(rows[0]) - 2, 3):
        yield Negation(_marked(rows, column), _marked(rows, column + 1))


def _marked(rows: list[list[str]], column: int) -> frozenset[int]:
    return frozenset(at for at, row in enumerate(rows) if row[column] != "_")
