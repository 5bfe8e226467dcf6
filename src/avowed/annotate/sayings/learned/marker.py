"""From the learned layers to attributions of a parse: cues, and for each cue its source and the extent of its content."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np

from avowed.annotate.layers.sheet import Floats, Sheet, sheet
from avowed.annotate.layers.stored import stored
from avowed.annotate.parsing.parsed import Doc
from avowed.annotate.sayings.learned.network import Network
from avowed.annotate.sayings.learned.paths import around
from avowed.errors import ModelError

SHIPPED = Path(__file__).parents[3] / "data" / "model-sayings"
SETTING = "AVOWED_SAYINGS"
LONGEST_SOURCE, LONGEST_CUE = 40, 12
RULED = 0.2  # best for cues, contents and pairs on the articles kept apart from training
_NEVER = np.float32(-1e9)

Tokens = tuple[int, int]  # first and last


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution by token positions, ends included; `head` is the cue's head word, `score` how sure the cue is."""

    cue: Tokens
    head: int
    source: Tokens | None
    content: Tokens
    score: float


@dataclass(frozen=True, slots=True)
class Marked:
    """The attributions of a text, and for every token how likely it is part of a cue."""

    attributed: tuple[Attributed, ...]
    chances: Floats


class Marker:
    """Loaded layers with the words they know; holds no state between texts."""

    def __init__(self, network: Network, known: Mapping[str, Mapping[str, int]], threshold: float) -> None:
        self.network, self.known, self.threshold = network, known, threshold

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """Opens the layers in this folder; ModelError where a file is missing or damaged."""
        try:
            weights, card, known = stored(folder, "sayings.npz")
            return cls(Network(weights), known, float(card["threshold"]))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"{folder}: the layers that mark sayings cannot be read ({error}); remove the folder and the rules go on alone"
            ) from error

    def mark(self, doc: Doc, ruled: Collection[int] = ()) -> Marked:
        """Every attribution of a parse in the order of its cues, and how likely each of its words is part of a cue.

        A word that the rules take for a cue needs less: `ruled` holds their places.
        """
        return self.read(sheet(doc, self.known), ruled) if len(doc) else Marked((), np.zeros(0, dtype=np.float32))

    def of_sheet(self, page: Sheet) -> tuple[Attributed, ...]:
        """The attributions alone, from the arrays."""
        return self.read(page).attributed

    def read(self, page: Sheet, ruled: Collection[int] = ()) -> Marked:
        """The same as `mark`, from the arrays."""
        hidden = self.network.hidden(page)
        keys = self.network.keys(hidden)
        scores = self.network.cues(hidden)
        least = np.full(len(scores), self.threshold, dtype=np.float32)
        least[list(ruled)] = min(RULED, self.threshold)
        found = (self._attributed(page, hidden, keys, cue, score) for cue, score in cue_spans(scores, least))
        return Marked(tuple(one for one in found if one is not None), 1 - chances(scores)[:, 0])

    def _attributed(self, page: Sheet, hidden: Floats, keys: Floats, cue: Tokens, score: float) -> Attributed | None:
        head = head_of(page, cue)
        near = around(page, head, self.known)
        edges, none = self.network.edges(hidden, keys, (*cue, head), near)
        barred = tuple(at - near.first for at in cue)
        source = best(edges[:, 0], edges[:, 1], LONGEST_SOURCE, barred)
        content = best(edges[:, 2], edges[:, 3], len(edges), None)
        if content is None:
            return None
        if source is not None and edges[source[0], 0] + edges[source[1], 1] < none[0] + none[1]:
            source = None
        moved = (content[0] + near.first, content[1] + near.first)
        placed = None if source is None else (source[0] + near.first, source[1] + near.first)
        return Attributed(cue, head, placed, moved, score)


def head_of(page: Sheet, cue: Tokens) -> int:
    """The word of a cue whose head lies outside it; the first such."""
    inside = range(cue[0], cue[1] + 1)
    return next((at for at in inside if page.heads[at] == at or int(page.heads[at]) not in inside), cue[0])


def cue_spans(scores: Floats, least: Floats) -> Iterator[tuple[Tokens, float]]:
    """Cues begun where beginning is likely enough, and gone on with as long as going on is likelier than not."""
    likely = chances(scores)
    at, count = 0, len(likely)
    while at < count:
        if likely[at, 1] < least[at] or likely[at, 1] < likely[at, 2]:
            at += 1
            continue
        last = at
        while last + 1 < count and last - at < LONGEST_CUE and likely[last + 1].argmax() == 2:
            last += 1
        yield (at, last), float(likely[at, 1])
        at = last + 1


def chances(scores: Floats) -> Floats:
    """(tokens, 3): scores of outside, begin and inside as probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = raised / raised.sum(axis=1, keepdims=True)
    return found


def best(starts: Floats, ends: Floats, longest: int, barred: tuple[int, ...] | None) -> Tokens | None:
    """The first and last position of the highest sum, no longer than `longest`, holding none of the barred cue."""
    table = starts[:, None] + ends[None, :]
    apart = np.arange(1 - len(table), len(table))
    never = np.lib.stride_tricks.sliding_window_view((apart < 0) | (apart >= longest), len(table))[::-1]
    np.copyto(table, _NEVER, where=never)
    if barred is not None:
        table[: max(barred[-1] + 1, 0), max(barred[0], 0) :] = _NEVER
    found = int(table.argmax())
    first, last = divmod(found, table.shape[1])
    return (first, last) if table[first, last] > _NEVER else None


@cache
def shipped() -> Marker | None:
    """The layers that ship, where they are installed and not turned off by AVOWED_SAYINGS=rules."""
    wanted = os.environ.get(SETTING, "") != "rules"
    return Marker.load() if wanted and (SHIPPED / "sayings.npz").exists() else None
