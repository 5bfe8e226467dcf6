"""Brought actors folded into those that are known: one that bears a known actor's full name gives it its other names.

A name that two would bear is weak for both afterwards, so that it never merges by itself.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import KnownActor, KnownActors, Name
from avowed.model.world import known_actors as index

_PEOPLE = frozenset({ActorKind.PERSON})


def folded(base: KnownActors, brought: Iterable[KnownActor]) -> KnownActors:
    """The known actors with those that were brought; what the package knows keeps its key, its kind and its names."""
    actors = dict(base.actors)
    for one in brought:
        same = _known_as(one, base)
        if same is not None:
            actors[same] = _joined(actors[same], one)
        else:
            key = one.key if one.key not in actors else f"{one.key}-brought"
            while key in actors:
                key += "-more"
            actors[key] = replace(one, key=key)
    return index(_unambiguous(tuple(actors.values())))


def _known_as(one: KnownActor, base: KnownActors) -> str | None:
    """The only known actor, a person for a person, that bears the brought name as a full one."""
    found = {
        actor.key
        for actor, slot in base.lookup(one.name)
        if slot is not Slot.WEAK_ALIAS and (actor.kind in _PEOPLE) == (one.kind in _PEOPLE)
    }
    return found.pop() if len(found) == 1 else None


def _joined(known: KnownActor, one: KnownActor) -> KnownActor:
    held = {fold(name.text) for name in (Name(known.name), *known.names)}
    more = tuple(name for name in one.names if fold(name.text) not in held)
    countries = known.countries or one.countries
    return replace(known, names=(*known.names, *more), countries=countries, changes=(*known.changes, *one.changes))


def _unambiguous(actors: tuple[KnownActor, ...]) -> Iterable[KnownActor]:
    """Full names that several bear become weak; an actor whose own name is so keeps it, for it has to be called something."""
    bearers = Counter(
        text for actor in actors for text in {fold(name.text) for name in (Name(actor.name), *actor.names)}
    )
    for actor in actors:
        names = tuple(
            replace(name, slot=Slot.WEAK_ALIAS) if bearers[fold(name.text)] > 1 else name for name in actor.names
        )
        yield replace(actor, names=names)
