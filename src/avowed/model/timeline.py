"""What happened and what held when, for a timeline and a map that belong together; never where a person is or was."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.when import When
from avowed.model.world import Place


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident or a tie in its time: `what` is the kind of incident or the dimension; only an incident has a place.

    `key` is that of the incident or of the line; `told_by` is how many reports tell of it.
    """

    key: str
    kind: str
    what: str
    when: When
    words: str
    sign: int = 0
    stage: str = ""
    denied: bool = False
    hedged: bool = False
    actors: tuple[str, ...] = ()
    place: Place | None = None
    told_by: int = 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """The earliest happenings of those asked for, those without a date apart, and how many there are of both.

    `years` counts what is dated at any time, year by year, also where a time is asked for. `placeless` is true where
    places are left out, because it was asked about a person.
    """

    dated: tuple[Happening, ...]
    undated: tuple[Happening, ...]
    dated_total: int
    undated_total: int
    years: Mapping[int, int]
    names: Mapping[str, str]
    placeless: bool = False
