"""The second layers: a number for one predicate from its features and the encoder's vectors of it and of its neighbours."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np

from avowed.annotate.certainty.sureness.features import features
from avowed.annotate.certainty.sureness.neighbours import VectorOf, seen_around
from avowed.annotate.layers.sheet import Floats, Ints
from avowed.annotate.layers.stored import stored
from avowed.annotate.parsing.parsed import Token
from avowed.errors import ModelError

SHIPPED = Path(__file__).parents[3] / "data" / "model-sureness" / "beside"


class Beside:
    """Loaded layers; `encoder` is the hash of the encoder that they learned beside, no other's vectors are looked at."""

    def __init__(self, weights: Mapping[str, Floats], known: Mapping[str, int], encoder: str) -> None:
        self.weights = {name: np.asarray(part, dtype=np.float32) for name, part in weights.items()}
        self.columns: Ints = np.asarray(weights["columns"], dtype=np.int64)
        self.known, self.encoder = known, encoder

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """Opens the layers in this folder; ModelError where a file is missing or damaged."""
        try:
            weights, card, known = stored(folder, "beside.npz")
            return cls(weights, known["feature"], str(card["encoder"]))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{folder}: the layers that tell how sure a text is cannot be read ({error}).") from error

    def of(self, word: Token, vector_of: VectorOf) -> float:
        """How sure it is that what this predicate tells happened, -3 to 3; `vector_of` gives the encoder's vector of a word."""
        ids = [self.known[name] for name in features(word) if name in self.known]
        return self.of_ids(ids, seen_around(word, lambda one: self.scaled(vector_of(one)), len(self.columns)))

    def scaled(self, vector: Floats | None) -> Floats | None:
        """The columns of a vector that hold all it tells, brought to one scale."""
        if vector is None:
            return None
        found: Floats = (vector[self.columns] - self.weights["mean"]) / self.weights["spread"]
        return found

    def of_ids(self, ids: list[int], seen: Floats) -> float:
        """The same from the numbers of its features and what is seen around it."""
        held = self.weights
        hidden = held["up"] @ held["bag"][ids].sum(axis=0) + held["seen.weight"] @ seen.reshape(-1) + held["seen.bias"]
        return float(np.maximum(hidden, 0) @ held["out.weight"] + held["out.bias"] + held["single"][ids].sum())


@cache
def shipped_beside() -> Beside:
    """The layers that ship."""
    return Beside.load()
