"""Nouns set beside a name, or said to be it, stand for the same actor: `X, leader of Y`, `X is the group's head`."""

from collections.abc import Sequence

from spacy.tokens import Token

from avowed.annotate.actors.clusters import Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.model.vocabulary import ActorKind, Form, MentionType


def link_appositions(clusters: Clusters, drafts: Sequence[Draft]) -> None:
    """Join a noun phrase to the name that it stands beside."""
    by_head = {draft.head: draft for draft in drafts if draft in clusters.of}
    for draft in drafts:
        if draft.form is not Form.NOMINAL or draft not in clusters.of:
            continue
        cluster = clusters.of[draft]
        if cluster.named:
            continue
        partner = _partner(clusters.doc[draft.head], by_head)
        if partner is not None and _agree(draft, partner, cluster, clusters.of[partner]):
            clusters.join(clusters.of[partner], cluster)


def _partner(noun: Token, by_head: dict[int, Draft]) -> Draft | None:
    for token in _beside(noun):
        draft = by_head.get(token.i)
        if draft is not None and draft.form is Form.NAME:
            return draft
    return None


def _beside(noun: Token) -> list[Token]:
    found = [child for child in noun.children if child.dep_ == "appos"]
    if noun.dep_ == "appos":
        found.append(noun.head)
    if noun.dep_ in ("attr", "nsubj") and _says_what_is(noun.head):
        other = "nsubj" if noun.dep_ == "attr" else "attr"
        found.extend(child for child in noun.head.children if child.dep_ == other)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        found.extend(child for child in noun.head.head.children if child.dep_ == "nsubj")
    return found


def _says_what_is(verb: Token) -> bool:
    return verb.lemma_ == "be" and not any(child.dep_ == "neg" for child in verb.children)


def _agree(draft: Draft, partner: Draft, cluster: Cluster, other: Cluster) -> bool:
    if draft.plural != partner.plural and draft.type is not MentionType.PERSON:
        return False
    return (draft.type is MentionType.PERSON) == (other.kind is ActorKind.PERSON) and len(cluster.drafts) < 8
