"""What one window tells of incidents: fillers of their roles, what the window as a whole tells of, and what goes together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from avowed.annotate.encoder.decode import EXACT, Found, Words, chosen, pair_scores, span_scores
from avowed.annotate.encoder.heads import Floats, Heads
from avowed.annotate.encoder.pieces import Window

LEAST = 0.03  # a filler less likely in its role than this is none


@dataclass(frozen=True, slots=True)
class Fill:
    """A span that may fill a role, in code points: the chance of each role, and of each type of incident if it does."""

    start: int
    end: int
    roles: Mapping[str, float]
    kinds: Mapping[str, float]
    sentence: int  # which of the window's sentences it stands in

    @property
    def role(self) -> str:
        """The likeliest role."""
        return max(self.roles, key=lambda name: self.roles[name])


@dataclass(frozen=True, slots=True)
class WindowTold:
    """A window's fillers, the chances that it tells of each type and of several, and each sentence's chances."""

    fills: tuple[Fill, ...]
    report: Mapping[str, float]
    sentences: tuple[tuple[int, int, Mapping[str, float]], ...]
    together: Mapping[tuple[int, int], float]  # numbers of two fills -> the chance that one incident has both


def window_told(
    heads: Heads, projected: Floats, window: Window, labels: Mapping[str, Sequence[str]], longest: int, least: float
) -> WindowTold:
    """Everything about incidents in a window; fillers from the score `least` on, none overlapping another."""
    words, chances = span_scores(heads, projected, window, ["role"], longest)
    found = chosen(words, chances["role"], least)
    kinds = _kinds(heads, projected, window, found)
    fills = tuple(
        Fill(
            *_codes(window, one.words),
            _named(labels["role"], chances["role"][one.row]),
            _named(labels["kind"], kinds[number]),
            _sentence(window, one.words),
        )
        for number, one in enumerate(found)
    )
    told = _logistic(heads.incidents(projected, window.sentences))
    sentences = tuple(
        (window.offsets[first][0], window.offsets[last][1], _named(labels["incident"], row))
        for (first, last), row in zip(window.sentences, told, strict=True)
    )
    report = _named(labels["report"], _logistic(heads.report(projected)))
    return WindowTold(fills, report, sentences, _together(heads, projected, window, found))


def _kinds(heads: Heads, projected: Floats, window: Window, found: Sequence[Found]) -> Floats:
    if not found:
        return np.zeros((0, 1), dtype=np.float32)
    pieces = np.array(window.words, dtype=np.int64)
    first, last = (np.array([one.words[end] for one in found], dtype=np.int64) for end in (0, 1))
    return _logistic(heads.linear("kind", heads.spans(projected, pieces[first, 0], pieces[last, 1], last - first)))


def _together(
    heads: Heads, projected: Floats, window: Window, found: Sequence[Found]
) -> Mapping[tuple[int, int], float]:
    numbers = [(one, other) for one in range(len(found)) for other in range(one + 1, len(found))]
    if not numbers:
        return {}
    asked = [(found[one].words, found[other].words) for one, other in numbers]
    scores, _ = pair_scores(heads, projected, window, asked, ["template"])
    return {pair: round(float(row[1]), EXACT) for pair, row in zip(numbers, scores["template"], strict=True)}


def _named(labels: Sequence[str], row: Floats) -> dict[str, float]:
    return {name: round(float(score), EXACT) for name, score in zip(labels[1:], row[1:], strict=True)}


def _logistic(scores: Floats) -> Floats:
    chances: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
    return chances


def _codes(window: Window, words: Words) -> tuple[int, int]:
    return window.offsets[window.words[words[0]][0]][0], window.offsets[window.words[words[1]][1]][1]


def _sentence(window: Window, words: Words) -> int:
    piece = window.words[words[0]][0]
    return next(number for number, (_, last) in enumerate(window.sentences) if piece <= last)
