"""The parser's search for names, worked out for all words at once: the same network, the same choices, a tenth of the time.

spaCy walks from word to word and, at each, scores all 73 moves and asks of every one whether it is allowed. Outside a name
a word's scores depend on the word alone, so one product gives those of a whole text; only words in longer names are walked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from avowed.annotate.parsing.stand_ins import stand_in
from avowed.annotate.parsing.vectors import Summed, weights_of

NAME, INNER = "avowed_names", "ner"
Floats = NDArray[np.float32]
Found = tuple[int, int, str]  # first word, the word after the last, label


@dataclass(frozen=True)
class Moves:
    """The moves in the order of their scores: which begin a longer name, which are one of one word, what closes what."""

    names: tuple[str, ...]
    out: int
    begins: NDArray[np.bool_]
    singles: NDArray[np.bool_]
    never: NDArray[np.bool_]
    within: dict[str, int]
    last: dict[str, int]

    @classmethod
    def of(cls, names: Sequence[str]) -> "Moves":
        """From spaCy's names: B-ORG begins a name, I-ORG goes on, L-ORG ends it, U-ORG is one by itself, O is none."""
        kinds = np.array([name[0] for name in names])
        numbered = [(name[0], name[2:], at) for at, name in enumerate(names)]
        return cls(
            tuple(names),
            list(names).index("O"),
            kinds == "B",
            kinds == "U",
            np.isin(kinds, ("I", "L")) | np.isin(names, ("U-",)),  # the last is spaCy's mark of what may hold no name
            {label: at for kind, label, at in numbered if kind == "I"},
            {label: at for kind, label, at in numbered if kind == "L"},
        )


class Names:
    """spaCy's recogniser of names with its search replaced; its network and its weights are used as they are."""

    def __init__(self, inner: EntityRecognizer) -> None:
        model = inner.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        vectors = model.get_ref("tok2vec")
        (narrowed,) = (one for one in vectors.layers if one.name == "linear")
        self._summed = Summed(vectors)
        self._narrowed: tuple[Floats, Floats] = weights_of(narrowed, "W"), weights_of(narrowed, "b")
        self._features: Floats = weights_of(lower, "W")  # (3, hidden, pieces, width)
        self._bias: Floats = weights_of(lower, "b")
        no_name = weights_of(lower, "pad")[0, 1:]
        self._closed: Floats = no_name.sum(axis=0).reshape(-1)
        self._upper: tuple[Floats, Floats] = weights_of(upper, "W"), weights_of(upper, "b")
        self._moves = Moves.of([inner.moves.get_class_name(at) for at in range(inner.moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """The parse with its names."""
        if len(doc):
            doc.set_ents([Span(doc, *one) for one in self._found(doc)], default="outside")
        return doc

    def _found(self, doc: Doc) -> Iterator[Found]:
        """Names in order, by the search that takes the best allowed move at every word."""
        weights, bias = self._narrowed
        vectors = self._summed(doc) @ weights.T + bias
        here, first, before = (vectors @ part.reshape(-1, part.shape[-1]).T for part in self._features)
        here += self._bias.reshape(-1)
        best = self._outside(here + self._closed, doc)
        breaks, words, at = _breaks(doc), len(doc), 0
        for start in np.flatnonzero(best != self._moves.out).tolist():
            if start < at:
                continue
            kind, label = self._moves.names[best[start]].split("-", 1)
            at = start + 1
            if kind == "B":
                held = first[start]
                while at + 1 < words and not breaks[at + 1] and self._goes_on(here[at] + held + before[at - 1], label):
                    at += 1
                at += 1
            yield start, at, label

    def _outside(self, sums: Floats, doc: Doc) -> NDArray[np.intp]:
        """(words,): the best allowed move at each word, were no name open there."""
        weights, bias = self._upper
        scores: Floats = self._hidden(sums) @ weights.T + bias
        scores[:, self._moves.never] = -np.inf
        spaces = np.array([word.is_space for word in doc])
        nothing_follows = np.append(_breaks(doc)[1:], True)
        scores[np.ix_(spaces | nothing_follows, self._moves.begins)] = -np.inf
        scores[np.ix_(spaces, self._moves.singles)] = -np.inf
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _hidden(self, sums: Floats) -> Floats:
        hidden: Floats = sums.reshape(len(sums), *self._bias.shape).max(axis=2)
        return hidden

    def _goes_on(self, sums: Floats, label: str) -> bool:
        """Whether an open name goes on behind this word rather than ends with it."""
        weights, bias = self._upper
        hidden = self._hidden(sums[None])[0]
        within, last = self._moves.within[label], self._moves.last[label]
        return bool(hidden @ weights[within] + bias[within] >= hidden @ weights[last] + bias[last])


def _breaks(doc: Doc) -> NDArray[np.bool_]:
    """(words,): whether a sentence begins at this word."""
    return np.asarray(doc.to_array("SENT_START") == 1)


stand_in(NAME, INNER, EntityRecognizer, Names)
