"""Short forms of a body's name: `the Front` after a Liberation Front; a name that is used on its own stays apart."""

from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, wordset
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind

_APART = frozenset({ActorKind.PERSON, ActorKind.GOVERNMENT, ActorKind.COMMUNITY})
_SHORTEST_STEM = 3


def join_short_names(clusters: Clusters) -> None:
    """Join a body called by one word to the one body named before whose longer name ends or begins so."""
    bodies = [cluster for cluster in clusters.live() if cluster.kind not in _APART]
    longer: dict[str, dict[int, Cluster]] = {}
    for cluster in bodies:
        for name in cluster.names:
            for word in _short_forms(fold(name)):
                longer.setdefault(word, {})[cluster.number] = cluster
    for cluster in bodies:
        fitting = _fitting(clusters, cluster, longer) if cluster.drafts else {}
        if len(fitting) == 1:
            clusters.join(next(iter(fitting.values())), cluster)


def _short_forms(name: str) -> set[str]:
    """What a longer name may be cut to: its first word, its last, and all but a common last word."""
    words = name.split()
    if len(words) < 2:
        return set()
    forms = {words[0], words[-1]}
    if not wordset("many_states") & {*name.replace("-", " ").split()}:
        forms -= {"coalition"}
    if words[-1] in wordset("common_ends"):
        stem = " ".join(words[:-1])
        forms |= {stem, f"{stem}s"} if len(stem) > _SHORTEST_STEM else set()
    return forms


def _fitting(clusters: Clusters, cluster: Cluster, longer: dict[str, dict[int, Cluster]]) -> dict[int, Cluster]:
    names = {fold(name) for name in cluster.names}
    if len(names) != 1 or (cluster.known is not None and " " not in next(iter(names))):
        return {}
    (name,) = names
    if not _is_short(clusters, cluster, name):
        return {}
    begins = _first(cluster)
    found = longer.get(name, {})
    return {
        number: other
        for number, other in found.items()
        if other is not cluster and other.drafts and (" " in name or _first(other) < begins)
    }


def _first(cluster: Cluster) -> int:
    return min((draft.first for draft in cluster.drafts), default=0)


def _is_short(clusters: Clusters, cluster: Cluster, name: str) -> bool:
    """True for a noun for bodies (`Front commander`), for more words, and for a word that is never without its article."""
    if " " in name or name in heads().collective or name in heads().members:
        return True
    return all(_after_article(clusters, draft) for draft in cluster.drafts)


def _after_article(clusters: Clusters, draft: Draft) -> bool:
    lower = clusters.sheet.lower
    return lower[draft.first] == "the" or (draft.first > 0 and lower[draft.first - 1] == "the")
