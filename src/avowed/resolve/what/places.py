"""How two places bear on two tellings being one: by gazetteer number, by distance within their precision, by name."""

from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from avowed.model.names import fold
from avowed.model.vocabulary import PlacePrecision
from avowed.model.world import Place

_EARTH = 6371.0  # km
_REACH = {
    PlacePrecision.EXACT: 5.0,
    PlacePrecision.NEAR: 20.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.ADMIN1: 150.0,
    PlacePrecision.COUNTRY: 800.0,
    PlacePrecision.UNKNOWN: 20.0,
}
"""How far, in km, a place may lie from its coordinates: a city, its surroundings, a district, a province, a country."""

_FINE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.DISTRICT, PlacePrecision.UNKNOWN})


class Nearness(StrEnum):
    """What two places say of each other."""

    SAME = "same"
    WITHIN = "within"
    COUNTRY = "country"
    UNKNOWN = "unknown"
    OTHER = "other"


def nearness(one: Place | None, other: Place | None) -> Nearness:
    """Same town or spot, one within the other's province, the same country only, not comparable, or elsewhere."""
    if one is None or other is None:
        return Nearness.UNKNOWN
    if one.country and other.country and one.country != other.country:
        return Nearness.OTHER
    if (one.geonames and one.geonames == other.geonames) or fold(one.name) == fold(other.name):
        return Nearness.SAME if {one.precision, other.precision} <= _FINE else _coarse(one, other)
    distance = kilometres(one, other)
    if distance is None:
        return _by_name(one, other)
    if distance > _REACH[one.precision] + _REACH[other.precision]:
        return Nearness.OTHER
    return Nearness.SAME if {one.precision, other.precision} <= _FINE else _coarse(one, other)


def _coarse(one: Place, other: Place) -> Nearness:
    whole = PlacePrecision.COUNTRY in (one.precision, other.precision)
    return Nearness.COUNTRY if whole else Nearness.WITHIN


def _by_name(one: Place, other: Place) -> Nearness:
    """Without coordinates: a word in common may be the town's name; nothing in common tells little."""
    if set(fold(one.name).split()) & set(fold(other.name).split()):
        return Nearness.WITHIN
    return Nearness.COUNTRY if one.country and one.country == other.country else Nearness.UNKNOWN


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance; None where a place has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    if (one.latitude, one.longitude) == (other.latitude, other.longitude):
        return 0.0
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
