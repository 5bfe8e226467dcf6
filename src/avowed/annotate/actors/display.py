"""What an actor of a report is called: its fullest own name first, what the text calls another name after it."""

from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.lexicon import nations
from avowed.annotate.actors.same_names import is_part, without_titles
from avowed.model.evidence import LocalActor
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form

_LETTERS = 3  # in `US`, `UK`, `UAE`


def local_actor(cluster: Cluster, key: str, clusters: Clusters) -> LocalActor:
    """The cluster as the report's actor."""
    names = sorted(cluster.names, key=lambda name: _rank(name, cluster)) or [_described(cluster, clusters)]
    name = _country(cluster) or _own(names[0], cluster, clusters)
    seen = {fold(name)}
    aliases = []
    for alias in names:
        if fold(alias) not in seen:
            seen.add(fold(alias))
            aliases.append(alias)
    return LocalActor(key, name, cluster.kind, tuple(aliases), cluster.known)


def _country(cluster: Cluster) -> str | None:
    """A state that the report names by adjectives and letters alone (`American`, `U.S.`) has its country's name."""
    table = nations()
    told = {name.lower().removeprefix("the ") for name in cluster.names}
    if cluster.kind is not ActorKind.GOVERNMENT or not told:
        return None
    found = {table.adjectives.get(name) or _by_letters(name) for name in told}
    country = found.pop() if len(found) == 1 else None
    return table.names.get(country) if country else None


def _by_letters(name: str) -> str | None:
    """The country of an abbreviation; a name written out is left as it is."""
    return nations().countries.get(name) if len(name.replace(".", "")) <= _LETTERS else None


def _rank(name: str, cluster: Cluster) -> tuple[bool, bool, bool, int, int, str]:
    """Own names before other names, full ones before initials and surnames, then the most used."""
    short = name.replace(".", "").isupper() and len(name) <= 6 and " " not in name
    return name in cluster.other_names, short, _is_cut(name, cluster), -_support(name, cluster), -len(name), name


def _is_cut(name: str, cluster: Cluster) -> bool:
    """True where another own name holds all the words and more: `Front` beside `Liberation Front`."""
    words = set(fold(name).split())
    return any(words < set(fold(other).split()) for other in cluster.names.keys() - cluster.other_names)


def _support(name: str, cluster: Cluster) -> int:
    """How often a name is used; for a person, its parts count for it."""
    if cluster.kind is not ActorKind.PERSON:
        return cluster.names[name]
    full = without_titles(name)
    return sum(
        count
        for other, count in cluster.names.items()
        if other == name or is_part(without_titles(other), full) or without_titles(other) == full
    )


def _described(cluster: Cluster, clusters: Clusters) -> str:
    first = min(cluster.drafts, key=lambda draft: (draft.form is Form.PRONOUN, draft.first))
    return first.called(clusters.sheet)


def _own(name: str, cluster: Cluster, clusters: Clusters) -> str:
    """The known actor's own name where the report uses it somewhere; else the report's words."""
    if cluster.known is not None:
        own = clusters.known.actors[cluster.known].name
        if any(fold(own) == fold(spoken) for spoken in cluster.names):
            return own
    return name
