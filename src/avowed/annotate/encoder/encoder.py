"""A loaded model: it reads a text window by window, and gives what it found in code points.

The same text gives the same bytes on one thread and on two: every window is run by itself and on one thread, so no report
sways another.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import Self, TypeVar

from onnxruntime import InferenceSession as Session  # type: ignore[import-untyped]  # ships no types
from tokenizers import Tokenizer

from avowed.annotate.encoder.below import gathered
from avowed.annotate.encoder.card import SHIPPED, Card
from avowed.annotate.encoder.fills import LEAST, WindowTold, window_told
from avowed.annotate.encoder.heads import Floats, Heads
from avowed.annotate.encoder.layers import Vectors, above, heads_of, opened, vectors
from avowed.annotate.encoder.pieces import Sentence, Window, sentence_pieces, windows
from avowed.annotate.encoder.reading import Reading

Given = TypeVar("Given")


class Encoder:
    """A loaded model; it holds no state between reports."""

    def __init__(
        self,
        card: Card,
        session: Session,
        heads: Heads,
        tokenizer: Tokenizer,
        incidents: tuple[Session, Heads] | None = None,
        at_once: int = 1,
    ) -> None:
        self.card, self.heads, self._at_once = card, heads, at_once
        self._session, self._tokenizer, self._incidents = session, tokenizer, incidents

    @classmethod
    def load(cls, folder: Path = SHIPPED, at_once: int = 1) -> Self:
        """Opens the model in this folder; ModelError where a file of it is missing or is not what the card says.

        `at_once` windows are read at the same time, on a thread each.
        """
        card = Card.of(folder)
        session = opened(folder / "reader.onnx")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        incidents = None
        if "incidents" in card.row:
            heads = heads_of(folder / "incidents.npz", Card(card.row["incidents"]))
            incidents = opened(folder / "incidents.onnx", plain=True), heads
        return cls(card, session, heads_of(folder / "reader.npz", card), tokenizer, incidents, at_once)

    def read(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Reading, ...]:
        """The text's windows in order, each with its findings; `sentences` are (start, end) code points, in order."""
        return self._readings(*self.run(self._cut(text, sentences)))

    def both(
        self, text: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[tuple[Reading, ...], tuple[WindowTold, ...]]:
        """What `read` gives, and what the text tells of incidents: in longer windows, by upper layers of their own."""
        cut = self._cut(text, sentences)
        packed, found = self.run(cut)
        return self._readings(packed, found), self._told(cut, packed, found)

    def run(self, cut: Sequence[Sentence]) -> tuple[Sequence[Window], Sequence[Vectors]]:
        """The windows of a text and the vectors of each."""
        packed = windows(cut, self.card.row["window"], self.card.row["overlap"])
        return packed, tuple(self._each(partial(vectors, self._session), packed))

    def _readings(self, packed: Sequence[Window], found: Sequence[Vectors]) -> tuple[Reading, ...]:
        return tuple(
            Reading(self.card, self.heads, window, one.projected) for window, one in zip(packed, found, strict=True)
        )

    def _cut(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Sentence]:
        cut = (sentence_pieces(text, start, end, self._tokenise) for start, end in sentences)
        return [one for one in cut if one.ids]

    def _told(
        self, cut: Sequence[Sentence], packed: Sequence[Window], found: Sequence[Vectors]
    ) -> tuple[WindowTold, ...]:
        if self._incidents is None:
            return ()
        row, (session, heads) = self.card.row["incidents"], self._incidents
        below = [one.below for one in found]
        long = windows(cut, row["window"])
        projected = self._each(lambda window: above(session, gathered(window, packed, below)), long)
        return tuple(
            window_told(heads, one, window, row["labels"], row["longest"], LEAST)
            for window, one in zip(long, projected, strict=True)
        )

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(self._at_once, "windows")

    def _each(self, run: Callable[[Window], Given], packed: Sequence[Window]) -> Iterator[Given]:
        """What running each window gives, in order; on one thread a window is run when what the last one gave was taken."""
        return self._threads.map(run, packed) if self._at_once > 1 and len(packed) > 1 else map(run, packed)

    def project(self, window: Window) -> Floats:
        """(pieces, columns): the projected vectors of one window."""
        return vectors(self._session, window).projected

    def _tokenise(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        found = self._tokenizer.encode(text, add_special_tokens=False)
        return found.ids, found.offsets
