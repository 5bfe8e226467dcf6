"""Who is who over all reports: occurrences into actors, with every merge explained and every decision kept.

The result hangs on the occurrences, the decisions and the known actors alone; their order is nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.model.decisions import ON_OCCURRENCES, Decision, Occurrence, in_force
from avowed.model.names import fold
from avowed.model.resolution import Proposal, Resolution
from avowed.model.world import KnownActors
from avowed.resolve.once import once
from avowed.resolve.who import build
from avowed.resolve.who.decide import decide
from avowed.resolve.who.join import Comparing, Joined, Link, join
from avowed.resolve.who.known import KnownNames, known_names
from avowed.resolve.who.nodes import Node, Nodes, gather

Held = tuple[Sequence[Occurrence], Sequence[Node]]
"""The occurrences of one set in order of key, and the nodes that they come from."""

_MOST_PROPOSALS = 5
"""Put before a person for one actor; the likeliest ones."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What names and surroundings alone say of who is who, before any decision: it holds as long as what it is made of."""

    occurrences: tuple[Occurrence, ...]
    known: KnownActors
    names: KnownNames
    gathered: Nodes
    joined: Joined


def weighed(occurrences: Sequence[Occurrence], known: KnownActors) -> Weighed:
    """Weigh every name once; by far the most of what resolving costs."""
    names = known_names(known)
    gathered = gather(occurrences, names)
    return Weighed(tuple(occurrences), known, names, gathered, join(gathered, names))


def resolve_actors(
    occurrences: Sequence[Occurrence], decisions: tuple[Decision, ...], known: KnownActors
) -> Resolution:
    """Merge what is surely one, propose what may be, keep the rest apart; decisions go first."""
    return folded(weighed(occurrences, known), decisions)


def folded(of: Weighed, decisions: tuple[Decision, ...]) -> Resolution:
    """The decisions folded over what was weighed; sets on which nothing was decided stay as they were weighed."""
    gathered, joined, known = of.gathered, of.joined, of.known
    log = [decision for decision in in_force(decisions) if ON_OCCURRENCES in decision.left]
    weighed_sets = _sets(gathered, joined)
    looked_at = _looked_at(weighed_sets, log, gathered, joined)
    decided = decide(looked_at, log, _Likeness(gathered))
    sets = _after(decided.set_of, weighed_sets, frozenset(looked_at.values()), gathered)
    members = {root: held for root, (held, _) in sets.items()}
    nodes = {root: own for root, (_, own) in sets.items()}
    actors = build.actors(nodes, members, _owned(sets, gathered, joined), decided.held, known)
    membership = {one.key: actors[root].key for root, held in members.items() for one in held}
    settled = {
        frozenset((membership[d.left], membership[d.right])) for d in log if {d.left, d.right} <= membership.keys()
    }
    merges = _merges(joined.used, gathered, Comparing(gathered, of.names))
    return Resolution(
        actors={actor.key: actor for actor in actors.values()},
        membership=membership,
        merges=tuple(one for one in merges if membership[one.left] == membership[one.right]),
        proposals=tuple(_proposals(joined.open, gathered, membership, settled)),
        conflicts=decided.conflicts,
        idle=decided.idle,
    )


class _Likeness:
    """How like two occurrences are, for splitting what a person says is two: names first, then what is named beside them."""

    def __init__(self, gathered: Nodes) -> None:
        self.gathered = gathered

    @once
    def _occurrence(self) -> dict[str, Occurrence]:
        return {one.key: one for node in self.gathered.nodes.values() for one in node.members}

    def __call__(self, left: str, right: str) -> float:
        one, other = self._occurrence[left], self._occurrence[right]
        beside, around = self.gathered.around[one.report], self.gathered.around[other.report]
        same_node = self.gathered.of[left] == self.gathered.of[right]
        return (
            4.0 * (fold(one.name) == fold(other.name))
            + 2.0 * same_node
            + min(3, len(beside.telling & around.telling) - same_node)
            + 0.5 * len(beside.known & around.known)
            + bool(beside.home & around.home)
        )


def _sets(gathered: Nodes, joined: Joined) -> dict[str, list[Node]]:
    """The nodes of each set that names and surroundings alone make, without those that no report names."""
    found: dict[str, list[Node]] = defaultdict(list)
    for key, node in gathered.nodes.items():
        if node.members:
            found[joined.root[key]].append(node)
    return found


def _looked_at(
    sets: Mapping[str, Sequence[Node]], log: Iterable[Decision], gathered: Nodes, joined: Joined
) -> dict[str, str]:
    """Occurrence -> its set, for the sets on which something was decided: the others cannot change."""
    decided_on = (gathered.of[key] for one in log for key in (one.left, one.right) if key in gathered.of)
    roots = sorted({joined.root[node] for node in decided_on})
    return {one.key: root for root in roots for node in sets[root] for one in node.members}


def _after(
    set_of: Mapping[str, str], weighed_sets: Mapping[str, Sequence[Node]], looked_at: Container[str], gathered: Nodes
) -> dict[str, Held]:
    """Every set after the decisions, in order of the first occurrence of each."""
    found = {root: _whole(nodes) for root, nodes in weighed_sets.items() if root not in looked_at}
    parts: dict[str, list[Occurrence]] = defaultdict(list)
    decided_on = (node for root, nodes in weighed_sets.items() if root in looked_at for node in nodes)
    for one in sorted((one for node in decided_on for one in node.members), key=_by_key):
        parts[set_of[one.key]].append(one)
    found |= {root: (held, _nodes(held, gathered)) for root, held in parts.items()}
    return dict(sorted(found.items(), key=lambda entry: entry[1][0][0].key))


def _whole(nodes: Sequence[Node]) -> Held:
    if len(nodes) == 1:
        return nodes[0].members, nodes
    return sorted((one for node in nodes for one in node.members), key=_by_key), sorted(nodes, key=_first_key)


def _by_key(one: Occurrence) -> str:
    return one.key


def _first_key(node: Node) -> str:
    return node.members[0].key


def _nodes(held: Iterable[Occurrence], gathered: Nodes) -> list[Node]:
    keys = dict.fromkeys(gathered.of[one.key] for one in held)
    return [gathered.nodes[key] for key in keys]


def _owned(sets: Mapping[str, Held], gathered: Nodes, joined: Joined) -> dict[str, str]:
    """Set -> the known actor that it is; where a known actor was split, the larger side stays it."""
    known_of = {joined.root[key]: node.known for key, node in gathered.nodes.items() if node.known}
    claims: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for root, (held, nodes) in sets.items():
        if not any(joined.root[node.key] in known_of for node in nodes):
            continue
        counts = Counter(known_of.get(joined.root[gathered.of[one.key]]) for one in held)
        for known, count in counts.items():
            if known:
                claims[known].append((-count, root))
    owners = sorted((min(claim)[1], known) for known, claim in claims.items())
    return dict(reversed(owners))


def _merges(used: Iterable[Link], gathered: Nodes, comparing: Comparing) -> Iterator[Proposal]:
    """Why names stand under one actor: one row for each further name, and for each further node."""
    for node in gathered.nodes.values():
        named = list({fold(one.name): one for one in reversed(node.members)}.values())[::-1]
        if not named:
            continue
        first, *others = named
        others = others or [one for one in node.members if one.report != first.report][:1]
        for other in others:
            score, features = comparing.within(node, first, other)
            yield Proposal(first.key, other.key, score, features)
    for link in used:
        left, right = gathered.nodes[link.left], gathered.nodes[link.right]
        if left.members and right.members:
            yield Proposal(left.members[0].key, right.members[0].key, link.score, link.features)


def _proposals(
    links: Iterable[Link], gathered: Nodes, membership: Mapping[str, str], settled: set[frozenset[str]]
) -> Iterator[Proposal]:
    """The likeliest open pairs of actors, a few for each actor, none that a person has settled."""
    best: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.left, one.right)):
        pair = _actors_of(link, gathered, membership)
        if pair and pair not in best and frozenset(pair) not in settled:
            best[pair] = link
    shown: Counter[str] = Counter()
    for (left, right), link in best.items():
        if max(shown[left], shown[right]) < _MOST_PROPOSALS:
            shown.update((left, right))
            yield Proposal(left, right, link.score, link.features)


def _actors_of(link: Link, gathered: Nodes, membership: Mapping[str, str]) -> tuple[str, str] | None:
    """The two actors, in order of their keys; None where they are one, or one is in no report."""
    ends = gathered.nodes[link.left].members[:1] + gathered.nodes[link.right].members[:1]
    if len(ends) < 2:
        return None
    left, right = sorted(membership[one.key] for one in ends)
    return (left, right) if left != right else None
