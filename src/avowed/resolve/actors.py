"""Who is who over all reports: occurrences into actors, with every merge explained and every decision kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.model.decisions import Decision, Occurrence, Verdict, in_force
from avowed.model.names import fold
from avowed.model.resolution import Resolution
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import Actor, KnownActor, KnownActors, Name
from avowed.resolve.union import Union


def resolve_actors(
    occurrences: Sequence[Occurrence], decisions: tuple[Decision, ...], known: KnownActors
) -> Resolution:
    """Merge what is surely one: the same known actor, or the same full name and kind; decisions go first."""
    union = Union(occurrence.key for occurrence in occurrences)
    log = in_force(decisions)
    apart = {frozenset((d.left, d.right)) for d in log if d.verdict is Verdict.NOT_SAME}
    for one, other in _sure(occurrences):
        if not _kept_apart(union, one, other, apart):
            union.join(one, other)
    present = {occurrence.key for occurrence in occurrences}
    for decision in log:
        if decision.verdict is Verdict.SAME and {decision.left, decision.right} <= present:
            union.join(decision.left, decision.right)
    return _resolution(union, occurrences, known, log)


def _sure(occurrences: Sequence[Occurrence]) -> Iterator[tuple[str, str]]:
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for occurrence in occurrences:
        for block in _blocks(occurrence):
            blocks[block].append(occurrence.key)
    for keys in blocks.values():
        yield from ((keys[0], key) for key in keys[1:])


def _blocks(occurrence: Occurrence) -> Iterator[tuple[str, str]]:
    if occurrence.known_as:
        yield "known", occurrence.known_as
    elif _is_name(occurrence):
        yield occurrence.kind, fold(occurrence.name)


def _is_name(occurrence: Occurrence) -> bool:
    """False for descriptions ("the gunmen") and for a person's lone surname: they name nobody beyond their report."""
    words = occurrence.name.split()
    named = any(word[:1].isupper() for word in words)
    return named and (occurrence.kind != ActorKind.PERSON or len(words) > 1)


def _kept_apart(union: Union, one: str, other: str, apart: set[frozenset[str]]) -> bool:
    left, right = union.root(one), union.root(other)
    return any({union.root(key) for key in pair} == {left, right} for pair in apart)


def _resolution(
    union: Union, occurrences: Sequence[Occurrence], known: KnownActors, log: tuple[Decision, ...]
) -> Resolution:
    by_key = {occurrence.key: occurrence for occurrence in occurrences}
    decided = {key for d in log if d.verdict in (Verdict.SAME, Verdict.NOT_SAME) for key in (d.left, d.right)}
    actors: dict[str, Actor] = {}
    membership: dict[str, str] = {}
    for members in union.sets().values():
        held = [by_key[key] for key in members]
        actor = _actor(held, known, reviewed=any(key in decided for key in members), taken=actors)
        actors[actor.key] = actor
        membership |= dict.fromkeys(members, actor.key)
    return Resolution(actors, membership)


def _actor(held: Sequence[Occurrence], known: KnownActors, *, reviewed: bool, taken: Mapping[str, Actor]) -> Actor:
    known_key = next((o.known_as for o in held if o.known_as), None)
    entry = known.actors.get(known_key or "")
    name = entry.name if entry else Counter(o.name for o in held).most_common(1)[0][0]
    base = known_key or fold(name).replace(" ", "-") or "unnamed"
    key = base
    number = 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return Actor(
        key=key,
        name=name,
        kind=entry.kind if entry else ActorKind(held[0].kind),
        names=tuple(_names(held, entry)),
        known_as=known_key,
        parent=entry.parent if entry else None,
        reviewed=reviewed,
        reports=len({o.report for o in held}),
    )


def _names(held: Iterable[Occurrence], entry: KnownActor | None) -> Iterator[Name]:
    seen: set[str] = set()
    for occurrence in held:
        for text in (occurrence.name, *occurrence.aliases):
            if fold(text) not in seen:
                seen.add(fold(text))
                yield Name(text, Slot.ALIAS, occurrence.report[:12])
    for name in entry.names if entry else ():
        if fold(name.text) not in seen:
            seen.add(fold(name.text))
            yield name
