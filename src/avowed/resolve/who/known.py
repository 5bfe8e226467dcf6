"""The known actors by the keys of their names: whom a name surely means, and whom it may mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from avowed.model.decisions import Occurrence
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import KnownActor, KnownActors, Name
from avowed.resolve.names.form import NameForm, analysed
from avowed.resolve.who.kinds import GROUPS, Group, may_be_one
from avowed.resolve.who.words import words_of

Bearers = Mapping[str, frozenset[str]]


class KnownNames:
    """All names of the known actors by the words that spellings share; weak names apart from the strong."""

    def __init__(self, known: KnownActors) -> None:
        self.actors = known.actors
        self._strong, self._weak = _by_words(known.actors.values())
        self._near = _near(known.actors)

    def group(self, key: str) -> Group:
        """The group of kinds of a known actor."""
        return GROUPS[self.actors[key].kind]

    def surely(self, occurrence: Occurrence, form: NameForm, group: Group) -> str | None:
        """The known actor that the report's reader saw, or else the only one that bears the full name."""
        if occurrence.known_as in self.actors:
            return occurrence.known_as
        bearers = self._fitting(self._strong, form, group)
        return min(bearers) if len(bearers) == 1 else None

    def may_be(self, form: NameForm, group: Group) -> frozenset[str]:
        """Every known actor that bears the name in any way."""
        return self._fitting(self._strong, form, group) | self._fitting(self._weak, form, group)

    def near(self, key: str) -> frozenset[str]:
        """Parents, parts and what split from, merged with or renamed itself: who is likely to be named beside it."""
        return self._near.get(key, frozenset())

    def names(self, key: str) -> tuple[Name, ...]:
        """The names of a known actor, its own first."""
        actor = self.actors[key]
        return (Name(actor.name, Slot.NAME, actor.source), *actor.names)

    def _fitting(self, bearers: Bearers, form: NameForm, group: Group) -> frozenset[str]:
        found = bearers.get(words_of(form), frozenset())
        return frozenset(key for key in found if may_be_one(self.group(key), group))


@lru_cache(maxsize=4)
def known_names(known: KnownActors) -> KnownNames:
    """The names of a table of known actors, put in order once for all that is resolved with it."""
    return KnownNames(known)


def _by_words(actors: Iterable[KnownActor]) -> tuple[Bearers, Bearers]:
    strong: dict[str, set[str]] = defaultdict(set)
    weak: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (Name(actor.name), *actor.names):
            form = analysed(name.text, actor.kind is ActorKind.PERSON)
            (weak if name.slot is Slot.WEAK_ALIAS or form.acronym else strong)[words_of(form)].add(actor.key)
    return _frozen(strong), _frozen(weak)


def _near(actors: Mapping[str, KnownActor]) -> Bearers:
    near: dict[str, set[str]] = defaultdict(set)
    for actor in actors.values():
        for other in (actor.parent, *(change.other for change in actor.changes)):
            if other in actors and other is not None:
                near[actor.key].add(other)
                near[other].add(actor.key)
    return _frozen(near)


def _frozen(found: Mapping[str, set[str]]) -> Bearers:
    return {key: frozenset(keys) for key, keys in found.items()}
