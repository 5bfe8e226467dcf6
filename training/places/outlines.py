"""The middle of each country from its outline: the common centroid of its pieces of land, in degrees."""

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]
MAINLAND = 0.75  # from this share of the land on, the largest piece alone is the country that a reader thinks of


def centres(path: Path) -> dict[int, tuple[float, float]]:
    """ISO number -> latitude and longitude of the middle of its land; territories under one number go with the largest."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    found: dict[int, tuple[float, tuple[float, float]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") and shape["type"] in ("Polygon", "MultiPolygon"):
            number, middle = int(shape["id"]), _middle([_centroid(_unwrapped(ring)) for ring in _rings(shape, arcs)])
            found[number] = max(middle, found.get(number, middle))
    return {number: place for number, (_, place) in found.items()}


def _middle(pieces: list[tuple[float, tuple[float, float]]]) -> tuple[float, tuple[float, float]]:
    """The land of all pieces and their common centroid; a degree of longitude is narrower in the north."""
    weights = [area * math.cos(math.radians(place[0])) for area, place in pieces]
    land = sum(weights)
    biggest, mainland = max(zip(weights, (place for _, place in pieces), strict=True))
    largest = mainland[1]
    if biggest > MAINLAND * land:
        return land, (mainland[0], (largest + 180) % 360 - 180)
    north = sum(weight * place[0] for weight, (_, place) in zip(weights, pieces, strict=True)) / land
    east = sum(weight * _near(place[1], largest) for weight, (_, place) in zip(weights, pieces, strict=True)) / land
    return land, (north, (east + 180) % 360 - 180)


def _near(east: float, other: float) -> float:
    """A longitude on the same turn as another, across the date line too."""
    return east + 360 * round((other - east) / 360)


def _unwrapped(ring: Ring) -> Ring:
    """A ring that does not jump at the date line."""
    points = ring[:1]
    for east, north in ring[1:]:
        points.append((_near(east, points[-1][0]), north))
    return points


def decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    """An arc of a TopoJSON file as longitudes and latitudes."""
    east = north = 0
    points = []
    for step in arc:
        east, north = east + step[0], north + step[1]
        points.append(
            (
                east * transform["scale"][0] + transform["translate"][0],
                north * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def _rings(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        yield [point for number in polygon[0] for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]


def _centroid(ring: Ring) -> tuple[float, tuple[float, float]]:
    """The area of a ring and its centroid as latitude, longitude."""
    area = east = north = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, east, north = area + cross, east + (x0 + x1) * cross, north + (y0 + y1) * cross
    if not area:
        return 0.0, (ring[0][1], ring[0][0])
    return abs(area) / 2, (north / (3 * area), east / (3 * area))
