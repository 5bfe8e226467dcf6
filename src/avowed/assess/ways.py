"""Ways from one actor to another through others, over who is tied to whom at all; what they are worth is judged later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import islice, pairwise
from operator import itemgetter

Edge = tuple[str, str, int, int]
Way = tuple[str, ...]
ENOUGH = 60
"""Ways that are shown at most: where so many short ones are known, longer ones are not looked for."""

_OPEN = 20_000  # ways under way at once: beyond it only the shortest are followed


def ways(edges: Iterable[Edge], left: Sequence[str], right: Sequence[str], steps: int) -> tuple[Way, ...]:
    """Simple ways from any of `left` to any of `right` of two to `steps` edges, the shortest and best told first.

    `edges` are (subject, object, cooperative lines, hostile lines); direction is not followed.
    """
    ties = _undirected(edges)
    neighbours = _neighbours(ties)
    found: set[Way] = set()
    for start in left:
        found |= _walk(start, set(right), set(left), neighbours, steps)
    lines = {**ties, **{(other, one): count for (one, other), count in ties.items()}}
    best = nsmallest(ENOUGH, ((len(way), -min(map(lines.__getitem__, pairwise(way))), way) for way in found))
    return tuple(way for *_, way in best)


def thirds(edges: Iterable[Edge], left: Sequence[str], right: Sequence[str], most: int) -> tuple[str, ...]:
    """The actors tied to both sides, those of most lines first."""
    own = set(left) | set(right)
    told: dict[str, list[int]] = {}
    for subject, other, sympathy, hostility in edges:
        for one, third in ((subject, other), (other, subject)):
            if one in own and third not in own:
                counts = told.setdefault(third, [0, 0])
                counts[0] += (sympathy + hostility) * (one in left)
                counts[1] += (sympathy + hostility) * (one in right)
    both = [(min(counts), third) for third, counts in told.items() if all(counts)]
    return tuple(third for _, third in sorted(both, key=lambda one: (-one[0], one[1]))[:most])


def through_two(
    own: Iterable[Edge], across: Iterable[Edge], left: str, right: str, most: int
) -> Iterator[tuple[str, str, str, str]]:
    """Ways of three edges from one actor to the other, the best told first: what `ways` gives, without walking.

    `own` are the edges at the two actors, `across` those between who stands next to the one and who to the other.
    """
    beside = {left: dict[str, int](), right: dict[str, int]()}
    for (one, other), lines in _undirected(own).items():
        for end, third in ((one, other), (other, one)):
            if end in beside and third not in beside and lines:
                beside[end][third] = lines
    near, far = beside[left], beside[right]
    told = (
        (-min(near[first], lines, far[second]), first, second)
        for (one, other), lines in _undirected(across).items()
        for first, second in ((one, other), (other, one))
        if lines and first in near and second in far and first != second
    )
    return ((left, first, second, right) for _, first, second in nsmallest(most, told))


def _undirected(edges: Iterable[Edge]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = defaultdict(int)
    for subject, other, sympathy, hostility in edges:
        found[(subject, other) if subject < other else (other, subject)] += sympathy + hostility
    return found


def _neighbours(ties: Mapping[tuple[str, str], int]) -> dict[str, list[str]]:
    """The actors tied to each, those of most lines first."""
    found: dict[str, list[str]] = defaultdict(list)
    by_name = sorted(ties.items())
    for (one, other), lines in sorted(by_name, key=itemgetter(1), reverse=True):  # a tenth of a key with a minus in it
        if lines:
            found[one].append(other)
            found[other].append(one)
    return found


def _walk(start: str, ends: set[str], left: set[str], neighbours: Mapping[str, list[str]], steps: int) -> set[Way]:
    """Ways that meet: forwards from the start, breadth first, pruned by the distance that is left to any end."""
    reach = _distances(ends, neighbours, steps)
    at_end = _beside(ends, neighbours)
    found: set[Way] = set()
    open_ways: list[Way] = [(start,)]
    for length in range(1, steps + 1):
        longer: list[Way] = []
        for way in open_ways:
            if length > 1:
                found.update((*way, end) for end in at_end.get(way[-1], ()) if end not in way and end not in left)
            if length < steps and len(longer) < _OPEN:
                room = _OPEN - len(longer)
                longer += islice(_onwards(way, ends, left, neighbours, reach, steps - length), room)
        if len(found) >= ENOUGH:
            break
        open_ways = longer
    return found


def _onwards(
    way: Way, ends: set[str], left: set[str], neighbours: Mapping[str, list[str]], reach: Mapping[str, int], rest: int
) -> Iterator[Way]:
    """A way made longer by each neighbour from which an end can be reached in the steps that are left."""
    for following in neighbours.get(way[-1], ()):
        if reach.get(following, rest + 1) <= rest and not (following in way or following in left or following in ends):
            yield (*way, following)


def _beside(ends: Iterable[str], neighbours: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The ends that stand next to each actor."""
    found: dict[str, list[str]] = defaultdict(list)
    for end in ends:
        for one in neighbours.get(end, ()):
            found[one].append(end)
    return found


def _distances(ends: set[str], neighbours: Mapping[str, list[str]], steps: int) -> dict[str, int]:
    distance = dict.fromkeys(ends, 0)
    edge = list(ends)
    for length in range(1, steps):
        edge = list(dict.fromkeys(n for node in edge for n in neighbours.get(node, ()) if n not in distance))
        distance |= dict.fromkeys(edge, length)
    return distance
