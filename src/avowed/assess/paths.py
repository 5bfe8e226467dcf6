"""Who stands between two actors: the shortest ways through others, with both tallies on every step."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from avowed.model.findings import Path, Step

Edge = tuple[str, str, int, int]
_MOST = 12


def paths(edges: Iterable[Edge], left: Sequence[str], right: Sequence[str], steps: int) -> tuple[Path, ...]:
    """Ways from any of `left` to any of `right` of two to `steps` edges, the shortest and best supported first.

    `edges` are (subject, object, cooperative lines, hostile lines); direction is not followed. A step shows counts of
    lines, not weights.
    """
    ties = _undirected(edges)
    neighbours = _neighbours(ties)
    ends = set(right)
    found: list[tuple[str, ...]] = []
    for start in left:
        found += _walk(start, ends, set(left), neighbours, steps)
    ranked = sorted(set(found), key=lambda way: (len(way), -_support(way, ties), way))
    return tuple(Path(tuple(_step(a, b, ties) for a, b in pairwise(way))) for way in ranked[:_MOST])


def _undirected(edges: Iterable[Edge]) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for subject, other, sympathy, hostility in edges:
        key = (subject, other) if subject < other else (other, subject)
        held = found.get(key, (0, 0))
        found[key] = (held[0] + sympathy, held[1] + hostility)
    return found


def _neighbours(ties: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for (one, other), tallies in sorted(ties.items()):
        if any(tallies):
            found[one].append(other)
            found[other].append(one)
    return found


def _walk(
    start: str, ends: set[str], left: set[str], neighbours: Mapping[str, list[str]], steps: int
) -> list[tuple[str, ...]]:
    """Simple ways that meet: forwards from the start, pruned by the distance that is left to any end."""
    reach = _distances(ends, neighbours, steps)
    ways: list[tuple[str, ...]] = []
    open_ways: list[tuple[str, ...]] = [(start,)]
    while open_ways:
        way = open_ways.pop()
        for following in neighbours.get(way[-1], ()):
            if following in way or following in left:
                continue
            if following in ends:
                ways += [(*way, following)] if len(way) > 1 else []
            elif len(way) + reach.get(following, steps) < steps + 1:
                open_ways.append((*way, following))
    return ways


def _distances(ends: set[str], neighbours: Mapping[str, list[str]], steps: int) -> dict[str, int]:
    distance = dict.fromkeys(ends, 0)
    edge = list(ends)
    for length in range(1, steps):
        edge = [n for node in edge for n in neighbours.get(node, ()) if n not in distance]
        distance |= dict.fromkeys(edge, length)
    return distance


def _support(way: tuple[str, ...], ties: Mapping[tuple[str, str], tuple[int, int]]) -> int:
    return min(sum(_tallies(one, other, ties)) for one, other in pairwise(way))


def _tallies(one: str, other: str, ties: Mapping[tuple[str, str], tuple[int, int]]) -> tuple[int, int]:
    return ties[(one, other) if one < other else (other, one)]


def _step(one: str, other: str, ties: Mapping[tuple[str, str], tuple[int, int]]) -> Step:
    sympathy, hostility = _tallies(one, other, ties)
    return Step(one, other, sympathy, hostility, ())
