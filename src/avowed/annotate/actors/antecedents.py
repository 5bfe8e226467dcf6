"""What nouns and pronouns point back to: the nearest actor that fits and stands out; none where two fit alike."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Token

from avowed.annotate.actors.clusters import Cluster, Clusters, alike
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, titles
from avowed.annotate.actors.pronouns import NEUTER, PERSONAL, PLURAL, SPEAKER
from avowed.annotate.page import text_of
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form, MentionType

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "said", "both"})
_POINTING = frozenset({"this", "these", "that", "those"})
_ANY_BODY = frozenset({"group", "organization", "organisation", "network", "movement", "outfit", "entity", "faction"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WINDOW = 3
_MARGIN = 0.5
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.FACTION, ActorKind.UMBRELLA})


class Recent:
    """Which actors were mentioned lately, as the text is walked through."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.doc = clusters.doc
        self.seen: list[tuple[int, Draft]] = []

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.doc.sents]

    def sentence(self, index: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._starts, index) - 1

    def note(self, draft: Draft) -> None:
        """Remember a mention that has just been read."""
        self.seen.append((self.sentence(draft.head), draft))

    def candidates(self, draft: Draft, window: int) -> dict[int, tuple[Cluster, float]]:
        """Clusters mentioned in the last sentences, each with how much it stands out."""
        here = self.sentence(draft.head)
        found: dict[int, tuple[Cluster, float]] = {}
        for place, other in reversed(self.seen):
            if here - place > window:
                break
            cluster = self.clusters.of.get(other)
            if cluster is None or self._bound(draft, other):
                continue
            score = self._salience(other, here - place)
            if cluster.number not in found or found[cluster.number][1] < score:
                found[cluster.number] = (cluster, score)
        return found

    def _salience(self, other: Draft, distance: int) -> float:
        head = self.doc[other.head]
        subject = 1.0 if head.dep_ in _SUBJECTS and not other.inner else 0.0
        return subject - distance + (0.25 if head.dep_ in ("dobj", "agent") else 0.0) - (0.5 if other.inner else 0.0)

    def _bound(self, draft: Draft, other: Draft) -> bool:
        """Two arguments of one verb are two actors, and a phrase is not a part of itself."""
        if draft.overlaps(other):
            return True
        one, two = self.doc[draft.head], self.doc[other.head]
        return one.head is two.head and one.dep_ not in ("poss", "conj") and two.dep_ != "conj" and one.head is not one


def best(candidates: dict[int, tuple[Cluster, float]]) -> Cluster | None:
    """The candidate that stands out; None where two do alike."""
    ranked = sorted(candidates.values(), key=lambda pair: -pair[1])
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        return None
    return ranked[0][0]


def link_nominals(clusters: Clusters, drafts: Sequence[Draft]) -> None:
    """Noun phrases, in the order of the text."""
    recent = Recent(clusters)
    nouns: dict[str, Cluster] = {}
    for draft in drafts:
        if draft.form is Form.NOMINAL and draft.kind is not None:
            _link_nominal(clusters, recent, nouns, draft)
        if draft.form is not Form.PRONOUN and draft in clusters.of:
            recent.note(draft)


def _link_nominal(clusters: Clusters, recent: Recent, nouns: dict[str, Cluster], draft: Draft) -> None:
    doc = clusters.doc
    owner = _owner(clusters, draft)
    words = _content(clusters, draft)
    key = " ".join(words)
    definite = _is_definite(clusters, draft)
    found = owner
    related = _is_related(doc[draft.head])
    if (
        found is None
        and not related
        and (definite or draft.kind is ActorKind.COMMUNITY or doc[draft.head].text[0].isupper())
    ):
        found = _same_words(nouns, words, draft) or (_by_office(clusters, draft) if definite else None)
    if found is None and not related and definite and len(words) <= 2:
        found = _pointed_at(recent, draft)
    if found is not None:
        clusters.add(draft, found)
    else:
        found = clusters.new(draft, draft.kind or ActorKind.ORGANISATION)
    if key:
        nouns[key] = found


def _is_related(head: Token) -> bool:
    """`the head of the network`, `its founder`: who it is hangs on whose; the same words elsewhere mean another."""
    return any(child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ == "of") for child in head.children)


def _owner(clusters: Clusters, draft: Draft) -> Cluster | None:
    """`X fighters`, `X's forces`: the named group itself, where X is a group and not a state."""
    doc = clusters.doc
    if doc[draft.head].lemma_.lower() not in heads().bodies:
        return None
    for other, cluster in clusters.of.items():
        if other.inner and draft.covers(other) and cluster.kind in _BODIES:
            head = doc[other.head]
            if head.head.i == draft.head:
                return cluster
    return None


def _content(clusters: Clusters, draft: Draft) -> tuple[str, ...]:
    tokens = clusters.doc[draft.first : draft.last + 1]
    return tuple(
        fold(token.lemma_)
        for token in tokens
        if token.pos_ not in ("DET", "PUNCT", "PART", "SPACE") and fold(token.text)
    )


def _is_definite(clusters: Clusters, draft: Draft) -> bool:
    return clusters.doc[draft.first].lower_ in _DEFINITE


def _same_words(nouns: dict[str, Cluster], words: tuple[str, ...], draft: Draft) -> Cluster | None:
    """The last phrase with the same words, or whose words include these and end alike."""
    key = " ".join(words)
    if key in nouns:
        return nouns[key]
    if draft.kind is ActorKind.COMMUNITY:
        return None
    longer = {
        id(cluster): cluster
        for other, cluster in nouns.items()
        if other.split()[-1:] == list(words[-1:]) and set(words) < set(other.split())
    }
    return next(iter(longer.values())) if len(longer) == 1 else None


def _by_office(clusters: Clusters, draft: Draft) -> Cluster | None:
    """`the secretary`: the one person who is given that title by name."""
    if draft.type is not MentionType.PERSON:
        return None
    words = set(_content(clusters, draft))
    found = {}
    for other, cluster in clusters.of.items():
        if cluster.kind is ActorKind.PERSON and other.form is Form.NAME and other.name is not None:
            before = text_of(clusters.doc)[other.span(clusters.doc).start : other.name.start]
            held = set(fold(before).split()) | {
                word for word in fold(other.name.of(text_of(clusters.doc))).split() if word in titles()
            }
            if words and words <= held:
                found[cluster.number] = cluster
    return next(iter(found.values())) if len(found) == 1 else None


def _pointed_at(recent: Recent, draft: Draft) -> Cluster | None:
    """`the group`, `this terrorist organisation`: the armed body that stands out nearby."""
    lemma = recent.doc[draft.head].lemma_.lower()
    if draft.type is MentionType.PERSON or lemma not in _ANY_BODY | heads().bodies | {"agency", "army", "ministry"}:
        return None
    if draft.plural and lemma in _ANY_BODY:
        return None
    fitting = {
        number: (cluster, score)
        for number, (cluster, score) in recent.candidates(draft, _WINDOW).items()
        if cluster.named and _fits_noun(cluster, draft, lemma)
    }
    return best(fitting)


def _fits_noun(cluster: Cluster, draft: Draft, lemma: str) -> bool:
    if lemma in _ANY_BODY:
        return cluster.kind in _BODIES or (
            cluster.kind is ActorKind.ORGANISATION and lemma in ("group", "organization", "organisation")
        )
    return alike(cluster.kind, draft.kind or ActorKind.ORGANISATION) and cluster.kind not in (
        ActorKind.ORGANISATION,
        ActorKind.GOVERNMENT,
    )


def link_pronouns(clusters: Clusters, drafts: Sequence[Draft]) -> None:
    """Pronouns, in the order of the text."""
    recent = Recent(clusters)
    for draft in drafts:
        if draft.form is Form.PRONOUN:
            found = _antecedent(recent, draft)
            if found is not None:
                clusters.add(draft, found)
        if draft in clusters.of:
            recent.note(draft)


def _antecedent(recent: Recent, draft: Draft) -> Cluster | None:
    word = recent.doc[draft.head].lower_
    if word in SPEAKER or word not in PERSONAL | PLURAL | NEUTER:
        return None
    fitting = {
        number: (cluster, score)
        for number, (cluster, score) in recent.candidates(draft, 1).items()
        if _fits_pronoun(cluster, word)
    }
    return best(fitting)


def _fits_pronoun(cluster: Cluster, word: str) -> bool:
    if word in PERSONAL:
        return cluster.kind is ActorKind.PERSON
    if cluster.kind is ActorKind.PERSON:
        return False
    if word in NEUTER:
        return not cluster.plural and cluster.kind is not ActorKind.COMMUNITY
    return True
