"""Who says what (PolNeAR): exact spans of source, cue and content, and whether the pair of source and content is right.

Spans are compared by their first and last token, so that a comma more or less at a character offset does not matter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring.counts import Counts, count
from benchmarks.scoring.spans import Span
from benchmarks.scoring.templates import assign

_TOKEN = re.compile(r"\w+|[^\w\s]")
PARTS = ("source", "cue", "content")
OVERLAP = 0.8
# Words before which the head of a noun phrase stands: "officials | of the ministry", "a man | who saw it".
_HEAD_ENDS = frozenset(
    {"of", "in", "for", "from", "at", "with", "on", "to", "by", "near", "inside", "outside", "between", "among"}
    | {"about", "who", "whom", "whose", "which", "that", "and", "or", ",", "(", ":", ";", "-"}
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution of a text: where its source, its cue and the pieces of its content stand."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


def score_parts(text: str, predicted: Sequence[Saying], gold: Sequence[Saying]) -> dict[str, Counts]:
    """Counts of source, cue and content of one document."""
    tokens = tokenised(text)
    return {part: count(_parts(tokens, predicted, part), _parts(tokens, gold, part)) for part in PARTS}


def score_pairs(text: str, predicted: Sequence[Saying], gold: Sequence[Saying]) -> Counts:
    """Counts of one document: content covers 0.8 of the gold's tokens and the heads of the sources agree.

    Predicted and gold are aligned one to one; a saying without a source agrees only with one without a source.
    """
    tokens = tokenised(text)
    said, true = ([_pair(text, tokens, one) for one in sayings] for sayings in (predicted, gold))
    worth = np.array([[_agree(one, other) for other in true] for one in said], dtype=float)
    right = len(assign(worth))
    return Counts(right, len(predicted), right, len(gold))


def tokenised(text: str) -> list[Span]:
    """Words and single marks of a text."""
    return [found.span() for found in _TOKEN.finditer(text)]


def _parts(tokens: Sequence[Span], sayings: Sequence[Saying], part: str) -> set[tuple[int, int]]:
    pieces = ((one.source,) if part == "source" else (one.cue,) if part == "cue" else one.content for one in sayings)
    found = (_tokens(tokens, [span for span in spans if span]) for spans in pieces)
    return {(min(inside), max(inside)) for inside in found if inside}


def _tokens(tokens: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at, (start, end) in enumerate(tokens) if start < span[1] and span[0] < end}


def _pair(text: str, tokens: Sequence[Span], saying: Saying) -> tuple[int | None, set[int]]:
    return head(text, tokens, saying.source), _tokens(tokens, saying.content)


def _agree(predicted: tuple[int | None, set[int]], gold: tuple[int | None, set[int]]) -> bool:
    covered = bool(gold[1]) and len(gold[1] & predicted[1]) >= OVERLAP * len(gold[1])
    return covered and predicted[0] == gold[0]


def head(text: str, tokens: Sequence[Span], span: Span | None) -> int | None:
    """The token that heads a noun phrase: the last word before a preposition, a relative or a comma."""
    if span is None:
        return None
    found: int | None = None
    for at in sorted(_tokens(tokens, [span])):
        word = text[tokens[at][0] : tokens[at][1]].lower()
        if word in _HEAD_ENDS and found is not None:
            return found
        found = at if word[0].isalnum() else found
    return found
