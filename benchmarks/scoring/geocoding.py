"""Places: found where the gold has a name, and within 161 km of it.

Countries and first-level units are right by identity where the gold says which they are, else by distance too.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.spans import Span, overlap
from benchmarks.scoring.templates import assign

NEAR_KM = 161.0
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Located:
    """A place name of a text with its coordinates; `unit` marks a country or first-level unit of the gold."""

    span: Span
    latitude: float
    longitude: float
    geonames: int | None = None
    unit: bool = False


def score_places(predicted: Sequence[Located], gold: Sequence[Located], ignored: Sequence[Span] = ()) -> Counts:
    """Counts of one document, aligned one to one; predictions on `ignored` names, which have no gold, do not count."""
    counted = [one for one in predicted if not any(overlap(one.span, other) for other in ignored)]
    worth = np.array([[right(one, other) for other in gold] for one in counted], dtype=float)
    found = len(assign(worth))
    return Counts(found, len(counted), found, len(gold))


def right(predicted: Located, gold: Located) -> bool:
    """Whether a prediction lies on the gold's name and at its place."""
    if not overlap(predicted.span, gold.span):
        return False
    if gold.unit and predicted.geonames and gold.geonames:
        return predicted.geonames == gold.geonames
    return distance(predicted, gold) <= NEAR_KM


def distance(one: Located, other: Located) -> float:
    """Kilometres along the sphere (haversine)."""
    north, other_north = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((other_north - north) / 2) ** 2
    return (
        2
        * EARTH_KM
        * math.asin(math.sqrt(min(1.0, half + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2)))
    )
