"""Pieces read in this process, or by Ray on all cores of a machine or a cluster; a piece that breaks is taken apart.

What comes of a piece hangs on the piece alone, so that the number of workers and the order of their work are nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from avowed.bulk.parquet import joined
from avowed.bulk.reading import Piece, Tables, read_piece

Place = tuple[int, int]
"""Which shard, and which piece of it."""

Given = Iterable[tuple[Place, Piece]]
Read = Iterator[tuple[Place, Tables]]
Engine = Callable[[Given], Read]

_WORTH_WORKERS = 3  # pieces; fewer are read here before workers would have started


def here(given: Given) -> Read:
    """Read every piece in this process, one after the other."""
    for place, piece in given:
        yield place, _read_here(piece)


def _read_here(piece: Piece) -> Tables:
    try:
        return read_piece(piece)
    except Exception as fault:  # the guard: a fault of ours in one document must not stop the rest
        if len(piece.documents) > 1:
            return together([_read_here(one) for one in piece.alone()])
        return read_piece(piece.refused(fault_words(fault)))


def together(parts: list[Tables]) -> Tables:
    """The tables of several pieces as those of one, in order."""
    return {name: joined([part[name] for part in parts]) for name in parts[0]}


def fault_words(fault: Exception) -> str:
    """Why a document was not read: a fault of ours, by name."""
    why = f"not read, by a fault of Avowed ({type(fault).__name__}: {fault})"
    return f"{' '.join(why.split())[:200]}; save it as plain text and read that"


def on_workers(workers: int, address: str = "") -> Engine:
    """The engine for so many workers on this machine, or for the cluster at an address."""

    def read(given: Given) -> Read:
        waiting = iter(given)
        first = list(islice(waiting, _WORTH_WORKERS))
        if not address and (workers < 2 or len(first) < _WORTH_WORKERS):
            yield from here(chain(first, waiting))
            return
        from avowed.bulk.cluster import read_on_ray  # noqa: PLC0415  # a second that only workers should cost

        yield from read_on_ray(chain(first, waiting), workers, address)

    return read
