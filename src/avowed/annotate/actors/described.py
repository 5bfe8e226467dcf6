"""Descriptions by their words: `the coalition` is the one coalition told of before, `the minister` the one minister."""

from dataclasses import dataclass

from avowed.annotate.actors.clusters import BODIES, STATES, Cluster, Clusters
from avowed.annotate.actors.draft import Draft
from avowed.annotate.actors.lexicon import heads, titles, wordset
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Form, MentionType

_PLURAL_PEOPLE = frozenset({ActorKind.COMMUNITY})


@dataclass(frozen=True, slots=True)
class _Entry:
    cluster: Cluster
    named: bool
    plural: bool


_Entries = dict[frozenset[str], list[_Entry]]


class Descriptions:
    """What was described or named with which noun, in the order of the text."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.sheet = clusters.sheet
        self._by_noun: dict[str, _Entries] = {}

    def note(self, draft: Draft) -> None:
        """Remember the words of a mention that has just been read."""
        cluster = self.clusters.of.get(draft)
        if cluster is None or draft.form is Form.PRONOUN:
            return
        if draft.form is Form.NOMINAL:
            self._enter(self.sheet.lemma[draft.head], self.words(draft), draft, cluster)
        elif draft.type is MentionType.PERSON:
            self._note_titles(draft, cluster)
        else:
            words = frozenset(fold(self.sheet.lemma[index]) for index in range(draft.first, draft.last + 1)) - {"the"}
            for noun in {self.sheet.lemma[draft.last], self.sheet.lemma[draft.head]}:
                self._enter(noun, words, draft, cluster)

    def _note_titles(self, draft: Draft, cluster: Cluster) -> None:
        start = draft.name[0] if draft.name else draft.head
        held = [index for index in range(draft.first, start) if self._titular(index)]
        words = frozenset(fold(self.sheet.lemma[index]) for index in range(draft.first, start)) - {"the", "a"}
        for index in held:
            self._enter(self.sheet.lemma[index], words, draft, cluster)

    def _titular(self, index: int) -> bool:
        word, lemma = self.sheet.lower[index].strip("."), self.sheet.lemma[index]
        table = heads()
        return word in titles().titles or lemma in table.persons or lemma in table.members

    def _enter(self, noun: str, words: frozenset[str], draft: Draft, cluster: Cluster) -> None:
        entries = self._by_noun.setdefault(noun, {}).setdefault(words, [])
        entry = _Entry(cluster, draft.form is Form.NAME, draft.plural)
        if entry in entries:
            entries.remove(entry)
        entries.append(entry)

    def words(self, draft: Draft) -> frozenset[str]:
        """The telling words of a mention; an owner told by a pronoun stands for its actor."""
        words = self.clusters.content(draft)
        for index in range(draft.first, draft.head):
            if self.sheet.tag[index] == "PRP$":
                owner = self._owner(index)
                words = words - {fold(self.sheet.lemma[index])} | {f"of {owner}"}
        return words

    def _owner(self, index: int) -> str:
        drafts = self.clusters.by_head.get(index, ())
        return str(self.clusters.of[drafts[0]].number) if drafts else f"word {index}"

    def find(self, draft: Draft) -> Cluster | None:
        """The one actor described before by these words; None where there is none or more than one."""
        sheet = self.sheet
        before = sheet.lower[draft.first - 1] if draft.first else ""
        counted = draft.first > 0 and sheet.pos[draft.first - 1] == "NUM"
        definite = sheet.lower[draft.first] in wordset("definite") or sheet.capital(draft.head)
        if not definite and (counted or before in wordset("apart") or draft.kind not in _PLURAL_PEOPLE):
            return None
        if sheet.lower[draft.first] in wordset("apart") or any(
            sheet.lower[i] in wordset("apart") for i in range(draft.first, draft.head)
        ):
            return None
        entries = self._by_noun.get(sheet.lemma[draft.head], {})
        words = self.words(draft)
        same = [one for one in entries.get(words, ()) if self._comparable(draft, one)]
        if same:
            return _last_same(same)
        return self._one_longer(draft, entries, words) if definite else None

    def _one_longer(self, draft: Draft, entries: _Entries, words: frozenset[str]) -> Cluster | None:
        """The one actor told of with these words and more."""
        longer = (one for held, listed in entries.items() if words < held for one in listed)
        found = {one.cluster.number: one.cluster for one in longer if self._comparable(draft, one)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _comparable(self, draft: Draft, entry: _Entry) -> bool:
        if not entry.cluster.drafts:
            return False
        kind = draft.kind or ActorKind.ORGANISATION
        person = kind is ActorKind.PERSON
        if person != (entry.cluster.kind is ActorKind.PERSON):
            return False
        if (kind in BODIES and entry.cluster.kind in STATES) or (kind in STATES and entry.cluster.kind in BODIES):
            return False
        return entry.plural == draft.plural


def _last_same(same: list[_Entry]) -> Cluster | None:
    """The last one told of so; None where two have names."""
    if len({entry.cluster.number for entry in same if entry.named}) > 1:
        return None
    return same[-1].cluster
