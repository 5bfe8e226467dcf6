"""Occurrences gathered by what they stand for, and what their reports say around them; the order of occurrences is nothing.

A node is what is never parted but by a decision: all occurrences of a known actor or of a full name. An occurrence that
is weaker is a node of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.resolve.names.form import NameForm, analysed
from avowed.resolve.who.kinds import Group, Strength
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.standing import Standing, every_standing, standing


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """Occurrences that stand for one actor by themselves."""

    key: str
    identity: str
    strength: Strength
    group: Group
    known: str | None
    members: tuple[Occurrence, ...]
    forms: tuple[NameForm, ...]
    given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Other names that reports give it, as the identities they would have, each with the reports."""
    reports: frozenset[str] = frozenset()

    @property
    def person(self) -> bool:
        """True for persons."""
        return self.group is Group.PERSON


@dataclass(frozen=True, slots=True)
class Around:
    """What a report tells beside one occurrence: identities of other named actors, and the states it is about."""

    telling: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Nodes:
    """All nodes by key, the node of each occurrence, and the surroundings by report."""

    nodes: Mapping[str, Node]
    of: Mapping[str, str]
    around: Mapping[str, Around]


def gather(occurrences: Iterable[Occurrence], known: KnownNames) -> Nodes:
    """Nodes of all occurrences, with their reports' surroundings."""
    standings = [*every_standing(sorted(occurrences, key=lambda one: one.key), known)]
    groups: dict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        groups[_node_key(one)].append(one)
    nodes = {key: _node(key, held, known) for key, held in groups.items()}
    nodes |= {key: node for node in tuple(nodes.values()) for key, node in _possible(node, known) if key not in nodes}
    of = {one.occurrence.key: key for key, held in groups.items() for one in held}
    return Nodes(nodes, of, _surroundings(standings, known))


def _node_key(one: Standing) -> str:
    return one.identity if one.strength >= Strength.FULL else f"{one.identity} @{one.occurrence.key}"


def _node(key: str, held: Sequence[Standing], known: KnownNames) -> Node:
    first = held[0]
    given: dict[str, set[str]] = defaultdict(set)
    for one in held:
        for alias in one.occurrence.aliases:
            identity = _identity(alias, one, known)
            if identity and identity != one.identity:
                given[identity].add(one.occurrence.report)
    return Node(
        key=key,
        identity=first.identity,
        strength=first.strength,
        group=first.group,
        known=first.known,
        members=tuple(one.occurrence for one in held),
        forms=tuple({fold(one.form.text): one.form for one in held}.values()),
        reports=frozenset(one.occurrence.report for one in held),
        given={identity: frozenset(reports) for identity, reports in sorted(given.items())},
    )


def _possible(node: Node, known: KnownNames) -> Iterator[tuple[str, Node]]:
    """Known actors that a node may be, as nodes without occurrences."""
    if node.known or node.strength is Strength.NAMELESS:
        return
    for form in node.forms:
        for key in known.may_be(form, node.group):
            own = analysed(known.actors[key].name, node.person)
            yield (
                f"known/{key}",
                Node(f"known/{key}", f"known/{key}", Strength.KNOWN, known.group(key), key, (), (own,)),
            )


def _identity(alias: str, one: Standing, known: KnownNames) -> str | None:
    """What an alias would stand for; None for one that names nobody by itself."""
    other = standing(replace(one.occurrence, name=alias, aliases=(), known_as=None), known)
    return other.identity if other.strength in (Strength.SHORT, Strength.FULL, Strength.KNOWN) else None


def _surroundings(standings: Sequence[Standing], known: KnownNames) -> dict[str, Around]:
    by_report: dict[str, list[Standing]] = defaultdict(list)
    for one in standings:
        by_report[one.occurrence.report].append(one)
    return {report: _around(held, known) for report, held in by_report.items()}


def _around(held: Sequence[Standing], known: KnownNames) -> Around:
    telling = {one.identity for one in held if one.strength is Strength.FULL and one.group is not Group.COMMUNITY}
    telling |= {one.identity for one in held if one.strength is Strength.KNOWN and one.group is Group.PERSON}
    actors = {one.known for one in held if one.known and one.group is not Group.PERSON}
    home = {country for one in held for country in one.occurrence.countries}
    if not home:
        home = {country for key in actors if known.group(key) is Group.STATE for country in known.actors[key].countries}
    return Around(
        frozenset(telling), frozenset(key for key in actors if known.group(key) is not Group.STATE), frozenset(home)
    )
