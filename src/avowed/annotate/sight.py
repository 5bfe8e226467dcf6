"""What the trained reader sees between the mentions of one page; each pair near enough to ask about is scored once."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from avowed.annotate.encoder import Ends, Reading, Scored
from avowed.annotate.encoder.heads import Floats
from avowed.model.evidence import Mention, Span

NEAR = 150  # code points between two mentions; 98 % of re3d's relations, and what the model was taught on


@dataclass(frozen=True, slots=True)
class Seen:
    """Two mentions in one window with the chance of every label; `trigger` is the word that the pair looks at most."""

    subject: Mention
    object: Mention
    scored: Scored
    row: int

    @property
    def ties(self) -> Floats:
        """The chance of each kind of tie, in the order of the card; the first is that of none."""
        found: Floats = self.scored.chances["tie"][self.row]
        return found

    @property
    def relations(self) -> Floats:
        """The chance of each of re3d's relations, likewise."""
        found: Floats = self.scored.chances["relation"][self.row]
        return found

    @property
    def trigger(self) -> Span:
        """The word that the pair looks at most."""
        return Span(*self.scored.trigger(self.row))


class Sight:
    """Every near pair of a page's mentions as the model sees it; empty where no model has read the page."""

    def __init__(self, windows: Sequence[Reading], mentions: Sequence[Mention]) -> None:
        self._windows = windows
        self._at: dict[Ends, Mention] = {}
        for one in sorted(mentions, key=lambda one: one.actor is None):
            self._at.setdefault((one.span.start, one.span.end), one)

    @cached_property
    def pairs(self) -> tuple[Seen, ...]:
        """Both directions of each pair, in the order of the windows."""
        return tuple(one for _, pairs in self._scored for one in pairs)

    @cached_property
    def _scored(self) -> tuple[tuple[Scored, tuple[Seen, ...]], ...]:
        spans = sorted(self._at)
        starts = [start for start, _ in spans]
        return tuple(self._in(window, spans, starts) for window in self._windows)

    def _in(self, window: Reading, spans: Sequence[Ends], starts: Sequence[int]) -> tuple[Scored, tuple[Seen, ...]]:
        first, last = window.reach
        held = [one for one in spans[bisect_right(starts, first - 1) : bisect_right(starts, last)] if one[1] <= last]
        at = self._at
        actors = {one: at[one].actor for one in held}
        scored = window.scored(
            [(one, other) for one, other in _near(held) if actors[one] is None or actors[one] != actors[other]]
        )
        return scored, tuple(Seen(at[one], at[other], scored, row) for row, (one, other) in enumerate(scored.pairs))

    def likely(self, head: str, least: float, most: int) -> Iterator[tuple[Seen, int]]:
        """Each pair with the columns of its `most` likeliest labels of a head that have at least this chance, likeliest first."""
        for scored, pairs in self._scored:
            if not pairs:
                continue
            table = scored.chances[head]
            columns = np.argsort(-table, axis=1, kind="stable")[:, : most + 1]
            some = (columns > 0) & (np.take_along_axis(table, columns, axis=1) >= least)
            for row, place in zip(*(found.tolist() for found in np.nonzero(some)), strict=True):
                yield pairs[row], int(columns[row, place])

    @cached_property
    def between(self) -> Mapping[tuple[str, str], Seen]:
        """The pair by the ids of subject and object."""
        return {(one.subject.id, one.object.id): one for one in self.pairs}


def _near(spans: Sequence[Ends]) -> Iterator[tuple[Ends, Ends]]:
    """Both directions of every two spans with at most NEAR code points between them."""
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            if other[0] - one[1] > NEAR:
                break
            yield one, other
            yield other, one
