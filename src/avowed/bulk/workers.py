"""Who reads pieces, and the words in which an engine and what it runs on speak of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from avowed.bulk.parquet import joined
from avowed.bulk.reading import Piece, Tables, read_piece

Place = tuple[int, int]
"""Which shard, and which piece of it."""

Given = Iterable[tuple[Place, Piece]]
Read = Iterator[tuple[Place, Tables]]
Engine = Callable[[Given], Read]
ReadPiece = Callable[[Piece], Tables]


@dataclass(frozen=True, slots=True)
class Workers:
    """How many read at once, on this machine or on the cluster at an address; how, and how long a piece is waited for."""

    count: int
    address: str = ""
    read: ReadPiece = read_piece
    patience: float = 600.0


def together(parts: list[Tables]) -> Tables:
    """The tables of several pieces as those of one, in order."""
    return {name: joined([part[name] for part in parts]) for name in parts[0]}


def fault_words(fault: Exception) -> str:
    """Why a document was not read: a fault of ours, by name."""
    why = f"not read, by a fault of Avowed ({type(fault).__name__}: {fault})"
    return f"{' '.join(why.split())[:200]}; save it as plain text and read that"
