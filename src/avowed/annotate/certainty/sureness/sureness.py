"""From the learned layers to a number for every word: -3 surely did not happen, 3 surely did."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np

from avowed.annotate.certainty.sureness.beside import shipped_beside
from avowed.annotate.encoder import Reading
from avowed.annotate.layers.sheet import Floats, Ints, Sheet, sheet
from avowed.annotate.layers.stored import stored
from avowed.annotate.layers.trunk import Trunk
from avowed.annotate.parsing.parsed import Doc, Token
from avowed.errors import ModelError

_TOLD, _READ = "avowed sureness", "avowed windows"
FIRST = 0.3  # chosen after seeing dev, where r is flat from 0.2 to 0.35 and the mean error falls with it
LOWEST = -3.0  # of what the first layers may tell of a word; they learned numbers from there to 3
SHIPPED = Path(__file__).parents[3] / "data" / "model-sureness"


class Sureness:
    """Loaded layers; holds no state between texts."""

    def __init__(self, trunk: Trunk, known: Mapping[str, Mapping[str, int]]) -> None:
        self.trunk, self.known = trunk, known

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> Self:
        """Opens the layers in this folder; ModelError where a file is missing or damaged."""
        try:
            weights, _, known = stored(folder, "sureness.npz")
            return cls(Trunk(weights), known)
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{folder}: the layers that tell how sure a text is cannot be read ({error}).") from error

    def of(self, doc: Doc) -> Floats:
        """(tokens,): how sure each word of a parse is, were it a predicate."""
        return self.of_sheet(sheet(doc, self.known)) if len(doc) else np.zeros(0, dtype=np.float32)

    def of_sheet(self, page: Sheet) -> Floats:
        """The same from the arrays."""
        hidden = self.trunk.hidden(page)
        above = page.heads
        seen = [hidden, hidden[above], hidden[above[above]], strongest(hidden, page.heads)]
        told = np.maximum(self.trunk.linear("deep", np.concatenate(seen, axis=1)), 0)
        found: Floats = self.trunk.linear("sure", told)[:, 0]
        return found


def strongest(hidden: Floats, heads: Ints) -> Floats:
    """For each word the highest of each number among the words that hang on it; nought where none do."""
    found = np.full_like(hidden, -np.inf)
    hanging = np.flatnonzero(heads != np.arange(len(heads)))
    np.maximum.at(found, heads[hanging], hidden[hanging])
    return np.where(np.isfinite(found), found, np.float32(0))


def sure_of(token: Token) -> float:
    """How sure a word is in its text, by both layers."""
    return _whole(token, _second(token))


def surer_than(token: Token, bound: float) -> bool:
    """Whether a word is surer than this; the first layers are not asked where they could not change the answer."""
    second = _second(token)
    if second is not None and _both(LOWEST, second) > bound:
        return True
    return _whole(token, second) > bound


def _whole(token: Token, second: float | None) -> float:
    first = _first(token)
    return first if second is None else _both(first, second)


def _both(first: float, second: float) -> float:
    return FIRST * first + (1 - FIRST) * second


def _first(token: Token) -> float:
    """What the first layers tell of a word; they go through the whole text at the first asking."""
    told = token.doc.user_data.get(_TOLD)
    if told is None:
        told = token.doc.user_data[_TOLD] = shipped().of(token.doc)
    return max(LOWEST, float(told[token.i]))


def _second(token: Token) -> float | None:
    """What the second layers tell of it, where the encoder that they learned beside has read it."""
    layers = shipped_beside()
    windows = _windows(token.doc, layers.encoder)
    return None if _vector(windows, token) is None else layers.of(token, lambda one: _vector(windows, one))


def remember(doc: Doc, windows: Sequence[Reading]) -> None:
    """Keeps what the encoder read of a parse beside it, for `sure_of`."""
    doc.user_data[_READ] = windows


def _windows(doc: Doc, wanted: str) -> Sequence[Reading]:
    """What was read of a parse by the encoder that the second layers learned beside; nothing of any other."""
    windows: Sequence[Reading] = doc.user_data.get(_READ, ())
    same = windows and windows[0].card.row["files"]["reader.onnx"]["sha256"] == wanted
    return windows if same else ()


def _vector(windows: Sequence[Reading], token: Token) -> Floats | None:
    return next((found for window in windows if (found := window.vector_at(token.idx)) is not None), None)


@cache
def shipped() -> Sureness:
    """The layers that ship."""
    return Sureness.load()
