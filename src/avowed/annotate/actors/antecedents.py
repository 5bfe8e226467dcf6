"""What nouns and pronouns point back to: the nearest actor that fits and stands out; none where two fit alike."""

from functools import partial

from avowed.annotate.actors.clusters import BODIES, Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, wordset
from avowed.annotate.actors.pronouns import FEMALE, MALE, NEUTER, PERSONAL, PLURAL
from avowed.annotate.actors.recent import Recent, Seen
from avowed.annotate.actors.states import deeds
from avowed.annotate.grammar.clauses import JUDGING
from avowed.model.vocabulary import ActorKind

# Sentences back that a pronoun, and a noun such as "the group", may reach.
_PRONOUN_REACH, _NOUN_REACH = 2, 4


def owner_of(clusters: Clusters, draft: Draft) -> Cluster | None:
    """`X fighters`, `X's forces`, `their fighters`: the named body itself, where X is a body and not a state."""
    sheet = clusters.sheet
    if sheet.lemma[draft.head] not in heads().bodies:
        return None
    owners = [other for child in sheet.children[draft.head] for other in clusters.by_head.get(child, ())]
    for other in owners:
        cluster = clusters.of[other]
        whole = other.first == 0 or sheet.words[other.first - 1] != "-"
        if other.head < draft.head and draft.covers(other) and cluster.kind in BODIES and whole:
            return cluster
    return None


def named_before(recent: Recent, draft: Draft) -> Cluster | None:
    """`the group`, `this terrorist organisation`, `the rebels`: the armed body that stands out nearby."""
    sheet = recent.sheet
    lemma = sheet.lemma[draft.head]
    if sheet.lower[draft.first] not in wordset("definite"):
        return None
    if lemma not in (wordset("of_a_body") if draft.plural else heads().anybody) or not _only_arming(recent, draft):
        return None
    armed = draft.plural or draft.head > draft.first + 1
    fits = partial(_is_body, armed=armed, plural=draft.plural)
    only = recent.only_body
    return recent.best(draft, _NOUN_REACH, fits) or (only if only is not None and _takes_arms(only) else None)


def _only_arming(recent: Recent, draft: Draft) -> bool:
    """No words before the noun but such as any armed body may have."""
    sheet = recent.sheet
    return draft.last == draft.head and all(
        sheet.lower[index] in wordset("definite") or sheet.lower[index] in heads().arming
        for index in range(draft.first, draft.head)
    )


def _is_body(seen: Seen, armed: bool, plural: bool) -> bool:
    cluster = seen.cluster
    if cluster is None or cluster.kind not in BODIES or (cluster.plural and not plural and not cluster.named):
        return False
    return _takes_arms(cluster) or not armed


def _takes_arms(cluster: Cluster) -> bool:
    return cluster.kind is not ActorKind.UMBRELLA or cluster.known is not None


def pronoun_antecedent(recent: Recent, draft: Draft) -> Cluster | None:
    """Whom `he`, `it` or `they` means; None where that is in doubt."""
    word = recent.sheet.lower[draft.head]
    if word.endswith(("self", "selves")):
        return _own_subject(recent, draft)
    if (judged := _judged_for(recent, draft, word)) is not None:
        return judged
    if word in PERSONAL:
        return recent.best(draft, _PRONOUN_REACH, lambda seen: _fits_person(seen, word))
    if word in NEUTER:
        does = _does(recent, draft)
        return recent.best(draft, _PRONOUN_REACH, lambda seen: _fits_thing(seen, does))
    if word in PLURAL:
        does = _does(recent, draft)
        return recent.best(draft, _PRONOUN_REACH, lambda seen: _fits_many(seen, does))
    return None


def _own_subject(recent: Recent, draft: Draft) -> Cluster | None:
    """`himself` is the subject of its own clause and nobody else."""
    sheet, clusters = recent.sheet, recent.clusters
    verb = sheet.head[draft.head]
    while sheet.pos[verb] not in ("VERB", "AUX") and sheet.head[verb] != verb:
        verb = sheet.head[verb]
    subject = sheet.child(verb, "nsubj", "nsubjpass")
    found = clusters.by_head.get(subject, []) if subject is not None else []
    return next((clusters.of[one] for one in found if one in clusters.of), None)


def _judged_for(recent: Recent, draft: Draft, word: str) -> Cluster | None:
    """`praised X for their help`: what somebody is praised or blamed for is his own."""
    sheet, clusters = recent.sheet, recent.clusters
    noun = sheet.head[draft.head]
    prep = sheet.head[noun]
    verb = sheet.head[prep]
    if sheet.dep[draft.head] != "poss" or sheet.dep[noun] != "pobj" or sheet.lower[prep] != "for":
        return None
    praised = sheet.child(verb, "dobj") if sheet.lemma[verb] in JUDGING else None
    for one in clusters.by_head.get(praised, []) if praised is not None else []:
        cluster = clusters.of.get(one)
        if cluster is not None and (cluster.kind is ActorKind.PERSON) is (word in PERSONAL):
            return cluster
    return None


def _does(recent: Recent, draft: Draft) -> bool:
    """True for the subject of a verb that only actors do."""
    sheet = recent.sheet
    return sheet.dep[draft.head] == "nsubj" and sheet.lemma[sheet.head[draft.head]] in deeds()["verbs"]


def _fits_person(seen: Seen, word: str) -> bool:
    cluster = seen.cluster
    if cluster is None or cluster.kind is not ActorKind.PERSON:
        return False
    return not (word in MALE and cluster.female) and not (word in FEMALE and cluster.female is False)


def _fits_thing(seen: Seen, does: bool) -> bool:
    cluster = seen.cluster
    if cluster is None:
        return not seen.plural and not does
    return cluster.kind not in (ActorKind.PERSON, ActorKind.COMMUNITY) and not cluster.plural


def _fits_many(seen: Seen, does: bool) -> bool:
    cluster = seen.cluster
    if cluster is None:
        return seen.plural and not does
    return cluster.kind is not ActorKind.PERSON
