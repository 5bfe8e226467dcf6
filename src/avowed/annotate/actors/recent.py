"""Which actors and things were mentioned lately, and how much each stands out, as the text is walked through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from avowed.annotate.actors.clusters import BODIES, Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.sheet import Sheet

# How much a place in the clause makes a mention stand out; after the scheme of Lappin and Leass (1994), set on ECB+ 1-35.
_ROLES = {"nsubj": 4.0, "nsubjpass": 3.5, "agent": 2.5, "dobj": 2.5, "dative": 2.0, "attr": 2.0, "poss": 1.5}
_OTHER_ROLE, _INNER_ROLE = 1.3, 0.7
_FADING = 0.5
_MARGIN = 1.25
_PARALLEL = 1.0
_OWN_SUBJECT = 2.0
_MENTIONED_AGAIN = 0.3


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that was read: its word, its sentence and its actor; things have no actor and go by their word."""

    index: int
    sentence: int
    weight: float
    plural: bool
    cluster: Cluster | None
    draft: Draft | None = None
    word: str = ""

    @property
    def key(self) -> object:
        """What mentions of the same thing share."""
        return self.word if self.cluster is None else self.cluster.number


class Recent:
    """The mentions of a report up to where the reader has come."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.sheet: Sheet = clusters.sheet
        self.seen: list[Seen] = []
        bodies = [cluster for cluster in clusters.live() if cluster.kind in BODIES]
        self.only_body = bodies[0] if len(bodies) == 1 else None

    def note(self, draft: Draft) -> None:
        """Remember a mention that has just been read."""
        cluster = self.clusters.of.get(draft)
        if cluster is not None:
            weight = _INNER_ROLE if draft.inner else self._role(draft.head)
            self.seen.append(Seen(draft.head, self.sheet.sentence(draft.head), weight, cluster.plural, cluster, draft))

    def note_thing(self, index: int) -> None:
        """Remember a noun that stands for no actor: it may be what `it` means."""
        sheet = self.sheet
        place = sheet.sentence(index)
        self.seen.append(Seen(index, place, self._role(index), sheet.plural(index), None, word=sheet.lemma[index]))

    def _role(self, index: int) -> float:
        sheet = self.sheet
        while sheet.dep[index] == "conj" and sheet.head[index] < index:
            index = sheet.head[index]
        if sheet.dep[index] == "pobj" and sheet.dep[sheet.head[index]] == "agent":
            return _ROLES["agent"]
        return _ROLES.get(sheet.dep[index], _OTHER_ROLE)

    def back(self, index: int, window: int) -> Iterator[tuple[Seen, int]]:
        """Mentions before a word, latest first, each with how many sentences lie between."""
        here = self.sheet.sentence(index)
        for seen in reversed(self.seen):
            if here - seen.sentence > window:
                return
            if seen.index < index:
                yield seen, here - seen.sentence

    def best(self, draft: Draft, window: int, fits: Callable[[Seen], bool]) -> Cluster | None:
        """The fitting mention that stands out; None where two do alike or where a thing does."""
        scores: dict[object, float] = {}
        found: dict[object, Cluster | None] = {}
        for seen, distance in self.back(draft.head, window):
            if not fits(seen) or self._bound(draft, seen):
                continue
            score = self._score(draft, seen, distance)
            before = scores.get(seen.key)
            scores[seen.key] = score if before is None else max(before, score) + _MENTIONED_AGAIN * min(before, score)
            found[seen.key] = seen.cluster
        return _outstanding(scores, found)

    def _score(self, draft: Draft, seen: Seen, distance: int) -> float:
        sheet = self.sheet
        score = seen.weight
        if sheet.dep[draft.head] in ("nsubj", "nsubjpass") and sheet.dep[seen.index] in ("nsubj", "nsubjpass"):
            score += _PARALLEL
        if distance == 0 and sheet.dep[draft.head] == "poss" and self._subject_above(draft.head, seen.index):
            score += _OWN_SUBJECT
        return score * float(_FADING**distance)

    def _subject_above(self, index: int, subject: int) -> bool:
        """True where a mention is the subject of a clause that holds the word."""
        sheet = self.sheet
        if sheet.dep[subject] not in ("nsubj", "nsubjpass"):
            return False
        verb, above = sheet.head[subject], index
        while sheet.head[above] != above:
            above = sheet.head[above]
            if above == verb:
                return True
        return False

    def _bound(self, draft: Draft, seen: Seen) -> bool:
        """Two arguments of one verb are two actors, and a phrase is not a part of itself."""
        if seen.draft is not None and draft.overlaps(seen.draft):
            return True
        sheet, one, two = self.sheet, draft.head, seen.index
        if sheet.dep[one] == "poss" or "conj" in (sheet.dep[one], sheet.dep[two]):
            return False
        return self._verb(one) == self._verb(two)

    def _verb(self, index: int) -> int:
        head = self.sheet.head[index]
        if self.sheet.dep[index] == "pobj" and self.sheet.pos[self.sheet.head[head]] == "VERB":
            return self.sheet.head[head]
        return head


def _outstanding(scores: dict[object, float], found: dict[object, Cluster | None]) -> Cluster | None:
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]):
        return None
    return found[ranked[0][0]]
