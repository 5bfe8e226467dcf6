"""`The group behind the attack` is none spoken of before: it is the one body that claims responsibility further on."""

from collections.abc import Iterator

from avowed.annotate.actors.clusters import BODIES, Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads

_BEHIND = frozenset({"behind", "responsible"})
_CLAIMED = frozenset({"responsibility", "credit"})
_CLAIMING = frozenset({"claim", "take", "assume", "accept"})
_REACH = 8  # sentences after; claims follow the first telling of an attack in the opening of a report


def stands_behind(clusters: Clusters, draft: Draft) -> bool:
    """True for `the group behind ...`, `the organisation responsible for ...`: the words that follow say which one."""
    sheet = clusters.sheet
    after = draft.last + 1
    singular = not draft.plural and sheet.lemma[draft.head] in heads().anybody
    return singular and draft.last == draft.head and after < len(sheet.lower) and sheet.lower[after] in _BEHIND


def claimant(clusters: Clusters, draft: Draft) -> Cluster | None:
    """The one named body that claims responsibility soon after; None where none or more than one does."""
    found = {cluster.number: cluster for cluster in _claimants(clusters, draft)}
    return next(iter(found.values())) if len(found) == 1 else None


def _claimants(clusters: Clusters, draft: Draft) -> Iterator[Cluster]:
    sheet = clusters.sheet
    here = sheet.sentence(draft.head)
    for index in range(draft.last + 1, len(sheet.lower)):
        if sheet.sentence(index) - here > _REACH:
            return
        verb = sheet.head[index]
        if sheet.lemma[index] not in _CLAIMED or sheet.lemma[verb] not in _CLAIMING or sheet.dep[index] != "dobj":
            continue
        for child in sheet.children[verb]:
            if sheet.dep[child] == "nsubj":
                yield from _bodies_at(clusters, child)


def _bodies_at(clusters: Clusters, index: int) -> Iterator[Cluster]:
    for draft in clusters.by_head.get(index, ()):
        cluster = clusters.of[draft]
        if cluster.named and cluster.kind in BODIES:
            yield cluster
