"""The one place that loads a model: checks its files against the card, runs it, and gives what it found in code points.

The same text gives the same bytes on one thread and on two: every window is run by itself and on one thread, so no report
sways another.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, Self, TypeVar

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # ships no types
from tokenizers import Tokenizer

from avowed.annotate.below import gathered
from avowed.annotate.decode import Found, Spans, Words, both_ways, chosen, heated, pair_scores, span_vectors
from avowed.annotate.fills import LEAST, WindowTold, window_told
from avowed.annotate.heads import Floats, Heads, Ints
from avowed.annotate.pieces import Sentence, Window, sentence_pieces, windows
from avowed.errors import ModelError

SHIPPED = Path(__file__).parents[1] / "data" / "model"
RESTORE = (
    "restore it with `pip install --force-reinstall avowed` or, in a clone, `git checkout -- src/avowed/data/model`"
)
Ends = tuple[int, int]
Given = TypeVar("Given")
ATTRIBUTES = ("negated", "factuality", "mode", "voice")
BELOW = "below"  # the vectors between the layers that both readers share and those of each
EXACT = 4  # decimals of a score that are the same on any number of threads


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
class Card:
    """What card.json says of the model: its files' hashes, its labels, sizes, thresholds and temperatures."""

    row: Mapping[str, Any]

    def labels(self, head: str) -> tuple[str, ...]:
        """A head's labels in the order of its columns."""
        return tuple(self.row["labels"][head])

    def threshold(self, head: str) -> float:
        """The score from which a head's finding counts; tuned on development data, as the card tells."""
        return float(self.row["thresholds"][head])

    def symmetric(self, head: str) -> list[int]:
        """The columns of a pair head whose labels hold both ways."""
        return [self.labels(head).index(name) for name in self.row["symmetric"][head]]


class Encoder:
    """A loaded model; it holds no state between reports."""

    def __init__(
        self,
        card: Card,
        session: onnxruntime.InferenceSession,
        heads: Heads,
        tokenizer: Tokenizer,
        incidents: tuple[onnxruntime.InferenceSession, Heads] | None = None,
        at_once: int = 1,
    ) -> None:
        self.card, self.heads, self._at_once = card, heads, at_once
        self._session, self._tokenizer, self._incidents = session, tokenizer, incidents

    @classmethod
    def load(cls, folder: Path = SHIPPED, at_once: int = 1) -> Self:
        """Opens the model in this folder; ModelError where a file of it is missing or is not what the card says.

        `at_once` windows are read at the same time, on a thread each.
        """
        card = Card(_card(folder))
        for name, told in card.row["files"].items():
            _check(folder / name, told["sha256"])
        session = _session(folder / "reader.onnx")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        incidents = None
        if "incidents" in card.row:
            heads = _heads(folder / "incidents.npz", Card(card.row["incidents"]))
            incidents = _session(folder / "incidents.onnx", plain=True), heads
        return cls(card, session, _heads(folder / "reader.npz", card), tokenizer, incidents, at_once)

    def read(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple["Reading", ...]:
        """The text's windows in order, each with its findings; `sentences` are (start, end) code points, in order."""
        return self._readings(*self.run(self._cut(text, sentences)))

    def both(
        self, text: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[tuple["Reading", ...], tuple[WindowTold, ...]]:
        """What `read` gives, and what the text tells of incidents: in longer windows, by upper layers of their own."""
        cut = self._cut(text, sentences)
        packed, found = self.run(cut)
        return self._readings(packed, found), self._told(cut, packed, found)

    def run(self, cut: Sequence[Sentence]) -> tuple[Sequence[Window], Sequence["Vectors"]]:
        """The windows of a text and the vectors of each."""
        packed = windows(cut, self.card.row["window"], self.card.row["overlap"])
        return packed, tuple(self._each(partial(_vectors, self._session), packed))

    def _readings(self, packed: Sequence[Window], found: Sequence["Vectors"]) -> tuple["Reading", ...]:
        return tuple(Reading(self, window, one.projected) for window, one in zip(packed, found, strict=True))

    def _cut(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Sentence]:
        cut = (sentence_pieces(text, start, end, self._tokenise) for start, end in sentences)
        return [one for one in cut if one.ids]

    def _told(
        self, cut: Sequence[Sentence], packed: Sequence[Window], found: Sequence["Vectors"]
    ) -> tuple[WindowTold, ...]:
        if self._incidents is None:
            return ()
        row, (session, heads) = self.card.row["incidents"], self._incidents
        below = [one.below for one in found]
        long = windows(cut, row["window"])
        projected = self._each(lambda window: _above(session, gathered(window, packed, below)), long)
        return tuple(
            window_told(heads, vectors, window, row["labels"], row["longest"], LEAST)
            for window, vectors in zip(long, projected, strict=True)
        )

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._at_once, "windows")

    def _each(self, run: Callable[[Window], Given], packed: Sequence[Window]) -> Iterator[Given]:
        """What running each window gives, in order; on one thread a window is run when what the last one gave was taken."""
        return self._threads.map(run, packed) if self._at_once > 1 and len(packed) > 1 else map(run, packed)

    def project(self, window: Window) -> Floats:
        """(pieces, columns): the projected vectors of one window."""
        return _vectors(self._session, window).projected

    def _tokenise(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        found = self._tokenizer.encode(text, add_special_tokens=False)
        return found.ids, found.offsets


@dataclass(frozen=True)
class Reading:
    """One window as read; spans that an earlier window already gave are left out."""

    encoder: Encoder
    window: Window
    projected: Floats

    @cached_property
    def _spans(self) -> tuple[Spans, Floats]:
        card = self.encoder.card
        return span_vectors(self.encoder.heads, self.projected, self.window, card.row["longest"])

    def _chances(self, scheme: str) -> tuple[Spans, Floats]:
        """Every candidate span with the chances of one scheme's labels, worked out for the scheme that is asked for."""
        words, hidden = self._spans
        return words, heated(self.encoder.heads, scheme, hidden, self.encoder.card.row["temperatures"])

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
        card = self.encoder.card
        words, chances = self._chances(scheme)
        at = card.threshold(scheme) if threshold is None else threshold
        found = chosen(words, chances, at, card.threshold("nested"))
        labels = card.labels(scheme)
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
        card, names = self.encoder.card, ("tie", "relation", *ATTRIBUTES)
        chances: dict[str, Floats] = {name: np.zeros((0, len(card.labels(name))), np.float32) for name in names}
        looks: Floats = np.zeros((0, len(self.window.ids)), np.float32)
        if inside:
            heats = card.row["temperatures"]
            chances, looks = pair_scores(self.encoder.heads, self.projected, self.window, inside, names, heats)
            for head in ("tie", "relation"):
                chances[head] = both_ways(inside, chances[head], card.symmetric(head))
        rounded = {name: np.round(table, EXACT) for name, table in chances.items()}
        return Scored(self, tuple(placed[pair] for pair in inside), rounded, looks)

    def _named(self, head: str, row: Floats) -> dict[str, float]:
        return {
            name: round(float(score), EXACT) for name, score in zip(self.encoder.card.labels(head), row, strict=True)
        }

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
        at = self.encoder.card.threshold("incident") if threshold is None else threshold
        labels = self.encoder.card.labels("incident")
        scores = 1 / (1 + np.exp(-self.encoder.heads.incidents(self.projected, self.window.sentences)))
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
        column = self.encoder.heads.part(self.projected, "factuality")[:, 0]
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


def _session(path: Path, plain: bool = False) -> onnxruntime.InferenceSession:
    """One thread: several wait for each other within every layer, at more than twice the processor time (2026-11).

    onnxruntime's own sum of two halves with its levelling takes ten times as long as the two apart (1.32); they are apart where
    `plain` asks for it. For the reader they are not: what was fitted on its numbers would be given others in the last digits.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it never gives memory back: 100 MB a process after a few long windows
    left_out = ["SkipLayerNormFusion"] if plain else []
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=left_out)


@dataclass(frozen=True, slots=True)
class Vectors:
    """A window's projected vectors, and those of the layer that the reader of incidents goes on from."""

    projected: Floats
    below: Floats


def _vectors(session: onnxruntime.InferenceSession, window: Window) -> Vectors:
    given = {"ids": np.array([window.ids], dtype=np.int64), "shapes": np.array([window.shapes], dtype=np.int64)}
    names = [one.name for one in session.get_outputs()]
    found: dict[str, Floats] = {name: rows[0] for name, rows in zip(names, session.run(names, given), strict=True)}
    return Vectors(found["projected"], found.get(BELOW, found["projected"]))


def _above(session: onnxruntime.InferenceSession, below: Floats) -> Floats:
    found: Floats = session.run(["projected"], {BELOW: below[None]})[0][0]
    return found


def _card(folder: Path) -> Mapping[str, Any]:
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


def _heads(path: Path, card: Card) -> Heads:
    with np.load(path, allow_pickle=False) as stored:
        weights = {name: stored[name].astype(np.float32) for name in stored.files}
    columns = {name: (start, end) for name, (start, end) in card.row["columns"].items()}
    return Heads(weights, columns, int(card.row["pair_heads"]))
