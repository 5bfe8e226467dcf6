"""From compared pairs to actors: sure pairs are joined, a name that two claim is joined to neither, the rest is proposed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from avowed.model.decisions import Occurrence
from avowed.model.resolution import Feature
from avowed.resolve.names.form import NameForm, analysed
from avowed.resolve.union import Union
from avowed.resolve.who.candidates import candidates, context_pairs
from avowed.resolve.who.evidence import Evidence
from avowed.resolve.who.features import MERGE, PROPOSE, weigh
from avowed.resolve.who.known import KnownNames
from avowed.resolve.who.nodes import Around, Node, Nodes


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes that may be one, with the score and its reasons; `lesser` is the node whose name may be another's."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]
    lesser: str | None
    names: tuple[NameForm, NameForm]


@dataclass(frozen=True, slots=True)
class Joined:
    """Nodes joined to actors (node key -> root), the links that joined them and those left for a person."""

    root: Mapping[str, str]
    used: tuple[Link, ...]
    open: tuple[Link, ...]


class Comparing:
    """Compares nodes of one gathering; surroundings of a node are put together once."""

    def __init__(self, gathered: Nodes, known: KnownNames) -> None:
        self.gathered = gathered
        self.known = known
        self._beside: dict[str, Around] = {}

    def link(self, left: Node, right: Node, names: tuple[NameForm, NameForm], rivals: int = 0) -> Link:
        """The link between two nodes by a pair of their names."""
        evidence = Evidence(left, right, *names, partial(self.apart, left, right), self.known, rivals)
        score, features, agreement = weigh(evidence)
        lesser = evidence.lesser.key if agreement and agreement.dependent else None
        return Link(left.key, right.key, score, features, lesser, names)

    def within(self, node: Node, one: Occurrence, other: Occurrence) -> tuple[float, tuple[Feature, ...]]:
        """Why two occurrences of one node are one: by their names alone, for nothing else was asked."""
        names = analysed(one.name, node.person), analysed(other.name, node.person)
        score, features, _ = weigh(Evidence(node, node, *names, _nothing, self.known))
        return score, features

    def apart(self, left: Node, right: Node) -> tuple[Around, Around]:
        """What is told beside either; a report that names both says nothing for them by naming others as well."""
        common = left.reports & right.reports
        if not common or left is right:
            return self.beside(left), self.beside(right)
        if len(left.reports) <= len(right.reports):
            return self._of(left.reports - common), self.beside(right)
        return self.beside(left), self._of(right.reports - common)

    def beside(self, node: Node) -> Around:
        """What all reports of a node tell beside it."""
        if node.key not in self._beside:
            self._beside[node.key] = self._of(node.reports)
        return self._beside[node.key]

    def _of(self, reports: Iterable[str]) -> Around:
        around = [self.gathered.around[report] for report in reports]
        return Around(
            frozenset().union(*(one.telling for one in around)),
            frozenset().union(*(one.known for one in around)),
            frozenset().union(*(one.home for one in around)),
        )


def _nothing() -> tuple[Around, Around]:
    return Around(), Around()


def join(gathered: Nodes, known: KnownNames) -> Joined:
    """Actors out of nodes, by names and surroundings alone; decisions come later."""
    comparing = Comparing(gathered, known)
    nodes = gathered.nodes
    union = Union(nodes, {key: node.known for key, node in nodes.items() if node.known})
    by_context = list(_by_context(comparing, union))
    used = [link for link in by_context if link.score >= MERGE]
    links = _best(_compared(comparing))
    sure = [link for link in links if link.score >= MERGE and not link.lesser]
    for link in sure:
        union.join(link.left, link.right)
    claims, contested = _uncontested([link for link in links if link.score >= MERGE and link.lesser], union)
    joined = [link for link in claims if _join(link, union)]
    weighed_anew = [comparing.link(nodes[one.left], nodes[one.right], one.names, rivals=1) for one in contested]
    left_open = [one for one in (*by_context, *links) if PROPOSE <= one.score < MERGE]
    left_open += [one for one in weighed_anew if one.score >= PROPOSE]
    return Joined({key: union.root(key) for key in nodes}, (*used, *sure, *joined), tuple(left_open))


def _by_context(comparing: Comparing, union: Union) -> Iterator[Link]:
    """Links of weak nodes that share surroundings; the sure ones are joined on the way, for what is one need not be asked."""
    for left, right in context_pairs(comparing.gathered):
        if union.root(left.key) != union.root(right.key):
            link = comparing.link(left, right, (left.forms[0], right.forms[0]))
            if link.score >= MERGE:
                union.join(link.left, link.right)
            yield link


def _compared(comparing: Comparing) -> Iterator[Link]:
    nodes = comparing.gathered.nodes
    for left, right, one, other in candidates(comparing.gathered, comparing.known):
        if left in nodes and right in nodes:
            link = comparing.link(nodes[left], nodes[right], (one, other))
            if link.score >= PROPOSE:
                yield link


def _best(links: Iterable[Link]) -> list[Link]:
    """The strongest link of each pair of nodes, strongest first."""
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        held = best.get((link.left, link.right))
        if held is None or _rank(link) < _rank(held):
            best[link.left, link.right] = link
    return sorted(best.values(), key=_rank)


def _rank(link: Link) -> tuple[float, str, str, str, str]:
    return -link.score, link.left, link.right, link.names[0].text, link.names[1].text


def _uncontested(links: Sequence[Link], union: Union) -> tuple[list[Link], list[Link]]:
    """Links whose lesser name one actor alone claims, and those that two or more claim."""
    claimants: dict[str, set[str]] = defaultdict(set)
    for link in links:
        claimants[union.root(_lesser(link))].add(union.root(_other(link)))
    parted: tuple[list[Link], list[Link]] = [], []
    for link in links:
        parted[len(claimants[union.root(_lesser(link))]) > 1].append(link)
    return parted


def _lesser(link: Link) -> str:
    return link.lesser or link.left


def _other(link: Link) -> str:
    return link.right if link.left == link.lesser else link.left


def _join(link: Link, union: Union) -> bool:
    """Join unless it would make one of two known actors."""
    one, other = union.mark(link.left), union.mark(link.right)
    if one and other and one != other:
        return False
    union.join(link.left, link.right)
    return True
