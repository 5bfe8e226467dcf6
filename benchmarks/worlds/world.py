"""What is true in a world: phases of conduct between two actors, what happens in them, and what the two say of it.

Everything is drawn from one seed; nothing here knows how Avowed weighs a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

LEFT, RIGHT = "ash", "birch"
BEGIN = date(2010, 1, 1)
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period in which a share of what the two do to each other is cooperation; both days are included."""

    first: date
    last: date
    cooperative: float

    @property
    def sign(self) -> int:
        """+1, -1, or 0 where the conduct is mixed."""
        return 1 if self.cooperative >= 0.65 else -1 if self.cooperative <= 0.35 else 0


@dataclass(frozen=True, slots=True)
class Event:
    """One deed between the two: when, and whether it is cooperation (+1) or hostility (-1)."""

    day: date
    sign: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What one of the two says on a day: friendly (+1), hostile (-1), or that there is no tie (0)."""

    day: date
    party: str
    sign: int


@dataclass(frozen=True, slots=True)
class World:
    """The truth of one world."""

    seed: int
    stretches: tuple[Stretch, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    positions: dict[str, tuple[float, float]]
    again: int = 0

    @property
    def closeness(self) -> float:
        """True closeness over the whole time, in [-1, 1]: the mean of twice the cooperative share, less one."""
        days = [(one.last - one.first).days + 1 for one in self.stretches]
        mean = sum(one.cooperative * length for one, length in zip(self.stretches, days, strict=True)) / sum(days)
        return 2 * mean - 1

    @property
    def stated(self) -> float:
        """The closeness that both parties' positions amount to; saying that there is no tie is 0."""
        return sum(friendly - hostile for friendly, hostile in self.positions.values()) / len(self.positions)

    @property
    def gap(self) -> float:
        """Shown minus stated closeness."""
        return self.closeness - self.stated

    @property
    def turns(self) -> tuple[tuple[int, int, date], ...]:
        """Sign before, sign after, and the day of every change of sign."""
        pairs = pairwise(self.stretches)
        return tuple((one.sign, other.sign, other.first) for one, other in pairs if one.sign * other.sign < 0)


def world(seed: int, again: int = 0) -> World:
    """The world of this seed; `again` gives the same two actors with what happens and is said drawn anew."""
    random = Random(seed)
    years, a_year = random.uniform(6, 12), random.uniform(2, 10)
    stretches = tuple(_stretches(random, years))
    positions = {party: _position(random, stretches) for party in (LEFT, RIGHT)}
    chance = Random(seed + 1_000_003 * again)
    events = tuple(_events(chance, stretches, a_year))
    statements = tuple(_statements(chance, positions, years))
    return World(seed, stretches, events, statements, positions, again)


def _stretches(random: Random, years: float) -> Iterator[Stretch]:
    """No, one or two turns; one world in seven is mixed throughout. No stretch is shorter than a year and a half."""
    if random.random() < 1 / 7:
        yield Stretch(BEGIN, _after(years), random.uniform(0.4, 0.6))
        return
    turns = random.choices((0, 1, 2), (0.3, 0.45, 0.25))[0] if years > 6 else random.choice((0, 1))
    cuts = _cuts(random, years, turns)
    sign = random.choice((1, -1))
    for start, end in pairwise(cuts):
        share = random.uniform(0.75, 0.97)
        yield Stretch(_after(start), _after(end) - timedelta(days=1), share if sign > 0 else 1 - share)
        sign = -sign


def _cuts(random: Random, years: float, turns: int) -> list[float]:
    while True:
        cuts = [0.0, *sorted(random.uniform(0, years) for _ in range(turns)), years]
        if all(end - start >= 1.5 for start, end in pairwise(cuts)):
            return cuts


def _events(random: Random, stretches: tuple[Stretch, ...], a_year: float) -> Iterator[Event]:
    """Deeds come by chance at one rate (a Poisson process)."""
    for stretch in stretches:
        day = stretch.first + _wait(random, a_year)
        while day <= stretch.last:
            yield Event(day, 1 if random.random() < stretch.cooperative else -1)
            day += _wait(random, a_year)


def _position(random: Random, stretches: tuple[Stretch, ...]) -> tuple[float, float]:
    """Shares of friendly and of hostile statements: honest, in denial, or the contrary of what is done."""
    mean = sum(one.cooperative for one in stretches) / len(stretches)
    kind = random.random()
    if kind < 0.35:
        return mean, 1 - mean
    if kind < 0.7:
        denying = random.uniform(0.6, 1)
        return 0.0, 1 - denying
    return 1 - mean, mean


def _statements(random: Random, positions: dict[str, tuple[float, float]], years: float) -> Iterator[Statement]:
    for party, (friendly, hostile) in positions.items():
        a_year, passed = random.uniform(0.5, 3), 0.0
        while (passed := passed + random.expovariate(a_year)) < years:
            draw = random.random()
            sign = 1 if draw < friendly else -1 if draw < friendly + hostile else 0
            yield Statement(_after(passed), party, sign)


def _after(years: float) -> date:
    return BEGIN + timedelta(days=round(years * _DAYS_A_YEAR))


def _wait(random: Random, a_year: float) -> timedelta:
    return timedelta(days=max(1, round(random.expovariate(a_year) * _DAYS_A_YEAR)))
