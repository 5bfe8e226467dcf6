"""Pieces read in this process, or by Ray on all cores of a machine or a cluster; a piece that breaks is taken apart.

What comes of a piece hangs on the piece alone, so that the number of workers and the order of their work are nothing.
"""

from itertools import chain, islice

from avowed.bulk.cluster import read_on_ray
from avowed.bulk.reading import Piece, Tables, read_piece
from avowed.bulk.workers import Engine, Given, Read, ReadPiece, Workers, fault_words, together

_WORTH_WORKERS = 3  # pieces; fewer are read here before workers would have started


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


def by(workers: Workers) -> Engine:
    """The engine of these workers; what is not worth their start is read in this process."""

    def read(given: Given) -> Read:
        waiting = iter(given)
        first = list(islice(waiting, _WORTH_WORKERS))
        if not workers.address and (workers.count < 2 or len(first) < _WORTH_WORKERS):
            yield from here(chain(first, waiting), workers.read)
            return
        yield from read_on_ray(chain(first, waiting), workers)

    return read
