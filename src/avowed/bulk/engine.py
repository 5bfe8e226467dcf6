"""Pieces read in this process, or by Ray on all cores of a machine or a cluster; a piece that breaks is taken apart.

What comes of a piece hangs on the piece alone, so that the number of workers and the order of their work are nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from avowed.bulk.parquet import joined
from avowed.bulk.reading import Piece, Tables, read_piece

Place = tuple[int, int]
"""Which shard, and which piece of it."""

Given = Iterable[tuple[Place, Piece]]
Read = Iterator[tuple[Place, Tables]]
Engine = Callable[[Given], Read]
ReadPiece = Callable[[Piece], Tables]

_WORTH_WORKERS = 3  # pieces; fewer are read here before workers would have started


@dataclass(frozen=True, slots=True)
class Workers:
    """How many read at once, on this machine or on the cluster at an address; how, and how long a piece is waited for."""

    count: int
    address: str = ""
    read: ReadPiece = read_piece
    patience: float = 600.0


def here(given: Given, read: ReadPiece = read_piece) -> Read:
    """Read every piece in this process, one after the other."""
    for place, piece in given:
        yield place, _guarded(piece, read)


def _guarded(piece: Piece, read: ReadPiece) -> Tables:
    try:
        return read(piece)
    except Exception as fault:  # the guard: a fault of ours in one document must not stop the rest
        if len(piece.documents) > 1:
            return together([_guarded(one, read) for one in piece.alone()])
        return read_piece(piece.refused(fault_words(fault)))


def together(parts: list[Tables]) -> Tables:
    """The tables of several pieces as those of one, in order."""
    return {name: joined([part[name] for part in parts]) for name in parts[0]}


def fault_words(fault: Exception) -> str:
    """Why a document was not read: a fault of ours, by name."""
    why = f"not read, by a fault of Avowed ({type(fault).__name__}: {fault})"
    return f"{' '.join(why.split())[:200]}; save it as plain text and read that"


def by(workers: Workers) -> Engine:
    """The engine of these workers; what is not worth their start is read in this process."""

    def read(given: Given) -> Read:
        waiting = iter(given)
        first = list(islice(waiting, _WORTH_WORKERS))
        if not workers.address and (workers.count < 2 or len(first) < _WORTH_WORKERS):
            yield from here(chain(first, waiting), workers.read)
            return
        from avowed.bulk.cluster import read_on_ray  # noqa: PLC0415  # a second that only workers should cost

        yield from read_on_ray(chain(first, waiting), workers)

    return read
