"""Actors out of sets of occurrences: their names, kinds and readable keys that hang on the names and not on their order."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import Actor, KnownActor, KnownActors, Name
from avowed.resolve.names.form import analysed
from avowed.resolve.who.kinds import GROUPS, Group, Strength
from avowed.resolve.who.nodes import Node

_REPORT_DIGITS = 6
_KEY_LENGTH = 60
_ORDER = (Group.ARMED, Group.STATE, Group.PERSON, Group.COMMUNITY, Group.ORGANISATION, Group.EITHER_OR)
"""Which of several actors of one name has the plain key; organisation is often what a reader says for want of more."""


def actors(
    sets: Mapping[str, Sequence[Node]],
    members: Mapping[str, Sequence[Occurrence]],
    owned: Mapping[str, str],
    held: frozenset[str],
    known: KnownActors,
) -> dict[str, Actor]:
    """Set -> its actor: from the nodes that its occurrences come from and the known actor that it is."""
    entries = {root: known.actors.get(owned.get(root, "")) for root in members}
    kinds = {root: _kind(members[root]) for root in members}
    names = {root: _shown(members[root], entries[root]) for root in members}
    wanted = {root: _wanted(members[root], sets[root], names[root], entries[root]) for root in members}
    keys = _keys(wanted, kinds, members)
    return {
        root: _actor(keys[root], names[root], kinds[root], members[root], entries[root], held)
        for root in sorted(members)
    }


def _actor(
    key: str,
    name: str,
    kind: ActorKind,
    occurrences: Sequence[Occurrence],
    entry: KnownActor | None,
    held: frozenset[str],
) -> Actor:
    return Actor(
        key=key,
        name=name,
        kind=entry.kind if entry else kind,
        names=tuple(_names(occurrences, entry)),
        known_as=entry.key if entry else None,
        parent=entry.parent if entry else None,
        reviewed=bool(held) and any(one.key in held for one in occurrences),
        reports=len({one.report for one in occurrences}),
    )


def _shown(occurrences: Sequence[Occurrence], entry: KnownActor | None) -> str:
    """The known actor's name, else the name that reports use most; an acronym only where there is nothing else."""
    if entry:
        return entry.name
    first = occurrences[0].name
    if all(one.name == first for one in occurrences):
        return first
    counts = Counter(one.name for one in occurrences)
    return min(counts, key=lambda name: (_telling(name), -counts[name], -len(name), name))


def _telling(name: str) -> int:
    return 1 if analysed(name, False).acronym else 0


def _kind(occurrences: Sequence[Occurrence]) -> ActorKind:
    """The kind that most occurrences have; an organisation only where nothing more is told."""
    first = occurrences[0].kind
    if all(one.kind == first for one in occurrences):
        return ActorKind(first)
    counts = Counter(ActorKind(one.kind) for one in occurrences)
    return min(counts, key=lambda kind: (kind is ActorKind.ORGANISATION and len(counts) > 1, -counts[kind], kind))


def _names(occurrences: Sequence[Occurrence], entry: KnownActor | None) -> Iterator[Name]:
    seen: set[str] = set()
    for one in occurrences:
        for text in (one.name, *one.aliases):
            if (folded := fold(text)) not in seen:
                seen.add(folded)
                yield Name(text, Slot.ALIAS, one.report[:12])
    for name in entry.names if entry else ():
        if (folded := fold(name.text)) not in seen:
            seen.add(folded)
            yield name


def _wanted(
    occurrences: Sequence[Occurrence], nodes: Sequence[Node], name: str, entry: KnownActor | None
) -> tuple[str, int]:
    """The key that an actor would like to have, and how well it deserves it: 0 known, 1 by a full name, 2 by a weak one."""
    if entry:
        return entry.key, 0
    telling = min(_full_names(occurrences, nodes), default=None)
    base = fold(name) if telling is None else telling
    return (base.replace(" ", "-")[:_KEY_LENGTH].strip("-") or "unnamed"), 2 if telling is None else 1


def _full_names(occurrences: Sequence[Occurrence], nodes: Sequence[Node]) -> Iterator[str]:
    """The names that tell enough by themselves; those of nodes where these were not parted."""
    full = [node for node in nodes if node.strength >= Strength.FULL]
    if sum(len(node.members) for node in nodes) == len(occurrences):
        return (fold(form.text) for node in full for form in node.forms)
    strong = {one.key for node in full for one in node.members}
    return (fold(one.name) for one in occurrences if one.key in strong)


def _keys(
    wanted: Mapping[str, tuple[str, int]],
    kinds: Mapping[str, ActorKind],
    members: Mapping[str, Sequence[Occurrence]],
) -> dict[str, str]:
    """One key for each set: a name that tells enough stands alone, others get their kind or their first report behind."""
    claims: dict[str, list[str]] = defaultdict(list)
    for root, (key, _) in wanted.items():
        claims[key].append(root)
    found: dict[str, str] = {}
    taken = set(claims)
    for key, roots in claims.items():
        ranked = roots
        if len(roots) > 1:
            ranked = sorted(roots, key=lambda root: (wanted[root][1], _rank(kinds[root]), members[root][0].key))
        for root in ranked:
            tells = wanted[root][1] < 2
            first = tells and root == ranked[0]
            found[root] = key if first else _longer(key, kinds[root], members[root][0].report, tells, taken)
            taken.add(found[root])
    return found


def _rank(kind: ActorKind) -> int:
    return _ORDER.index(GROUPS[kind])


def _longer(key: str, kind: ActorKind, report: str, tells: bool, taken: Collection[str]) -> str:
    """The key with its kind behind it where the name tells enough, else with the beginning of its first report's id."""
    by_kind = f"{key}-{GROUPS[kind]}"
    if tells and by_kind not in taken:
        return by_kind
    for digits in range(_REPORT_DIGITS, len(report) + 1):
        if f"{key}-{report[:digits]}" not in taken:
            return f"{key}-{report[:digits]}"
    return f"{by_kind}-{report}"
