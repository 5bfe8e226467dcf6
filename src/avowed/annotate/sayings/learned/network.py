"""Scores of cues and, for each cue, of the edges of source and content around it."""

import numpy as np

from avowed.annotate.layers.sheet import Floats
from avowed.annotate.layers.trunk import Trunk
from avowed.annotate.sayings.learned.paths import FIELDS, Around

EDGES = ("source_start", "source_end", "content_start", "content_end")


class Network(Trunk):
    """The trunk with its cue tags and edge scores."""

    def cues(self, hidden: Floats) -> Floats:
        """(tokens, 3): scores of outside, begin and inside of a cue."""
        return self.linear("cue", hidden)

    def keys(self, hidden: Floats) -> Floats:
        """(tokens, width): what each token brings to the edges of any cue."""
        return self.linear("key", hidden)

    def edges(self, hidden: Floats, keys: Floats, cue: tuple[int, int, int], near: Around) -> tuple[Floats, Floats]:
        """(tokens, 4) scores by EDGES in the window, and the 4 of there being no such edge; cue: first, last, head."""
        asked = self.linear("query", np.concatenate([hidden[at] for at in cue])[None])[0]
        summed = keys[near.first : near.last + 1] + asked
        for at, name in enumerate(FIELDS):
            summed = summed + self.weights[f"near.{name}"][near.ids[:, at]]
        told = np.maximum(summed, 0)
        told = np.maximum(self.linear("deep", told), 0)
        return self.linear("edge", told), self.linear("none", np.maximum(asked, 0)[None])[0]
