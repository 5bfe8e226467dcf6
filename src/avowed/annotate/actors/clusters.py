"""Drafts that stand for one actor of a report; clusters are joined only through `Clusters.join`, which keeps the unlike apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, telling
from avowed.annotate.actors.sex import is_female
from avowed.annotate.actors.sheet import Sheet
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form
from avowed.model.world import KnownActors

BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA})
STATES = frozenset({ActorKind.GOVERNMENT, ActorKind.STATE_AGENCY})
_SPECIFYING = frozenset({ActorKind.UMBRELLA, ActorKind.STATE_AGENCY, ActorKind.FACTION})
_APART = frozenset({ActorKind.PERSON, ActorKind.COMMUNITY})


@dataclass(slots=True)
class Cluster:
    """One actor in the making."""

    number: int
    kind: ActorKind
    drafts: list[Draft] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    other_names: set[str] = field(default_factory=set)
    known: str | None = None
    maybe: frozenset[str] = frozenset()
    plural: bool = False
    sure: bool = False
    female: bool | None = None

    @property
    def named(self) -> bool:
        """True once a name stands for it."""
        return bool(self.names)


def alike(one: ActorKind, other: ActorKind) -> bool:
    """True for kinds that may be two views of one actor; an unspecified organisation may be any body."""
    if one is other:
        return True
    if one in _APART or other in _APART:
        return False
    if one in BODIES:
        return other in BODIES or other is ActorKind.ORGANISATION
    if other in BODIES:
        return one is ActorKind.ORGANISATION
    return ActorKind.GOVERNMENT not in (one, other) or ActorKind.ORGANISATION in (one, other)


class Clusters:
    """The actors of one report while they are being put together."""

    def __init__(self, sheet: Sheet, known: KnownActors) -> None:
        self.sheet = sheet
        self.known = known
        self.of: dict[Draft, Cluster] = {}
        self.by_head: dict[int, list[Draft]] = {}
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
        cluster.plural = cluster.plural or (draft.plural and draft.form is not Form.PRONOUN)
        self.of[draft] = cluster
        self.by_head.setdefault(draft.head, []).append(draft)
        if draft.form is Form.NAME and draft.name is not None:
            name = draft.called(self.sheet)
            cluster.names[name] = cluster.names.get(name, 0) + 1
            self._note_sex(draft, cluster)
        elif draft.form is Form.NOMINAL:
            self._specify(draft, cluster)

    def _note_sex(self, draft: Draft, cluster: Cluster) -> None:
        if cluster.kind is not ActorKind.PERSON or cluster.female is not None:
            return
        cluster.female = is_female({self.sheet.lower[at].strip(".") for at in range(draft.first, draft.last + 1)})

    def _specify(self, draft: Draft, cluster: Cluster) -> None:
        """A noun may tell the kind of a body whose name does not: `X, a militant group`."""
        words = {self.sheet.lower[index] for index in range(draft.first, draft.head)}
        if cluster.kind is ActorKind.PERSON and self.sheet.lemma[draft.head] in telling().female:
            cluster.female = True
        if cluster.kind is not ActorKind.ORGANISATION or cluster.known or draft.kind is None or draft.plural:
            return
        if (draft.kind in BODIES and words & heads().arming) or draft.kind in _SPECIFYING:
            cluster.kind = draft.kind

    def join(self, one: Cluster, other: Cluster, alias: bool = False) -> bool:
        """Make two clusters one, unless they may not be; with `alias` the second's names are marked as other names."""
        if one is other:
            return True
        if not self.may_join(one, other):
            return False
        kind = one.kind if one.known or other.kind is ActorKind.ORGANISATION else other.kind
        if other.known is not None or (one.kind is ActorKind.ORGANISATION and not one.known):
            one.kind = kind if other.known is None else other.kind
        if alias:
            one.other_names.update(other.names)
        one.other_names |= other.other_names
        for draft in other.drafts:
            one.drafts.append(draft)
            self.of[draft] = one
        for name, count in other.names.items():
            one.names[name] = one.names.get(name, 0) + count
        one.known, one.plural = one.known or other.known, one.plural or other.plural
        one.female = other.female if one.female is None else one.female
        one.maybe |= other.maybe
        other.drafts, other.names = [], {}
        return True

    def may_join(self, one: Cluster, other: Cluster) -> bool:
        """True unless they are known to be two actors or are of unlike kinds."""
        if one.known and other.known and one.known != other.known:
            return False
        if {one.female, other.female} == {True, False}:
            return False
        for left, right in ((one, other), (other, one)):
            if left.known and right.maybe and not right.known and left.known not in right.maybe:
                return False
        return alike(one.kind, other.kind)

    def live(self) -> Iterable[Cluster]:
        """Clusters that still hold drafts."""
        return (cluster for cluster in self.all if cluster.drafts)

    def content(self, draft: Draft) -> frozenset[str]:
        """The telling words of a mention, folded: no articles, marks or numbers."""
        sheet = self.sheet
        return frozenset(
            fold(sheet.lemma[index])
            for index in range(draft.first, draft.last + 1)
            if sheet.pos[index] not in ("DET", "PUNCT", "PART", "SPACE", "ADP", "CCONJ", "NUM")
            and sheet.lower[index] not in ("this", "that", "these", "those", "said", "both")
        )
