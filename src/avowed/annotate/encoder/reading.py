"""What the trained reader found in one window of a text, in code points; worked out when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from avowed.annotate.encoder.card import Card
from avowed.annotate.encoder.decode import (
    EXACT,
    Found,
    Spans,
    Words,
    both_ways,
    chosen,
    heated,
    pair_scores,
    span_vectors,
)
from avowed.annotate.encoder.heads import Floats, Heads, Ints
from avowed.annotate.encoder.pieces import Window

Ends = tuple[int, int]
ATTRIBUTES = ("negated", "factuality", "mode", "voice")


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """Text that the model labels so, in code points, with a calibrated score."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class ReadPair:
    """What the model sees between two spans: probabilities of every label of each head, and the words it looked at."""

    subject: tuple[int, int]
    object: tuple[int, int]
    ties: Mapping[str, float]
    relations: Mapping[str, float]
    attributes: Mapping[str, Mapping[str, float]]
    trigger: tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """One window as read; spans that an earlier window already gave are left out."""

    card: Card
    heads: Heads
    window: Window
    projected: Floats

    @cached_property
    def _spans(self) -> tuple[Spans, Floats]:
        return span_vectors(self.heads, self.projected, self.window, self.card.row["longest"])

    def _chances(self, scheme: str) -> tuple[Spans, Floats]:
        """Every candidate span with the chances of one scheme's labels, worked out for the scheme that is asked for."""
        words, hidden = self._spans
        return words, heated(self.heads, scheme, hidden, self.card.row["temperatures"])

    def likely(self, least: float) -> Iterator[tuple[Ends, Floats]]:
        """Every span that is some mention with at least this chance, with the chances of all types."""
        words, table = self._chances("mention")
        rows = np.flatnonzero(1 - table[:, 0] >= least)
        return zip(map(self._codes, words.at(rows)), np.round(table[rows], EXACT), strict=True)

    def mentions(self, threshold: float | None = None) -> tuple[ReadSpan, ...]:
        """Mentions with their types; one may lie inside another where the model is sure."""
        return self._chosen("mention", threshold)

    def parties(self, threshold: float | None = None) -> tuple[ReadSpan, ...]:
        """Mentions, by name or by noun, that are likely to be party to a tie."""
        return self._chosen("party", threshold)

    def roles(self, threshold: float | None = None) -> tuple[ReadSpan, ...]:
        """Spans that fill a role in an incident: perpetrators, target, victim, weapon."""
        return self._chosen("role", threshold)

    def _chosen(self, scheme: str, threshold: float | None) -> tuple[ReadSpan, ...]:
        words, chances = self._chances(scheme)
        at = self.card.threshold(scheme) if threshold is None else threshold
        found = chosen(words, chances, at, self.card.threshold("nested"))
        labels = self.card.labels(scheme)
        return tuple(
            self._placed(one, labels) for one in found if self.window.words[one.words[0]][0] >= self.window.fresh
        )

    def _placed(self, one: Found, labels: Sequence[str]) -> ReadSpan:
        return ReadSpan(*self._codes(one.words), labels[one.column], round(one.score, EXACT))

    def _codes(self, words: Words) -> Ends:
        starts, ends = self._bounds
        return starts[words[0]], ends[words[1]]

    @cached_property
    def _bounds(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each word begins and ends, in code points."""
        words, offsets = self.window.words, self.window.offsets
        return [offsets[first][0] for first, _ in words], [offsets[last][1] for _, last in words]

    def pairs(self, asked: Sequence[tuple[Ends, Ends]]) -> tuple[ReadPair, ...]:
        """Scores of (subject, object) spans in code points, by name; a pair not wholly in this window is left out."""
        found = self.scored(asked)
        return tuple(
            ReadPair(
                *pair,
                self._named("tie", found.chances["tie"][row]),
                self._named("relation", found.chances["relation"][row]),
                {name: self._named(name, found.chances[name][row]) for name in ATTRIBUTES},
                found.trigger(row),
            )
            for row, pair in enumerate(found.pairs)
        )

    def scored(self, asked: Sequence[tuple[Ends, Ends]]) -> "Scored":
        """The same as tables, which cost a hundredth.

        Ask for both directions: labels that hold both ways are given the mean of the two.
        """
        words = {span: self._words(*span) for span in set(chain.from_iterable(asked))}
        placed = {(words[s], words[o]): (s, o) for s, o in asked}
        inside = [(s, o) for s, o in placed if s is not None and o is not None and s != o]
        names = ("tie", "relation", *ATTRIBUTES)
        chances: dict[str, Floats] = {name: np.zeros((0, len(self.card.labels(name))), np.float32) for name in names}
        looks: Floats = np.zeros((0, len(self.window.ids)), np.float32)
        if inside:
            heats = self.card.row["temperatures"]
            chances, looks = pair_scores(self.heads, self.projected, self.window, inside, names, heats)
            for head in ("tie", "relation"):
                chances[head] = both_ways(inside, chances[head], self.card.symmetric(head))
        rounded = {name: np.round(table, EXACT) for name, table in chances.items()}
        return Scored(self, tuple(placed[pair] for pair in inside), rounded, looks)

    def _named(self, head: str, row: Floats) -> dict[str, float]:
        return {name: round(float(score), EXACT) for name, score in zip(self.card.labels(head), row, strict=True)}

    def looked(self, looks: Floats) -> Ends:
        """The word that a pair looks at most."""
        before = np.concatenate(([0.0], np.cumsum(looks, dtype=np.float64)))
        first, last = self._edges
        best = int(np.round(before[last + 1] - before[first], EXACT).argmax())
        return self._codes((best, best))

    @cached_property
    def _edges(self) -> tuple[Ints, Ints]:
        """The first and the last piece of each word."""
        edges = np.array(self.window.words, dtype=np.int64)
        return edges[:, 0], edges[:, 1]

    @cached_property
    def _word_at(self) -> tuple[dict[int, int], dict[int, int]]:
        starts, ends = self._bounds
        return {at: number for number, at in enumerate(starts)}, {at: number for number, at in enumerate(ends)}

    def _words(self, start: int, end: int) -> Words | None:
        starts, ends = self._word_at
        first, last = starts.get(start), ends.get(end)
        return (first, last) if first is not None and last is not None and first <= last else None

    def vector_at(self, start: int) -> Floats | None:
        """The projected vector of the word that begins here, if the window holds one."""
        number = self._word_at[0].get(start)
        return None if number is None else self.projected[self.window.words[number][0]]

    def incidents(self, threshold: float | None = None) -> tuple[ReadSpan, ...]:
        """Sentences that tell of an incident, a type each."""
        at = self.card.threshold("incident") if threshold is None else threshold
        labels = self.card.labels("incident")
        scores = 1 / (1 + np.exp(-self.heads.incidents(self.projected, self.window.sentences)))
        return tuple(
            ReadSpan(
                self.window.offsets[first][0], self.window.offsets[last][1], labels[column], round(float(score), EXACT)
            )
            for (first, last), row in zip(self.window.sentences, scores, strict=True)
            for column, score in enumerate(row)
            if column and score >= at and first >= self.window.fresh
        )

    @cached_property
    def reach(self) -> Ends:
        """The code points that the window holds, from its first to its last."""
        words = self.window.words
        return (self._codes((0, len(words) - 1))) if words else (0, 0)

    def factuality(self) -> Mapping[int, float]:
        """Start of each word in code points -> how sure it is, were it a predicate, that it happened: -3 to 3."""
        column = self.heads.part(self.projected, "factuality")[:, 0]
        return {self.window.offsets[first][0]: round(float(column[first]), EXACT) for first, _ in self.window.words}


@dataclass(frozen=True)
class Scored:
    """Pairs of spans of one window with the probabilities of every label of each head, a row a pair."""

    reading: Reading
    pairs: tuple[tuple[Ends, Ends], ...]
    chances: Mapping[str, Floats]
    looks: Floats

    def trigger(self, row: int) -> Ends:
        """The word that a pair looks at most."""
        return self.reading.looked(self.looks[row])
