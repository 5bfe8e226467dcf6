"""Predicates of English web text and how sure they are, from -3 to 3 (UDS-IH2 joined with the treebank)."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.sets import json_lines


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate of a sentence: which token it is, and how sure."""

    sentence: str
    text: str
    tokens: tuple[str, ...]
    position: int
    factuality: float

    @property
    def document(self) -> str:
        """The document that the sentence is of."""
        return self.sentence.rsplit("-", 1)[0]

    @property
    def span(self) -> tuple[int, int]:
        """Where the predicate stands in the text."""
        return token_spans(self.text, self.tokens)[self.position]


def load(root: Path, part: str) -> list[Predicate]:
    """The predicates of a part, "train" or "dev"."""
    rows = json_lines(root / "factuality" / f"{part}.jsonl.gz")
    return [
        Predicate(row["sent_id"], row["text"], tuple(row["tokens"]), row["pred"], row["factuality"]) for row in rows
    ]


def token_spans(text: str, tokens: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where each token stands in its sentence; one that is not there word for word gets the place where it should."""
    spans, after = [], 0
    for token in tokens:
        start = text.find(token, after)
        start = after if start < 0 else start
        spans.append((start, start + len(token)))
        after = start + len(token)
    return spans
