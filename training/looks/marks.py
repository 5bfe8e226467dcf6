"""The word pieces of a sentence with marks around two spans."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from avowed.annotate.encoder.pieces import END_PIECE, START_PIECE, UNKNOWN, Window

NO_MARK, BLANK_PIECE = 0, 0
OPENS, CLOSES = (1, 31), (30, 60)  # of the first and of the second party; the number of its kind is added to an opening
MARKS = 61
MOST, LEFT, RIGHT = 100, 28, 20  # pieces kept of a long sentence: before the first span and after the second

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces with marks among them; a mark stands on a blank piece. `opens` says where each party opens first."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    marks: tuple[int, ...]
    opens: tuple[int, int]


def marked(window: Window, parties: tuple[Sequence[Ends], Sequence[Ends]], kinds: tuple[int, int]) -> Marked:
    """The sentences of a window that hold two parties, each marked wherever it stands, with the number of its kind."""
    spans = sorted((span, number) for number, held in enumerate(parties) for span in held)
    first, stop = _kept(window, [span for span, _ in spans])
    ids, shapes, marks = [START_PIECE], [UNKNOWN], [NO_MARK]
    opens = [0, 0]

    def put(piece: int, shape: int, mark: int) -> None:
        ids.append(piece)
        shapes.append(shape)
        marks.append(mark)

    before = -1
    for at in range(first, stop):
        start, end = window.offsets[at]
        for span, number in spans:
            cut = at == first and span[0] < start < span[1]
            if cut or (max(before, 0) <= span[0] < end and (before >= 0 or span[0] >= start)):
                opens[number] = opens[number] or len(ids)
                put(BLANK_PIECE, UNKNOWN, OPENS[number] + kinds[number])
        put(window.ids[at], window.shapes[at], NO_MARK)
        for span, number in reversed(spans):
            if start < span[1] <= end:
                put(BLANK_PIECE, UNKNOWN, CLOSES[number])
        before = end
    put(END_PIECE, UNKNOWN, NO_MARK)
    return Marked(tuple(ids), tuple(shapes), tuple(marks), (opens[0], opens[1]))


def _kept(window: Window, spans: Sequence[Ends]) -> tuple[int, int]:
    """The pieces of the sentences that hold all spans; of many only those around the spans."""
    starts = [window.offsets[first][0] for first, _ in window.sentences]
    begin, last = min(start for start, _ in spans), max(end for _, end in spans)
    held = [_sentence(starts, begin), _sentence(starts, last - 1)]
    first, stop = window.sentences[held[0]][0], window.sentences[held[1]][1] + 1
    if stop - first <= MOST:
        return first, stop
    pieces = range(first, stop)
    opened = next((at for at in pieces if window.offsets[at][1] > begin), first)
    closed = max((at for at in pieces if window.offsets[at][0] < last), default=stop - 1)
    low, high = max(first, opened - LEFT), min(stop, closed + 1 + RIGHT)
    return low, min(high, low + MOST)


def _sentence(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
