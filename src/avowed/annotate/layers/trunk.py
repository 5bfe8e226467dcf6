"""The layers that every learned part begins with: convolutions over the sheet, in numpy."""

from collections.abc import Mapping

import numpy as np

from avowed.annotate.edges import edged
from avowed.annotate.layers.sheet import COLUMNS, Floats, Sheet

DILATIONS = (1, 2, 4, 8, 1)


class Trunk:
    """Weights by name; the same sheet gives the same numbers."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self.weights = {name: np.ascontiguousarray(part, dtype=np.float32) for name, part in weights.items()}

    def hidden(self, sheet: Sheet) -> Floats:
        """(tokens, width): each token with what stands around it."""
        parts = [self.weights[f"embed.{name}"][sheet.words[:, at]] for at, name in enumerate(COLUMNS)]
        state = np.maximum(self.linear("input", np.concatenate([*parts, sheet.vectors], axis=1)), 0)
        for number, dilation in enumerate(DILATIONS):
            state = state + self._block(f"block{number}", self._normal(f"normal{number}", state), dilation)
        return self._normal("last", state)

    def linear(self, name: str, given: Floats) -> Floats:
        """One layer without its bend."""
        found: Floats = given @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return found

    def _block(self, name: str, state: Floats, dilation: int) -> Floats:
        padded = edged(state, dilation)
        count = len(state)
        seen = np.concatenate([padded[step * dilation : step * dilation + count] for step in range(3)], axis=1)
        both = self.linear(name, seen)
        half = both.shape[1] // 2
        gated: Floats = both[:, :half] / (1 + np.exp(-both[:, half:]))
        return gated

    def _normal(self, name: str, state: Floats) -> Floats:
        centred = state - state.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(1e-5))
        found: Floats = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return found
