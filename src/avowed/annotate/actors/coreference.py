"""Who is who within one report: names, then aliases, then nouns, then pronouns; a doubtful pair stays two actors."""

from collections.abc import Sequence

from spacy.tokens import Doc

from avowed.annotate.actors.aliases import alias_pairs, is_acronym_of
from avowed.annotate.actors.antecedents import link_nominals, link_pronouns
from avowed.annotate.actors.apposition import link_appositions
from avowed.annotate.actors.clusters import Cluster, Clusters, local_actor
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import nations, titles
from avowed.annotate.actors.short_names import join_short_names
from avowed.annotate.page import text_of
from avowed.model.evidence import LocalActor, Mention, Span
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form, MentionType
from avowed.model.world import KnownActors

_ACTORS = frozenset({MentionType.PERSON, MentionType.ORGANISATION})


def link(
    doc: Doc, text: str, drafts: Sequence[Draft], known: KnownActors
) -> tuple[tuple[Mention, ...], tuple[LocalActor, ...]]:
    """Mentions with ids in order, and the actors that they stand for."""
    clusters = Clusters(doc, known)
    names = [draft for draft in drafts if draft.form is Form.NAME and _stands_for_actor(doc, draft)]
    _link_names(clusters, names)
    for one, other in alias_pairs(doc, names):
        clusters.join(clusters.of[one], clusters.of[other])
    _join_acronyms(clusters)
    _settle_known(clusters)
    join_short_names(clusters)
    link_nominals(clusters, drafts)
    link_appositions(clusters, drafts)
    link_pronouns(clusters, drafts)
    return _result(doc, text, drafts, clusters, known)


def _stands_for_actor(doc: Doc, draft: Draft) -> bool:
    if draft.type in _ACTORS:
        return True
    people = doc[draft.head].text.lower()
    table = nations()
    plural = people in table.people or (people in table.others and doc[draft.head].tag_ in ("NNS", "NNPS"))
    return draft.type is MentionType.NATIONALITY and plural


def _link_names(clusters: Clusters, names: Sequence[Draft]) -> None:
    """Equal names are one actor; longer names of persons come first, so that surnames find them."""
    seen: dict[tuple[str, bool], Cluster] = {}
    persons = [draft for draft in names if draft.type is MentionType.PERSON]
    for draft in names:
        if draft.type is not MentionType.PERSON:
            _link_name(clusters, seen, draft)
    for draft in sorted(persons, key=lambda one: (-len(_person_words(clusters.doc, one)), one.first)):
        _link_person(clusters, seen, draft)


def _link_name(clusters: Clusters, seen: dict[tuple[str, bool], Cluster], draft: Draft) -> None:
    key = (_key(clusters.doc, draft), False)
    cluster = seen.get(key)
    if cluster is None:
        cluster = clusters.new(draft, draft.kind or ActorKind.ORGANISATION)
        _note_known(clusters, cluster, draft)
        seen[key] = cluster
    else:
        clusters.add(draft, cluster)


def _key(doc: Doc, draft: Draft) -> str:
    """What a name is looked up by: a state's government by its country, others by their folded name."""
    name = fold((draft.name or draft.span(doc)).of(text_of(doc)))
    words = (draft.name or draft.span(doc)).of(text_of(doc)).lower().removeprefix("the ")
    table = nations()
    if draft.kind is ActorKind.GOVERNMENT:
        country = table.countries.get(words) or table.capitals.get(words) or _country_of_government(words)
        if country:
            return f"government {country}"
    if draft.type is MentionType.NATIONALITY and (words in table.people or words in table.adjectives):
        return f"people {table.people.get(words) or table.adjectives[words]}"
    return name


def _country_of_government(words: str) -> str | None:
    table = nations()
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


def _person_words(doc: Doc, draft: Draft) -> tuple[str, ...]:
    words = fold((draft.name or draft.span(doc)).of(text_of(doc))).split()
    while len(words) > 1 and words[0] in titles():
        words.pop(0)
    return tuple(words)


def _link_person(clusters: Clusters, seen: dict[tuple[str, bool], Cluster], draft: Draft) -> None:
    words = _person_words(clusters.doc, draft)
    key = (" ".join(words), True)
    cluster = seen.get(key) or _by_part(clusters, words)
    if cluster is None:
        cluster = clusters.new(draft, ActorKind.PERSON)
        _note_known(clusters, cluster, draft)
    else:
        clusters.add(draft, cluster)
    seen.setdefault(key, cluster)


def _by_part(clusters: Clusters, words: tuple[str, ...]) -> Cluster | None:
    """The one person whose full name ends or begins with these words; None when there are two."""
    found = []
    for cluster in clusters.live():
        if cluster.kind is not ActorKind.PERSON:
            continue
        full = [_bare(name) for name in cluster.names]
        if any(len(name) > len(words) and (name[-len(words) :] == words or _first_names(name, words)) for name in full):
            found.append(cluster)
    return found[0] if len(found) == 1 else None


def _bare(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    while len(words) > 1 and words[0] in titles():
        words.pop(0)
    return tuple(words)


def _first_names(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """`Abu Jandal` for Abu Jandal al-X: two or more words that open the name."""
    return len(words) >= 2 and name[: len(words)] == words


def _join_acronyms(clusters: Clusters) -> None:
    """An acronym is the one actor of the report whose name has these initials."""
    bodies = [cluster for cluster in clusters.live() if cluster.kind is not ActorKind.PERSON]
    for cluster in bodies:
        short = [name for name in cluster.names if name.isupper() and " " not in name]
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


def _result(
    doc: Doc, text: str, drafts: Sequence[Draft], clusters: Clusters, known: KnownActors
) -> tuple[tuple[Mention, ...], tuple[LocalActor, ...]]:
    keys: dict[int, str] = {}
    actors: list[LocalActor] = []
    mentions: list[Mention] = []
    for draft in drafts:
        cluster = clusters.of.get(draft)
        if cluster is None and draft.form is Form.PRONOUN:
            continue
        if cluster is not None and cluster.number not in keys:
            keys[cluster.number] = f"a{len(keys) + 1}"
            actors.append(local_actor(cluster, keys[cluster.number], doc, known))
        key = keys[cluster.number] if cluster is not None else None
        mentions.append(_mention(doc, draft, f"m{len(mentions) + 1}", key))
    del text
    return tuple(mentions), tuple(actors)


def _mention(doc: Doc, draft: Draft, key: str, actor: str | None) -> Mention:
    head = doc[draft.head]
    return Mention(key, draft.span(doc), draft.type, Span(head.idx, head.idx + len(head.text)), draft.form, actor)
