"""All pairs of a topic's mentions with their features: what hangs on a pair alone is reckoned once, what was learned is added."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from benchmarks.events.features import HEADS, STORY, SURROUNDINGS, Comparer, Seen
from benchmarks.events.matcher import Floats
from benchmarks.events.mention import EventView

_UNTOLD = 0.12  # the share of one event among pairs of heads that no other topic shows


@dataclass(frozen=True)
class Pairs:
    """The pairs of one topic, each mention with every one before it, in order; `heads` are numbers of `told`."""

    size: int
    told: tuple[tuple[str, str], ...]
    heads: NDArray[np.int64]
    plain: Floats
    one_event: NDArray[np.bool_]

    @classmethod
    def of(cls, topic: Sequence[EventView], compare: Comparer) -> Self:
        """Every pair compared."""
        numbers: dict[tuple[str, str], int] = {}
        heads, plain, one_event = [], [], []
        for at, one in enumerate(topic):
            for other in topic[:at]:
                low, high = sorted((one.head, other.head))
                heads.append(numbers.setdefault((low, high), len(numbers)))
                plain.append(np.array(compare(one, other), np.float32))
                one_event.append(one.event == other.event)
        return cls(len(topic), tuple(numbers), np.array(heads), np.array(plain), np.array(one_event))

    @property
    def unlike(self) -> NDArray[Any]:
        """Which pairs have unlike heads."""
        return np.asarray(self.plain[:, HEADS] == 0)

    def taught(self, seen: Seen, rows: NDArray[Any]) -> Floats:
        """The features of some pairs, with what other topics show of their heads."""
        shown = np.array([_shown(seen.get(pair)) for pair in self.told], np.float32)[self.heads[rows]]
        plain, share, often = self.plain[rows], shown[:, 0], shown[:, 1]
        learned = (
            *(share, share * often, often, (often == 0) & (plain[:, HEADS] == 0)),
            *(share * plain[:, STORY], share * plain[:, SURROUNDINGS]),
        )
        return np.column_stack([plain, *learned]).astype(np.float32)


def _shown(told: tuple[float, float] | None) -> tuple[float, float]:
    """How often two heads told one event where they met, and how much that was."""
    return ((told[0] + 0.5) / (told[1] + 3.0), np.log1p(told[1])) if told else (_UNTOLD, 0.0)
