"""How close two actors are by what a voice says, how far the voices lie apart, and what a party denies."""

from dataclasses import dataclass
from datetime import date

from avowed.model.vocabulary import Dimension


@dataclass(frozen=True, slots=True)
class Range:
    """An 80 % interval."""

    low: float
    high: float


NOTHING = Range(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Tally:
    """Sympathy and hostility, never netted: weighted sums with their 80 % ranges, and the lines behind each."""

    sympathy: float
    hostility: float
    cooperative: tuple[str, ...]
    hostile: tuple[str, ...]
    denied: tuple[str, ...]
    neutral: tuple[str, ...]
    families: int
    first: date | None
    last: date | None
    sympathy_range: Range = NOTHING
    hostility_range: Range = NOTHING
    voices: int = 0


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close a voice shows two actors: in [-1, 1] with an 80 % interval, and what it rests on; mixed is a finding.

    `number` is how many independent lines of equal weight the evidence is worth. `reach` is its range when any one
    publisher is left out, or one unknown publisher comes that tells one side alone; `hangs_on` names the publishers
    without which its sign changes or too little is left.
    """

    value: float
    low: float
    high: float
    mixed: bool
    families: int
    lines: tuple[str, ...]
    number: float = 0.0
    reach: Range = NOTHING
    hangs_on: str = ""


@dataclass(frozen=True, slots=True)
class Without:
    """The gap when something is left out: a publisher, family, speaker or reader rule by name, or all hedged lines.

    `value` is None where one side then falls silent.
    """

    what: str
    name: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Shown (observed and assessed) minus stated closeness in [-2, 2].

    `low` and `high` are its range when any one thing is left out, `likely` is its 80 % interval by chance, `hangs_on`
    names what changes its sign or silences a side. `one_more` is its range when one unknown publisher comes that tells
    and quotes one side alone. `observed` and `assessed` are the same difference for either voice.
    """

    value: float
    low: float
    high: float
    hangs_on: str = ""
    likely: Range = NOTHING
    observed: float | None = None
    assessed: float | None = None
    dimensions: tuple[Dimension, ...] = ()
    since: date | None = None
    without: tuple[Without, ...] = ()
    one_more: Range = NOTHING


@dataclass(frozen=True, slots=True)
class Denial:
    """What a party denies, beside the lines that show it all the same; `families` speak of the latter.

    `hangs_on` names the one publisher without which nothing contradicts the denial.
    """

    party: str
    dimension: Dimension
    denied: tuple[str, ...]
    shown: tuple[str, ...]
    families: int
    since: date | None
    hangs_on: str = ""
