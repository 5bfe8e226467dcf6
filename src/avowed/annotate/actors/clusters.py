"""Drafts that stand for one actor of a report; clusters are joined only through `Clusters.join`, which keeps the unlike apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from avowed.annotate.actors.draft import Draft
from avowed.annotate.page import text_of
from avowed.model.evidence import LocalActor
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form
from avowed.model.world import KnownActors

_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA})


@dataclass(slots=True)
class Cluster:
    """One actor in the making."""

    number: int
    kind: ActorKind
    drafts: list[Draft] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    known: str | None = None
    maybe: frozenset[str] = frozenset()
    plural: bool = False

    @property
    def named(self) -> bool:
        """True once a name stands for it."""
        return any(draft.form is Form.NAME for draft in self.drafts)


def alike(one: ActorKind, other: ActorKind) -> bool:
    """True for kinds that may be two views of one actor; persons and communities are never bodies."""
    if one is other:
        return True
    apart = {ActorKind.PERSON, ActorKind.COMMUNITY, ActorKind.GOVERNMENT, ActorKind.STATE_AGENCY}
    if one in apart and other in apart:
        return False
    return not (ActorKind.PERSON in (one, other) or ActorKind.COMMUNITY in (one, other))


class Clusters:
    """The actors of one report while they are being put together."""

    def __init__(self, doc: Doc, known: KnownActors) -> None:
        self.doc = doc
        self.known = known
        self.of: dict[Draft, Cluster] = {}
        self.all: list[Cluster] = []

    def new(self, draft: Draft, kind: ActorKind) -> Cluster:
        """A cluster of its own for a draft."""
        cluster = Cluster(len(self.all), kind)
        self.all.append(cluster)
        self.add(draft, cluster)
        return cluster

    def add(self, draft: Draft, cluster: Cluster) -> None:
        """Put a draft to a cluster."""
        cluster.drafts.append(draft)
        cluster.plural = cluster.plural or draft.plural
        self.of[draft] = cluster
        if draft.form is Form.NAME and draft.name is not None:
            name = " ".join(draft.name.of(text_of(self.doc)).split())
            cluster.names[name] = cluster.names.get(name, 0) + 1

    def join(self, one: Cluster, other: Cluster) -> bool:
        """Make two clusters one, unless they are known to be two or are of unlike kinds."""
        if one is other:
            return True
        if not self.may_join(one, other):
            return False
        for draft in other.drafts:
            one.drafts.append(draft)
            self.of[draft] = one
        for name, count in other.names.items():
            one.names[name] = one.names.get(name, 0) + count
        one.known = one.known or other.known
        one.plural = one.plural or other.plural
        if other.known is not None:
            one.kind = other.kind
        other.drafts, other.names = [], {}
        return True

    def may_join(self, one: Cluster, other: Cluster) -> bool:
        """True unless they are known to be two actors or are of unlike kinds."""
        if one.known and other.known and one.known != other.known:
            return False
        for left, right in ((one, other), (other, one)):
            if left.known and right.maybe and left.known not in right.maybe and self._exact(right):
                return False
        return alike(one.kind, other.kind)

    def _exact(self, cluster: Cluster) -> bool:
        return bool(cluster.maybe) and cluster.known is None

    def live(self) -> Iterable[Cluster]:
        """Clusters that still hold drafts."""
        return (cluster for cluster in self.all if cluster.drafts)


def local_actor(cluster: Cluster, key: str, doc: Doc, known: KnownActors) -> LocalActor:
    """The cluster as the report's actor: its fullest name first, the others as aliases."""
    names = sorted(
        cluster.names,
        key=lambda name: (_is_short(name), _is_part(name, cluster.names), -cluster.names[name], -len(name), name),
    )
    if not names:
        first = min(cluster.drafts, key=lambda draft: (draft.form is Form.PRONOUN, draft.first))
        names = [" ".join(first.span(doc).of(text_of(doc)).split())]
    name = _display(names[0], cluster, known)
    folded = {fold(name)}
    aliases = [alias for alias in names if not (fold(alias) in folded or folded.add(fold(alias)))]  # type: ignore[func-returns-value]  # add is for its effect
    return LocalActor(key, name, cluster.kind, tuple(aliases), cluster.known)


def _display(name: str, cluster: Cluster, known: KnownActors) -> str:
    """The known actor's own name where the report uses it somewhere; else the report's words."""
    if cluster.known is not None:
        own = known.actors[cluster.known].name
        if any(fold(own) == fold(spoken) for spoken in cluster.names):
            return own
    return name


def _is_short(name: str) -> bool:
    return name.isupper() and len(name) <= 6 and " " not in name


def _is_part(name: str, names: Iterable[str]) -> bool:
    """True when another of the names holds all its words and more: `Front` beside `Liberation Front`."""
    words = set(fold(name).split())
    return any(words < set(fold(other).split()) for other in names)
