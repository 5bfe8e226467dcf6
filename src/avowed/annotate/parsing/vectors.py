"""The parser's vectors of words, summed by numpy: the same layers and weights as spaCy's, at a third of the time.

numpy's sums differ in their last bits with what stands beside, so each text is summed by itself. What depends on a word's letters
alone is worked out once a kind of word, by spaCy's own sums, which do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

from avowed.annotate.edges import edged
from avowed.annotate.parsing.stand_ins import stand_in

NAME, INNER = "avowed_vectors", "tok2vec"
_MOST = 20_000  # kinds of words that are remembered, at 400 bytes
_TINY = np.float32(1e-8)
Floats = NDArray[np.float32]
Kinds = NDArray[np.uint64]


@dataclass(frozen=True)
class _Maxout:
    """A layer whose columns are the largest of a few sums each, levelled to mean 0 and variance 1 in every row."""

    pieces: int
    weights: Floats  # (inputs, pieces x columns)
    bias: Floats
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Model[Floats, Floats], level: Model[Floats, Floats]) -> "_Maxout":
        weights, bias = weights_of(maxout, "W"), weights_of(maxout, "b")  # (columns, pieces, inputs), (columns, pieces)
        flat = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        return cls(weights.shape[1], flat, bias.T.ravel(), weights_of(level, "G"), weights_of(level, "b"))

    def __call__(self, rows: Floats) -> Floats:
        sums: Floats = rows @ self.weights
        sums += self.bias
        first, *others = np.split(sums, self.pieces, axis=1)
        best: Floats = first.copy()
        for other in others:
            np.maximum(best, other, out=best)
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.square(best).mean(axis=1, keepdims=True) + _TINY) ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        return best


def weights_of(layer: Model[Any, Any], name: str) -> Floats:
    """A layer's table of weights of this name."""
    return np.asarray(layer.get_param(name), dtype=np.float32)


class Summed:
    """One of spaCy's networks of word vectors: hashed letters, a mixing layer, then layers over each word and its neighbours."""

    def __init__(self, model: Model[list[Doc], list[Floats]]) -> None:
        layers = list(model.walk())
        named = {name: [one for one in layers if one.name == name] for name in ("hashembed", "maxout", "layernorm")}
        (features,) = (one for one in layers if one.name == "extract_features")
        self._columns = features.attrs["columns"]
        self._embeds = named["hashembed"]
        self._mix, *others = zip(named["maxout"], named["layernorm"], strict=True)
        self._layers = [_Maxout.of(*pair) for pair in others]
        self._known: dict[bytes, int] = {}
        self._rows: Floats = np.zeros((_MOST, self._mix[0].get_dim("nO")), np.float32)

    def __call__(self, doc: Doc) -> Floats:
        """(words, columns): the vectors of one text."""
        kinds = doc.to_array(self._columns).astype(np.uint64).reshape(len(doc), len(self._columns))
        margin = len(self._layers)  # the words beyond the text's ends that the last layer sees
        rows = edged(self._mixed(kinds), margin)
        for layer in self._layers:
            beside = edged(rows, 1)
            rows = rows + layer(np.hstack((beside[:-2], rows, beside[2:])))
        return rows[margin : len(rows) - margin]

    def _mixed(self, kinds: Kinds) -> Floats:
        keys = [row.tobytes() for row in kinds]
        new = {key: at for at, key in enumerate(keys) if key not in self._known}
        if len(new) > _MOST:
            return self._worked_out(kinds)
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
            new = {key: at for at, key in enumerate(keys)}
        if new:
            first = len(self._known)
            self._rows[first : first + len(new)] = self._worked_out(kinds[list(new.values())])
            self._known.update((key, first + number) for number, key in enumerate(new))
        return self._rows[[self._known[key] for key in keys]]

    def _worked_out(self, kinds: Kinds) -> Floats:
        columns = (np.ascontiguousarray(kinds[:, at]) for at in range(len(self._embeds)))
        hashed = np.hstack([embed.predict(column) for embed, column in zip(self._embeds, columns, strict=True)])
        maxout, level = self._mix
        found: Floats = level.predict(maxout.predict(hashed))
        return found


class Vectors:
    """The part of the parser that gives each text its vectors, which tagger and parser look at."""

    def __init__(self, inner: Tok2Vec) -> None:
        self._summed = Summed(inner.model)

    def __call__(self, doc: Doc) -> Doc:
        """The parse with its vectors."""
        doc.tensor = self._summed(doc)  # type: ignore[assignment]  # spaCy's types say 64 bits
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002  # spaCy gives it
        """The same for several."""
        yield from map(self, docs)


stand_in(NAME, INNER, Tok2Vec, Vectors)
