"""Who is tied to whom, for a picture: actors and the bonds between them, signed, dated and by voice, never netted."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.findings import Path
from avowed.model.pages import ActorRow
from avowed.model.vocabulary import Dimension, Voice


@dataclass(slots=True)  # not frozen, which would take twice as long to make: a picture holds twenty thousand
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
    """The actors in the picture and the bonds between them, those of most lines first.

    `left_out` are actors of the case that are not in it; it is `thinned` where pairs of fewest lines are left out.
    `focus` and `other` are the keys of the actors that were asked for. `paths` lead from one to the other through
    those in between: they are inferred from the bonds and nowhere told.
    """

    actors: tuple[ActorRow, ...]
    bonds: tuple[Bond, ...]
    left_out: int
    thinned: bool = False
    focus: str = ""
    other: str = ""
    paths: tuple[Path, ...] = ()
