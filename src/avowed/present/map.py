"""Where incidents lie: rings over the outlines of countries, the wider and fainter the less exactly a place is known.

Only incidents are drawn, never a person.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from math import cos, radians

from avowed.model.world import Incident, Place
from avowed.present import words
from avowed.present.markup import Markup, element
from avowed.present.pictures import WIDTH, svg

_EDGE = 60
_LEAST = 8.0  # degrees: a narrower map shows no coast or border to know a place by
_LETTER, _LINE = 6.2, 13  # pixels: how wide a letter and how high a line of a name is
_RINGS = {"exact": 5, "near": 7, "district": 14, "admin1": 24, "country": 40, "unknown": 40}
Point = tuple[float, float]  # longitude, latitude


def places(incidents: Sequence[Incident]) -> Markup | None:
    """A map of the incidents whose place has coordinates, those of one place in one ring; None where there are none."""
    by_place: dict[Place, list[Incident]] = defaultdict(list)
    for one in incidents:
        if one.place and one.place.latitude is not None and one.place.longitude is not None:
            by_place[one.place].append(one)
    if not by_place:
        return None
    window = _Window.over(by_place)
    ranked = sorted(by_place.items(), key=lambda held: (-len(held[1]), held[0].name))
    spots = [_spot(place, held, window) for place, held in ranked]
    title = "Where incidents lie; wide faint rings are known only by district, province or country"
    return svg(title, window.height, [*_borders(window), *reversed(spots), *_names(ranked, window)])


@dataclass(frozen=True)
class _Window:
    """The part of the world that is drawn, a degree as wide as high at its middle latitude."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def over(cls, held: Iterable[Place]) -> "_Window":
        points = [(place.longitude or 0.0, place.latitude or 0.0) for place in held]
        west, east = _at_least([x for x, _ in points])
        south, north = _at_least([y for _, y in points])
        return cls(west, east, max(-85.0, south), min(85.0, north))

    @cached_property
    def squeeze(self) -> float:
        return cos(radians((self.north + self.south) / 2))

    @cached_property
    def scale(self) -> float:
        return (WIDTH - 2 * _EDGE) / max((self.east - self.west) * self.squeeze, self.north - self.south)

    @cached_property
    def height(self) -> float:
        return (self.north - self.south) * self.scale + 2 * _EDGE

    @cached_property
    def left(self) -> float:
        """A map that is higher than wide stands in the middle."""
        return (WIDTH - (self.east - self.west) * self.squeeze * self.scale) / 2

    def at(self, point: Point) -> Point:
        x = self.left + (point[0] - self.west) * self.squeeze * self.scale
        return round(x, 1), round(_EDGE + (self.north - point[1]) * self.scale, 1)

    def shows(self, one: Point, other: Point) -> bool:
        """Whether the piece between two points, or what lies in the box between two corners, may be seen."""
        (x, y), (u, v) = self.at(one), self.at(other)
        return max(x, u) >= 0 and min(x, u) <= WIDTH and max(y, v) >= 0 and min(y, v) <= self.height


def _at_least(degrees: Sequence[float]) -> Point:
    low, high = min(degrees), max(degrees)
    more = max(0.0, _LEAST - (high - low)) / 2
    return low - more, high + more


def _borders(window: _Window) -> Iterator[Markup]:
    """Coasts and borders as one path, as far as the window shows them."""
    near = (one for one in _outlines() if window.shows(*one.corners))
    drawn = [run for one in near for run in _seen(one.points, window)]
    if drawn:
        path = "".join(f"M{'L'.join(f'{x:g} {y:g}' for x, y in run)}" for run in drawn)
        yield element("path", d=path, class_="border")


def _seen(outline: Sequence[Point], window: _Window) -> Iterator[list[Point]]:
    """The stretches of an outline that the window shows, in pixels."""
    run: list[Point] = []
    for one, other in pairwise(outline):
        if window.shows(one, other):
            run = run or [window.at(one)]
            run.append(window.at(other))
        elif run:
            yield run
            run = []
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Outline:
    """A coast or a border, and the corners of the box around it, by which most of the world is passed over."""

    points: tuple[Point, ...]
    corners: tuple[Point, Point]

    @classmethod
    def of(cls, points: tuple[Point, ...]) -> "_Outline":
        easts, norths = zip(*points, strict=True)
        return cls(points, ((min(easts), min(norths)), (max(easts), max(norths))))


@cache
def _outlines() -> tuple[_Outline, ...]:
    """Coasts and borders of the world; a row holds hundredths of degrees, each point but the first as steps from the last."""
    text = files("avowed").joinpath("data", "places", "outlines.txt").read_text(encoding="ascii")
    return tuple(_Outline.of(tuple(_points([int(number) for number in row.split()]))) for row in text.splitlines())


def _points(steps: Sequence[int]) -> Iterator[Point]:
    east = north = 0
    for right, up in zip(steps[::2], steps[1::2], strict=True):
        east, north = east + right, north + up
        yield east / 100, north / 100


def _names(ranked: Iterable[tuple[Place, Sequence[Incident]]], window: _Window) -> Iterator[Markup]:
    """The names of places, those of most incidents first; one that would hide another stands in its ring's title alone."""
    taken: list[tuple[float, float, float]] = []
    for place, held in ranked:
        x, y = window.at((place.longitude or 0.0, place.latitude or 0.0))
        label = f"{place.name} ({len(held)})" if len(held) > 1 else place.name
        wide, off = _LETTER * len(label), _RINGS[place.precision] + 3
        for start in (x + off, x - off - wide):
            free = all(y - _LINE >= low or low - _LINE >= y or start >= b or a >= start + wide for a, b, low in taken)
            if free and start >= 0 and start + wide <= WIDTH:
                taken.append((start, start + wide, y))
                yield element("text", label, x=round(start, 1), y=y + 4, class_="tick")
                break


def _spot(place: Place, held: Sequence[Incident], window: _Window) -> Markup:
    x, y = window.at((place.longitude or 0.0, place.latitude or 0.0))
    told = "\n".join(f"{words.plain(one.type)}, {words.interval(one.when)}" for one in held)
    radius = _RINGS[place.precision]
    return element(
        "g",
        element("title", f"{place.name} ({words.plain(place.precision)})\n{told}"),
        element("circle", cx=x, cy=y, r=radius, class_="spot", fill_opacity=round(3.5 / (radius + 2), 2)),
    )
