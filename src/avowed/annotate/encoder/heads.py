"""The reader's small last layers in numpy: sums of projected parts; no span or pair costs a pass of the encoder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FAR_LEFT, LEFT, FIRST, BETWEEN, SECOND, RIGHT, FAR_RIGHT = range(7)
ZONES, ORDERS = 7, 2
BESIDE = 10  # pieces to the left and right of a pair that count as beside it
DISTANCE_STEPS = (0, 2, 5, 10, 20, 40)  # pieces between; the last bucket is open
DISTANCES = len(DISTANCE_STEPS) + 1
PAIRS_AT_ONCE = 256  # their looks at every piece are held together: 1 MB for each attention head


def columns(sizes: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Where each named part lies in the projected vector."""
    found, at = {}, 0
    for name, size in sizes.items():
        found[name] = (at, at + size)
        at += size
    return found


def candidates(words: Sequence[tuple[int, int]], longest: int) -> tuple[Ints, Ints, Ints]:
    """First word, last word and length less one of every span of up to `longest` words."""
    count = len(words)
    first, length = np.meshgrid(np.arange(count), np.arange(longest), indexing="ij")
    inside = (first + length) < count
    starts = first[inside].astype(np.int64)
    lengths = length[inside].astype(np.int64)
    return starts, starts + lengths, lengths


def spread(of_zones: Floats, ends: Ints, pieces: int) -> Floats:
    """(heads, pairs, pieces): the number of each piece's zone, from those of all zones (zones, heads).

    Where two ends lie apart, as nearly all do, the zones follow each other and each is written as one run.
    """
    swapped = ends[:, 2] < ends[:, 0]
    order = np.where(swapped[:, None], ends[:, [2, 3, 0, 1]], ends)
    within = np.flatnonzero(order[:, 2] <= order[:, 1])
    before, behind = order[:, 0] - BESIDE, order[:, 3] + 1 + BESIDE
    starts = np.stack([before, order[:, 0], order[:, 1] + 1, order[:, 2], order[:, 3] + 1, behind], axis=1)
    bounds = np.pad(starts, ((0, 0), (1, 1)), constant_values=(0, pieces)).clip(0, pieces)
    lengths = np.diff(np.maximum.accumulate(bounds, axis=1), axis=1)
    numbers = np.ascontiguousarray(of_zones.T)
    run = numbers.reshape(-1, ORDERS, ZONES)[:, swapped.astype(np.int64)].reshape(len(numbers), -1)
    found: Floats = run.repeat(lengths.ravel(), axis=1).reshape(len(numbers), -1, pieces)
    found[:, within] = numbers[:, zones(ends[within], pieces)]
    return found


def zones(ends: Ints, pieces: int) -> Ints:
    """(pairs, pieces): where each piece lies relative to a pair, apart for subject first and object first."""
    place = np.arange(pieces)[None, :]
    swapped = (ends[:, 2] < ends[:, 0])[:, None]
    left = np.where(swapped, ends[:, 2:], ends[:, :2])
    right = np.where(swapped, ends[:, :2], ends[:, 2:])
    found = np.full((len(ends), pieces), BETWEEN, dtype=np.int64)
    start, stop = left[:, :1], np.maximum(left[:, 1:], right[:, 1:])
    found[place < start] = LEFT
    found[place < start - BESIDE] = FAR_LEFT
    found[place > stop] = RIGHT
    found[place > stop + BESIDE] = FAR_RIGHT
    found[(place >= start) & (place <= left[:, 1:])] = FIRST
    found[(place >= right[:, :1]) & (place <= right[:, 1:])] = SECOND
    return found + ZONES * swapped


def distances(ends: Ints) -> Ints:
    """(pairs,): the bucket of the pieces between subject and object, apart for the two orders."""
    swapped = ends[:, 2] < ends[:, 0]
    gap = np.maximum(ends[:, 0], ends[:, 2]) - np.minimum(ends[:, 1], ends[:, 3]) - 1
    return np.searchsorted(np.array(DISTANCE_STEPS), gap, side="left").astype(np.int64) + DISTANCES * swapped


@dataclass(frozen=True)
class Heads:
    """The weights after the projection, by name, and where each part of the projection lies."""

    weights: Mapping[str, Floats]
    columns: Mapping[str, tuple[int, int]]
    pair_heads: int

    def part(self, window: Floats, name: str) -> Floats:
        """One named part of a window's projected vectors."""
        start, end = self.columns[name]
        return window[:, start:end]

    def linear(self, name: str, hidden: Floats) -> Floats:
        """A small layer's scores."""
        scores: Floats = hidden @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return scores

    def spans(self, window: Floats, first: Ints, last: Ints, lengths: Ints) -> Floats:
        """Hidden vectors of spans from their first and last pieces."""
        ends = self.part(window, "span_start")[first] + self.part(window, "span_end")[last]
        inside = _mean(self.part(window, "span_inside"), first, last)
        hidden: Floats = np.maximum(ends + inside + self.weights["length.weight"][lengths], 0)
        return hidden

    def all_spans(self, window: Floats, words: Ints, longest: int) -> Floats:
        """What `spans` gives for every span of up to `longest` words, by first word and length; `words`: first, last piece."""
        first, last = words[:, 0], words[:, 1]
        starts, ends = self.part(window, "span_start")[first], self.part(window, "span_end")[last]
        summed = _summed(self.part(window, "span_inside"))
        before, upto = summed[first], summed[last + 1]
        lengths, count = self.weights["length.weight"], len(words)
        of_first = np.minimum(longest, count - np.arange(count))
        row = np.cumsum(of_first) - of_first
        hidden = np.empty((int(of_first.sum()), starts.shape[1]), dtype=np.float32)
        for length in range(min(longest, count)):
            held = count - length
            inside = np.subtract(upto[length:], before[:held])
            inside /= (last[length:] + 1 - first[:held]).astype(np.float32)[:, None]
            found = starts[:held] + ends[length:]
            found += inside
            found += lengths[length]
            hidden[row[:held] + length] = np.maximum(found, 0, out=found)
        return hidden

    def pairs(self, window: Floats, ends: Ints) -> tuple[Floats, Floats]:
        """(hidden, looks of the first attention head) of one pair or more; ends: first, last piece of subject, of object."""
        parts = [self._pairs(window, ends[at : at + PAIRS_AT_ONCE]) for at in range(0, len(ends), PAIRS_AT_ONCE)]
        hidden, looks = zip(*parts, strict=True)
        return np.concatenate(hidden), np.concatenate(looks)

    def _pairs(self, window: Floats, ends: Ints) -> tuple[Floats, Floats]:
        subject, target = ends[:, :2], ends[:, 2:]
        looks = self._looks(window, ends)
        value = self.part(window, "value").reshape(len(window), self.pair_heads, -1).transpose(1, 0, 2)
        read = (looks @ value).transpose(1, 0, 2).reshape(len(ends), -1)
        sides = (
            self.part(window, "subject_start")[subject[:, 0]]
            + self.part(window, "subject_end")[subject[:, 1]]
            + self.part(window, "object_start")[target[:, 0]]
            + self.part(window, "object_end")[target[:, 1]]
        )
        inner = np.minimum(subject[:, 1], target[:, 1]) + 1, np.maximum(subject[:, 0], target[:, 0]) - 1
        between = _mean(self.part(window, "between"), *inner)
        hidden = np.maximum(sides + between + read + self.weights["distance.weight"][distances(ends)], 0)
        return np.maximum(self.linear("pair_deep", hidden), 0), looks[0].copy()  # a view would hold those of all heads

    def _looks(self, window: Floats, ends: Ints) -> Floats:
        """(attention heads, pairs, pieces): how much of its look each pair gives to each piece."""
        query = _mean(self.part(window, "subject_query"), ends[:, 0], ends[:, 1])
        query = query + _mean(self.part(window, "object_query"), ends[:, 2], ends[:, 3])
        asked = query.reshape(len(ends), self.pair_heads, -1).transpose(1, 0, 2)
        key = self.part(window, "key").reshape(len(window), self.pair_heads, -1).transpose(1, 2, 0)
        scores: Floats = asked @ key
        scores *= np.float32(key.shape[1] ** -0.5)
        scores += spread(self.weights["zone"], ends, len(window))
        return softmax(scores)

    def incidents(self, window: Floats, sentences: Sequence[tuple[int, int]]) -> Floats:
        """(sentences, types): scores before the logistic function."""
        told = np.maximum(self.part(window, "incident"), 0)
        return self.linear("incident_out", np.stack([told[first : last + 1].max(axis=0) for first, last in sentences]))

    def report(self, window: Floats) -> Floats:
        """(types and several of a type,): scores of what the window, read as one report, tells of."""
        told = np.maximum(self.part(window, "report"), 0)
        return self.linear("report_out", np.concatenate([told.max(axis=0), told.mean(axis=0)]))


def softmax(scores: Floats, axis: int = -1) -> Floats:
    """Probabilities along an axis."""
    raised: Floats = np.subtract(scores, scores.max(axis=axis, keepdims=True), dtype=np.float32)
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=axis, keepdims=True)
    return raised


def _mean(part: Floats, first: Ints, last: Ints) -> Floats:
    """Mean over pieces first..last; zero where there are none."""
    summed = _summed(part)
    stop = np.maximum(last + 1, first)
    count = np.maximum(stop - first, 1)[:, None]
    mean: Floats = np.divide(summed[stop] - summed[first], count, dtype=np.float32)
    return mean


def _summed(part: Floats) -> Floats:
    """(pieces + 1, columns): the sum of all pieces before each."""
    summed = np.zeros((len(part) + 1, part.shape[1]), dtype=np.float32)
    summed[1:] = part
    for before, row in pairwise(summed):  # a third of the time that numpy's own running sum takes
        np.add(before, row, out=row)
    return summed
