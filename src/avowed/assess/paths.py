"""Who stands between two actors: each way with the signs and the times of its steps, through parts and leaders first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from avowed.assess.ways import Way
from avowed.model.findings import Path, Step, Third, Tie
from avowed.model.vocabulary import Dimension

_MOST = 12
_INSIDE = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP, Dimension.KINSHIP, Dimension.ORIGIN})
_FAMILY_TIES = frozenset({Dimension.COMMAND, Dimension.MEMBERSHIP})
Between = Mapping[frozenset[str], Sequence[Tie]]


def by_pair(ties: Iterable[Tie], weights: Mapping[str, float]) -> Between:
    """The ties that count, by their two parties."""
    found: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.effective_sign and weights[tie.line.key] > 0 and tie.subject != tie.object:
            found[frozenset((tie.subject, tie.object))].append(tie)
    return found


def paths(ways: Iterable[Way], between: Between, parts: Iterable[str] = ()) -> tuple[Path, ...]:
    """The ways whose every step has a line that counts; `parts` are the factions and leaders of the two asked for.

    First those inside (through a part or a shared leader), then those whose steps may hold at one time, then the
    shorter, then the better supported.
    """
    own = set(parts)
    found = [_path(way, between, own) for way in ways if _whole(way, between)]
    return tuple(sorted(found, key=_rank)[:_MOST])


def thirds(actors: Iterable[str], left: Iterable[str], right: Iterable[str], between: Between) -> tuple[Third, ...]:
    """Where third actors stand to both sides, those of most lines first."""
    sides = tuple(left), tuple(right)
    found = []
    for actor in actors:
        held = [[tie for one in side for tie in between.get(frozenset((one, actor)), ())] for side in sides]
        if all(held):
            lines = tuple(tie.line.key for ties in held for tie in ties)
            found.append(Third(actor, _sign(held[0]), _sign(held[1]), lines))
    return tuple(sorted(found, key=lambda third: (-len(third.lines), third.actor)))


def outsiders(found: Iterable[Third], ties: Iterable[Tie]) -> tuple[Third, ...]:
    """The thirds that neither lead nor belong to either side: where these stand says something on balance."""
    inside = {tie.line.key for tie in ties if tie.dimension in _FAMILY_TIES}
    return tuple(third for third in found if not inside & set(third.lines))


def _path(way: Way, between: Between, own: set[str]) -> Path:
    steps = tuple(_step(one, other, between[frozenset((one, other))]) for one, other in pairwise(way))
    return Path(steps, _overlap(steps), _inside(way, steps, own))


def _whole(way: Way, between: Between) -> bool:
    return all(between.get(frozenset(step)) for step in pairwise(way))


def _step(one: str, other: str, ties: Sequence[Tie]) -> Step:
    held = {tie.dimension for tie in ties}
    begun = [tie.when.first for tie in ties if tie.when.known]
    ended = [tie.when.last for tie in ties if tie.when.known]
    return Step(
        start=one,
        end=other,
        sympathy=sum(tie.effective_sign > 0 for tie in ties),
        hostility=sum(tie.effective_sign < 0 for tie in ties),
        lines=tuple(tie.line.key for tie in ties),
        dimensions=tuple(dimension for dimension in Dimension if dimension in held),
        first=min((day for day in begun if day), default=None),
        last=max((day for day in ended if day), default=None) if all(ended) else None,
    )


def _overlap(steps: Sequence[Step]) -> bool | None:
    """Whether all steps may hold on one day; an open end reaches on, a step without any date leaves it unknown."""
    if any(step.first is None and step.last is None for step in steps):
        return None
    begun = max(step.first or date.min for step in steps)
    ended = min(step.last or date.max for step in steps)
    return begun <= ended


def _inside(way: Way, steps: Sequence[Step], own: set[str]) -> bool:
    if set(way[1:-1]) & own:
        return True
    joined = [bool(set(step.dimensions) & _INSIDE) for step in steps]
    return all(joined) and any(set(step.dimensions) & _FAMILY_TIES for step in steps)


def _rank(path: Path) -> tuple[bool, int, int, float, tuple[str, ...]]:
    support = min(step.sympathy + step.hostility for step in path.steps)
    order = {True: 0, None: 1, False: 2}[path.overlap]
    return not path.inside, len(path.steps), order, -support, path.through


def _sign(ties: Sequence[Tie]) -> int:
    """The sign that at least two thirds of the lines have; 0 where they are mixed."""
    plus = sum(tie.effective_sign > 0 for tie in ties)
    return 1 if 3 * plus >= 2 * len(ties) else -1 if 3 * plus <= len(ties) else 0
