"""Which of the places so called is meant: prominence, the countries the report names, containment, and nearness to others."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from avowed.annotate.places.gazetteer import Entry, Rank
from avowed.annotate.places.names import Named

EARTH_KM = 6371.0
NEAR_KM = 160.0
# Weights and bars below were set by hand on made-up sentences and checked on LGL and GeoVirus, which nothing is fitted on.
COUNTRY, OTHER_NAME, KIND, SEAT = 4.0, -1.5, 2.0, -2.0
WITHIN, SAME_COUNTRY, SAME_UNIT, NEIGHBOUR = 8.0, 1.5, 1.5, 2.0
FAMOUS_TOWN = 5.7  # 500,000 people: a report that names no country, unit or people means only places this large
KNOWN_TOWN = 4.18  # 15,000 people: smaller places need something named close to them
SMALL_TOWN = 3.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the report says of where it is about: countries and units by how often, and the places already settled."""

    countries: Counter[str] = field(default_factory=Counter)
    units: Counter[tuple[str, str]] = field(default_factory=Counter)
    settled: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A named mention with the places it may be and the names of what it lies in."""

    named: Named
    entries: tuple[Entry, ...]
    within: tuple[Entry, ...] = ()


def choose(asked: Asked, evidence: Evidence, tentative: bool = False) -> Entry | None:
    """The place that is meant; None where only a guess would be left, which a `tentative` choice still makes of towns."""
    fitting = [entry for entry in asked.entries if _fits(entry, asked, evidence, tentative)]
    return max(fitting, key=lambda entry: (score(entry, asked, evidence), entry.size, -entry.index), default=None)


def _fits(entry: Entry, asked: Asked, evidence: Evidence, tentative: bool) -> bool:
    """A small place needs a reason: something it lies in, or what the report is about nearby."""
    if entry.rank in (Rank.COUNTRY, Rank.UNIT) or _lies_within(entry, asked.within):
        return True
    if _barred(entry, asked.named, evidence):
        return False
    if entry.own and entry.size >= (KNOWN_TOWN if tentative or evidence.countries else FAMOUS_TOWN):
        return True
    about = evidence.countries[entry.country] > 0
    close = _neighbours(entry, evidence) > 0 or evidence.units[entry.country, entry.unit] > 0
    if entry.size >= KNOWN_TOWN:
        return about or close
    return about and close and (entry.size >= SMALL_TOWN or entry.rank is not Rank.TOWN)


def _barred(entry: Entry, named: Named, evidence: Evidence) -> bool:
    """Towns are not called `the X`; a building opens with a town's name only in a report about that town's country."""
    if named.inside and evidence.countries[entry.country] == 0:
        return True
    return named.article and entry.rank is not Rank.VILLAGE


def score(entry: Entry, asked: Asked, evidence: Evidence) -> float:
    """How well an entry suits; the terms are weighed against the logarithm of the population."""
    total = entry.size if entry.own else entry.size + OTHER_NAME
    total += {Rank.COUNTRY: COUNTRY, Rank.UNIT: 0.0}.get(entry.rank, 0.0)
    total += _kind(entry, asked)
    total += WITHIN if _lies_within(entry, asked.within) else 0.0
    total += SAME_COUNTRY * min(1.5, math.log2(1 + evidence.countries[entry.country]))
    total += SAME_UNIT * min(3.0, math.log2(1 + evidence.units[entry.country, entry.unit]))
    return total + NEIGHBOUR * min(2.0, math.log2(1 + _neighbours(entry, evidence)))


def _kind(entry: Entry, asked: Asked) -> float:
    """The words beside the name say what sort of place it is; without them a unit's own town stands before the unit."""
    if asked.named.rank is None:
        return SEAT if entry.rank is Rank.UNIT and any(_seat(other, entry) for other in asked.entries) else 0.0
    wanted = {Rank.UNIT: (Rank.UNIT,), Rank.DISTRICT: (Rank.DISTRICT, Rank.TOWN)}
    return KIND if entry.rank in wanted.get(asked.named.rank, (Rank.TOWN, Rank.VILLAGE)) else -KIND


def _seat(town: Entry, unit: Entry) -> bool:
    return town.rank is Rank.TOWN and (town.country, town.unit) == (unit.country, unit.unit) and town.size >= KNOWN_TOWN


def _lies_within(entry: Entry, within: Iterable[Entry]) -> bool:
    for outer in within:
        if outer.rank is Rank.COUNTRY and outer.country == entry.country and entry.rank is not Rank.COUNTRY:
            return True
        if outer.rank is Rank.UNIT and (outer.country, outer.unit) == (entry.country, entry.unit) and entry != outer:
            return True
        if outer.index < 0 and outer.country == entry.country:
            return True
    return False


def _neighbours(entry: Entry, evidence: Evidence) -> int:
    """How many settled places lie close by; countries and units have no one place to be close to."""
    if entry.rank in (Rank.COUNTRY, Rank.UNIT):
        return 0
    return sum(0 < distance(entry, other) <= NEAR_KM for other in evidence.settled if other.index != entry.index)


def distance(one: Entry, other: Entry) -> float:
    """Kilometres along the sphere (haversine)."""
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def gathered(chosen: Sequence[Entry | None], nations: Mapping[str, int]) -> Evidence:
    """The evidence that settled places and the peoples named give; each place counts once."""
    places = {entry.index: entry for entry in chosen if entry is not None}
    countries = Counter(nations)
    units: Counter[tuple[str, str]] = Counter()
    for entry in places.values():
        countries[entry.country] += 1
        if entry.unit:
            units[entry.country, entry.unit] += 1
    points = tuple(entry for entry in places.values() if entry.rank in (Rank.TOWN, Rank.DISTRICT, Rank.VILLAGE))
    return Evidence(countries, units, points)
