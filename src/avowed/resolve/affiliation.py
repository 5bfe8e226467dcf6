"""To whom somebody belongs, as the reports tell it; who belonged to two is put under neither."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from avowed.model.vocabulary import ActorKind
from avowed.model.world import Actor

Told = tuple[str, str] | tuple[str, str, int]
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.COMMUNITY})


def parents(told: Iterable[Told], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Actor -> the one body that it is told to lead or to belong to; (member, body) are told, with whatever stands behind.

    A parent known beforehand stays. A body over which several are told, and a circle, give none.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    for member, body, *_ in told:
        if member in actors and body in actors and actors[body].kind not in _PEOPLE and member != body:
            bodies[member].add(body)
    found = {member: next(iter(of)) for member, of in bodies.items() if len(of) == 1 and not actors[member].parent}
    return {member: body for member, body in sorted(found.items()) if not _circles(member, found, actors)}


def _circles(start: str, found: Mapping[str, str], actors: Mapping[str, Actor]) -> bool:
    seen = {start}
    above = found.get(start)
    while above is not None and above in actors:
        if above in seen:
            return True
        seen.add(above)
        above = found.get(above) or actors[above].parent
    return False
