"""Who is who within one report: names, then what clauses equate, then nouns and pronouns; a doubtful pair stays two."""

from collections.abc import Sequence

from avowed.annotate.actors.clusters import Clusters
from avowed.annotate.actors.display import local_actor
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.phrases import POINTING
from avowed.annotate.actors.pronouns import FIRST_PERSON, OWNING
from avowed.annotate.actors.reading_on import link_equated, read_on
from avowed.annotate.actors.same_names import link_names, stands_for_actor
from avowed.annotate.actors.sheet import Sheet
from avowed.model.evidence import LocalActor, Mention
from avowed.model.vocabulary import Form
from avowed.model.world import KnownActors


def link(
    sheet: Sheet, drafts: Sequence[Draft], known: KnownActors
) -> tuple[tuple[Mention, ...], tuple[LocalActor, ...]]:
    """Mentions with ids in order, and the actors that they stand for."""
    clusters = Clusters(sheet, known)
    link_names(clusters, [draft for draft in drafts if draft.form is Form.NAME and stands_for_actor(draft)])
    link_equated(clusters, drafts)
    read_on(clusters, drafts)
    return _result(sheet, drafts, clusters)


def _result(
    sheet: Sheet, drafts: Sequence[Draft], clusters: Clusters
) -> tuple[tuple[Mention, ...], tuple[LocalActor, ...]]:
    keys: dict[int, str] = {}
    actors: list[LocalActor] = []
    mentions: list[Mention] = []
    for draft in drafts:
        cluster = clusters.of.get(draft)
        if cluster is None and not _stands_alone(sheet, draft):
            continue
        if cluster is not None and cluster.number not in keys:
            keys[cluster.number] = f"a{len(keys) + 1}"
            actors.append(local_actor(cluster, keys[cluster.number], clusters))
        key = keys[cluster.number] if cluster is not None else None
        mentions.append(_mention(sheet, draft, f"m{len(mentions) + 1}", key))
    return tuple(mentions), tuple(actors)


def _stands_alone(sheet: Sheet, draft: Draft) -> bool:
    """True for things, places and speakers; nouns and pronouns that point at nobody are no mentions."""
    if draft.form is Form.PRONOUN:
        word = sheet.lower[draft.head]
        return word in FIRST_PERSON and word not in OWNING
    return draft.rule != POINTING


def _mention(sheet: Sheet, draft: Draft, key: str, actor: str | None) -> Mention:
    return Mention(key, draft.span(sheet), draft.type, sheet.span(draft.head, draft.head), draft.form, actor)
