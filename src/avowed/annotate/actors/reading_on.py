"""Noun phrases and pronouns linked while the text is read from its beginning; each sees only what came before it."""

from collections.abc import Sequence

from avowed.annotate.actors.antecedents import named_before, owner_of, pronoun_antecedent
from avowed.annotate.actors.claimants import claimant, stands_behind
from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.described import Descriptions
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.equated import equals
from avowed.annotate.actors.phrases import POINTING
from avowed.annotate.actors.recent import Recent
from avowed.model.vocabulary import ActorKind, Form, MentionType


def link_equated(clusters: Clusters, drafts: Sequence[Draft]) -> None:
    """Put noun phrases to the names that a clause says they are."""
    names = {draft.head: draft for draft in drafts if draft in clusters.of and not draft.inner}
    names |= {draft.first: draft for draft in drafts if draft in clusters.of and draft.type is MentionType.PERSON}
    for draft in drafts:
        if draft.form is Form.NOMINAL and draft.kind is not None:
            partner = _partner(clusters, names, draft)
            if partner is not None:
                clusters.add(draft, partner)


def _partner(clusters: Clusters, known: dict[int, Draft], draft: Draft) -> Cluster | None:
    for index in equals(clusters.sheet, draft.head, draft.last if draft.type is MentionType.PERSON else None):
        other = known.get(index)
        if other is not None and other is not draft and agree(draft, other, clusters.of[other]):
            return clusters.of[other]
    return None


def agree(draft: Draft, other: Draft, cluster: Cluster) -> bool:
    """True where a noun phrase may describe an actor: persons are persons, and one is not many."""
    if draft.type is MentionType.PERSON or cluster.kind is ActorKind.PERSON:
        return draft.type is MentionType.PERSON and cluster.kind is ActorKind.PERSON and not draft.plural
    if draft.kind is ActorKind.COMMUNITY or cluster.kind is ActorKind.COMMUNITY:
        return draft.kind is cluster.kind and draft.plural == other.plural
    return draft.plural == (other.plural and other.form is not Form.NAME)


class _Reader:
    """The state of one walk through a report."""

    def __init__(self, clusters: Clusters, drafts: Sequence[Draft]) -> None:
        self.clusters = clusters
        self.recent = Recent(clusters)
        self.described = Descriptions(clusters)
        self.by_head: dict[int, Draft] = {}
        self.taken = {index for draft in drafts for index in range(draft.first, draft.last + 1)}

    def read(self, drafts: Sequence[Draft]) -> None:
        """Link every draft in order; things between them are noted as well."""
        at = 0
        for draft in sorted(drafts, key=lambda one: (one.head, -one.last)):
            self._things(at, draft.head)
            at = max(at, draft.head + 1)
            if draft not in self.clusters.of:
                self._link(draft)
            if draft in self.clusters.of:
                self.recent.note(draft)
                self.described.note(draft)
                self.by_head.setdefault(draft.head, draft)

    def _things(self, start: int, end: int) -> None:
        sheet = self.clusters.sheet
        for index in range(start, end):
            if sheet.noun(index) and index not in self.taken and sheet.dep[index] not in ("compound", "npadvmod"):
                self.recent.note_thing(index)

    def _link(self, draft: Draft) -> None:
        if draft.form is Form.PRONOUN:
            found = pronoun_antecedent(self.recent, draft)
            if found is not None:
                self.clusters.add(draft, found)
        elif draft.form is Form.NOMINAL and draft.kind is not None:
            found = self._nominal(draft)
            if found is not None:
                self.clusters.add(draft, found)
            elif draft.rule != POINTING:
                self.clusters.new(draft, draft.kind)

    def _nominal(self, draft: Draft) -> Cluster | None:
        if stands_behind(self.clusters, draft):
            return claimant(self.clusters, draft)
        return (
            owner_of(self.clusters, draft)
            or _partner(self.clusters, self.by_head, draft)
            or self.described.find(draft)
            or named_before(self.recent, draft)
        )


def read_on(clusters: Clusters, drafts: Sequence[Draft]) -> None:
    """Link noun phrases and pronouns."""
    _Reader(clusters, drafts).read(drafts)
