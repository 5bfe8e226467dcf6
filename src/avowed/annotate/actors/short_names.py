"""Short forms of a body's name: `the Front` after a Liberation Front; a name that is used on its own stays apart."""

from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind

# Nouns for bodies: in capitals they stand for a longer name even without an article ("Front commander").
_BODIES = frozenset(
    [
        "front",
        "brigade",
        "brigades",
        "army",
        "movement",
        "party",
        "militia",
        "network",
        "bureau",
        "service",
        "council",
        "union",
        "league",
        "alliance",
        "command",
        "corps",
        "force",
        "forces",
        "group",
        "panel",
        "ministry",
        "agency",
        "directorate",
        "organisation",
        "organization",
    ]
)
_APART = frozenset({ActorKind.PERSON, ActorKind.GOVERNMENT, ActorKind.COMMUNITY})


def join_short_names(clusters: Clusters) -> None:
    """Join a body that is only ever called `the` and one word to the one body whose longer name ends or begins so."""
    bodies = [cluster for cluster in clusters.live() if cluster.kind not in _APART]
    for cluster in bodies:
        word = _only_word(clusters, cluster)
        fitting = [other for other in bodies if other is not cluster and word and _holds(other, word)]
        if len(fitting) == 1:
            clusters.join(fitting[0], cluster)


def _only_word(clusters: Clusters, cluster: Cluster) -> str | None:
    """The one word that names the body, where each time an article goes before it; None where it is a name alone."""
    words = {fold(name) for name in cluster.names}
    if cluster.known is not None or len(words) != 1:
        return None
    (word,) = words
    alone = word not in _BODIES and not all(_after_article(clusters, one) for one in cluster.drafts)
    return None if alone or " " in word else word


def _after_article(clusters: Clusters, draft: Draft) -> bool:
    doc = clusters.doc
    first = doc[draft.first]
    if first.lower_ == "the":
        return True
    return draft.first > 0 and doc[draft.first - 1].lower_ == "the"


def _holds(cluster: Cluster, word: str) -> bool:
    """True when a longer name of the body ends or begins with the word."""
    longer = [fold(name).split() for name in cluster.names]
    return any(len(words) > 1 and word in (words[0], words[-1]) for words in longer)
