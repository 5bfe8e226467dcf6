"""Which names of a report are one actor's: equal names, surnames, initials, and names with or without a common last word."""

from collections.abc import Iterable, Sequence

from avowed.annotate.actors.aliases import alias_pairs, is_acronym_of
from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.draft import ACTING, Draft
from avowed.annotate.actors.lexicon import nations, telling, titles
from avowed.annotate.actors.short_names import join_short_names
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, MentionType


def stands_for_actor(draft: Draft) -> bool:
    """True for names of persons, bodies and governments, and for peoples as nouns."""
    if draft.type is not MentionType.NATIONALITY:
        return draft.type in ACTING
    return draft.kind is ActorKind.GOVERNMENT or (draft.kind is ActorKind.COMMUNITY and draft.plural)


def link_names(clusters: Clusters, names: Sequence[Draft]) -> None:
    """Put every name to a cluster; a doubtful pair stays two."""
    seen: dict[str, Cluster] = {}
    persons = [draft for draft in names if draft.type is MentionType.PERSON]
    for draft in names:
        if draft.type is not MentionType.PERSON:
            _link_body(clusters, seen, draft)
    by_word: dict[str, dict[int, Cluster]] = {}
    for draft in sorted(persons, key=lambda one: (-len(_person_words(clusters, one)), one.first)):
        _link_person(clusters, by_word, draft)
    for one, other in alias_pairs(clusters.sheet, names):
        clusters.join(clusters.of[one], clusters.of[other], alias=True)
    _join_acronyms(clusters)
    _settle_known(clusters)
    join_short_names(clusters)


def _link_body(clusters: Clusters, seen: dict[str, Cluster], draft: Draft) -> None:
    key = body_key(draft.called(clusters.sheet), draft)
    cluster = seen.get(key)
    if cluster is None:
        cluster = clusters.new(draft, draft.kind or ActorKind.ORGANISATION)
        _note_known(clusters, cluster, draft)
        seen[key] = cluster
    else:
        clusters.add(draft, cluster)


def body_key(name: str, draft: Draft) -> str:
    """What a name is looked up by: a government by its country, an office of state in one word order."""
    table = nations()
    words = name.lower().removeprefix("the ")
    if draft.kind is ActorKind.GOVERNMENT:
        country = _country(words)
        if country:
            return f"government {country}"
    if draft.kind is ActorKind.COMMUNITY and (words in table.people or words in table.adjectives):
        return f"people {table.people.get(words) or table.adjectives[words]}"
    folded = fold(name)
    for office in ("department", "ministry"):
        if folded.startswith(f"{office} of "):
            return f"{folded.removeprefix(f'{office} of ').removeprefix('the ')} {office}"
    return folded


def _country(words: str) -> str | None:
    """The country whose government these words name."""
    table = nations()
    for found in (table.countries, table.capitals, table.adjectives):
        if words in found:
            return found[words]
    first, _, last = words.rpartition(" ")
    if last == "government":
        return table.adjectives.get(first) or table.countries.get(first)
    if words.startswith("government of "):
        return table.countries.get(words.removeprefix("government of ").removeprefix("the "))
    return None


def _note_known(clusters: Clusters, cluster: Cluster, draft: Draft) -> None:
    """A strong name of one known actor settles who it is; several, or weak names, only hint."""
    if len(draft.known) == 1:
        cluster.known = draft.known[0]
        cluster.kind = clusters.known.actors[draft.known[0]].kind
    cluster.maybe = frozenset(draft.known + draft.weak)


def _person_words(clusters: Clusters, draft: Draft) -> tuple[str, ...]:
    return without_titles(draft.called(clusters.sheet))


def without_titles(name: str) -> tuple[str, ...]:
    """The folded words of a person's name."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in titles().titles:
        words.pop(0)
    return tuple(words)


def _link_person(clusters: Clusters, by_word: dict[str, dict[int, Cluster]], draft: Draft) -> None:
    words = _person_words(clusters, draft)
    cluster = _bearer(by_word.get(words[-1], {}).values(), words) if words else None
    if cluster is None:
        cluster = clusters.new(draft, ActorKind.PERSON)
        _note_known(clusters, cluster, draft)
    else:
        clusters.add(draft, cluster)
    for word in words:
        by_word.setdefault(word, {})[cluster.number] = cluster


def _bearer(candidates: Iterable[Cluster], words: tuple[str, ...]) -> Cluster | None:
    """Who has this name, or the one person whose full name these words are a part of; None when there are two."""
    parts = []
    for cluster in candidates:
        names = [without_titles(name) for name in cluster.names]
        if words in names:
            return cluster
        if any(is_part(words, name) for name in names):
            parts.append(cluster)
    return parts[0] if len(parts) == 1 else None


def is_part(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """`Galan` and `Carlos Galan` of Luis Carlos Galan, `Abu Jandal` of Abu Jandal al-X; a common given name is no part."""
    if len(words) >= len(name):
        return False
    if name[-len(words) :] == words:
        return True
    if len(words) == 1:
        inner = len(name) > 2 and words[0] in name[1:-1]
        return words[0] not in telling().given and (inner or words[0] == name[0])
    opens = name[: len(words)] == words
    ends = words[0] == name[0] and words[-1] == name[-1] and set(words) <= set(name)
    return opens or ends


def _join_acronyms(clusters: Clusters) -> None:
    """An acronym is the one actor of the report whose name has these initials."""
    bodies = [cluster for cluster in clusters.live() if cluster.kind is not ActorKind.PERSON]
    for cluster in bodies:
        short = [name for name in cluster.names if name.replace(".", "").isupper() and " " not in name]
        if not short or len(short) != len(cluster.names):
            continue
        fitting = [
            other
            for other in bodies
            if other is not cluster and any(is_acronym_of(short[0], name) for name in other.names if not name.isupper())
        ]
        if len(fitting) == 1:
            clusters.join(fitting[0], cluster)


def _settle_known(clusters: Clusters) -> None:
    """Clusters of one known actor are one; a weak name joins it only where a strong one is in the report."""
    by_key: dict[str, Cluster] = {}
    for cluster in list(clusters.live()):
        if cluster.known is not None:
            first = by_key.setdefault(cluster.known, cluster)
            if first is not cluster:
                clusters.join(first, cluster)
    for cluster in list(clusters.live()):
        if cluster.known is None and cluster.maybe:
            present = [by_key[key] for key in sorted(cluster.maybe) if key in by_key]
            if len(present) == 1:
                clusters.join(present[0], cluster)
