"""Cuts sentences into windows of word pieces for the model; every piece keeps its place in the report's text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"\w+|[^\w\s]")
UNKNOWN, LOWER, TITLE, UPPER, MIXED, NUMBER, MARK = range(7)
SHAPES = 7
START_PIECE, END_PIECE = 101, 102  # [CLS] and [SEP] of the uncased BERT vocabulary

Tokenise = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in word pieces; offsets are code points of the report's text."""

    start: int
    end: int
    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]  # first and last piece of each word


@dataclass(frozen=True, slots=True)
class Window:
    """Whole sentences up to the model's length; `fresh` is the first piece not already read in the window before."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]  # first and last piece of each sentence
    fresh: int = 1

    def word_of(self) -> dict[int, int]:
        """Piece index -> word index."""
        return {piece: number for number, (first, last) in enumerate(self.words) for piece in range(first, last + 1)}


@lru_cache(maxsize=16_384)
def shape(word: str) -> int:
    """How a word is written, apart from its letters."""
    if not word.isalpha() and not any(map(str.isalpha, word)):
        return NUMBER if any(map(str.isdigit, word)) else MARK
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    return TITLE if word[0].isupper() and not any(map(str.isupper, word[1:])) else MIXED


def one_case(text: str) -> bool:
    """True where the case of letters says nothing: all capitals, or none at all."""
    letters = "".join(filter(str.isalpha, text))
    small = sum(map(str.islower, letters))
    return small <= 0.1 * len(letters) or small == len(letters)


def sentence_pieces(text: str, start: int, end: int, tokenise: Tokenise) -> Sentence:
    """The word pieces of text[start:end]."""
    part = text[start:end]
    ids, offsets = tokenise(part)
    words = [match.span() for match in WORD.finditer(part)]
    written = [UNKNOWN] * len(words) if one_case(part) else [shape(part[left:right]) for left, right in words]
    shapes: list[int] = []
    bounds: list[tuple[int, int]] = []
    current = previous = -1
    for piece, (left, _) in enumerate(offsets):
        while current + 1 < len(words) and words[current + 1][0] <= left:
            current += 1
        if current != previous or not bounds:
            bounds.append((piece, piece))
        else:
            bounds[-1] = (bounds[-1][0], piece)
        previous = current
        shapes.append(written[max(current, 0)] if words else UNKNOWN)
    placed = tuple((start + left, start + right) for left, right in offsets)
    return Sentence(start, end, tuple(ids), tuple(shapes), placed, tuple(bounds))


def split_long(sentence: Sentence, room: int) -> list[Sentence]:
    """The sentence itself, or its parts at word boundaries where it is longer than a window."""
    parts: list[Sentence] = []
    words = list(sentence.words)
    while words:
        first = words[0][0]
        taken = [word for word in words if word[1] - first < room] or words[:1]
        last = min(taken[-1][1], first + room - 1)
        pieces = slice(first, last + 1)
        parts.append(
            Sentence(
                sentence.offsets[first][0],
                sentence.offsets[last][1],
                sentence.ids[pieces],
                sentence.shapes[pieces],
                sentence.offsets[pieces],
                tuple((left - first, min(right, last) - first) for left, right in taken),
            )
        )
        words = words[len(taken) :]
    return parts


def windows(sentences: Sequence[Sentence], room: int, overlap: int = 0) -> list[Window]:
    """Packs sentences in order into windows of at most `room` pieces, frame included.

    A window opens with the last sentence of the one before where that has at most `overlap` pieces.
    """
    made: list[Window] = []
    held: list[Sentence] = []
    carried = 0
    for sentence in (part for whole in sentences for part in split_long(whole, room - 2)):
        if held and sum(len(one.ids) for one in held) + len(sentence.ids) > room - 2:
            made.append(join(held, carried))
            again = len(held[-1].ids) <= min(overlap, room - 2 - len(sentence.ids))
            held, carried = (held[-1:], 1) if again else ([], 0)
        held.append(sentence)
    return [*made, join(held, carried)] if held else made


def join(sentences: Sequence[Sentence], carried: int = 0) -> Window:
    """One window of these sentences, the first `carried` of which were read before."""
    ids, shapes, offsets = [START_PIECE], [UNKNOWN], [(-1, -1)]
    words: list[tuple[int, int]] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        at = len(ids)
        words.extend((at + first, at + last) for first, last in sentence.words)
        bounds.append((at, at + len(sentence.ids) - 1))
        ids.extend(sentence.ids)
        shapes.extend(sentence.shapes)
        offsets.extend(sentence.offsets)
    fresh = bounds[carried][0] if carried < len(bounds) else 1
    close = (*ids, END_PIECE), (*shapes, UNKNOWN), (*offsets, (-1, -1))
    return Window(*close, tuple(words), tuple(bounds), fresh)
