"""The second layers: a number for one predicate from its features and from the encoder's vector of it, where there is one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np

from avowed.annotate.certainty.sureness.features import features
from avowed.annotate.layers.sheet import Floats
from avowed.annotate.layers.stored import stored
from avowed.annotate.parsed import Token
from avowed.errors import ModelError

SHIPPED = Path(__file__).parents[3] / "data" / "model-sureness" / "beside"


class Beside:
    """Loaded layers; `encoder` is the hash of the encoder that they learned beside, no other's vectors are looked at."""

    def __init__(self, weights: Mapping[str, Floats], known: Mapping[str, int], encoder: str) -> None:
        self.weights = {name: np.asarray(part, dtype=np.float32) for name, part in weights.items()}
        self.known, self.encoder = known, encoder

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """Opens the layers in this folder; ModelError where a file is missing or damaged."""
        try:
            weights, card, known = stored(folder, "beside.npz")
            return cls(weights, known["feature"], str(card["encoder"]))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{folder}: the layers that tell how sure a text is cannot be read ({error}).") from error

    def of(self, word: Token, vector: Floats | None) -> float:
        """How sure it is that what this predicate tells happened, -3 to 3."""
        return self.of_ids([self.known[name] for name in features(word) if name in self.known], vector)

    def of_ids(self, ids: list[int], vector: Floats | None) -> float:
        """The same from the numbers of its features."""
        held = self.weights
        hidden = held["bag"][ids].sum(axis=0) + held["seen.bias"]
        if vector is not None:
            hidden = hidden + held["seen.weight"] @ ((vector - held["mean"]) / held["spread"])
        return float(np.maximum(hidden, 0) @ held["out.weight"] + held["out.bias"] + held["single"][ids].sum())


@cache
def shipped_beside() -> Beside:
    """The layers that ship."""
    return Beside.load()
