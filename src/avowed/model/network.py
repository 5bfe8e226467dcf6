"""Who is tied to whom, for a picture: actors and the bonds between them, signed, dated and by voice, never netted."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.pages import ActorRow
from avowed.model.vocabulary import Dimension, Voice


@dataclass(frozen=True, slots=True)
class Bond:
    """All lines of one voice, dimension and sign between two actors: how many in each year; "" is the year of none."""

    left: str
    right: str
    voice: Voice
    dimension: Dimension
    sign: int
    denied: bool
    hedged: bool
    years: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Network:
    """The actors in the picture, the bonds between them, and how many actors of the case are left out."""

    actors: tuple[ActorRow, ...]
    bonds: tuple[Bond, ...]
    left_out: int
