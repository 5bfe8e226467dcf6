"""Joins the ties that rules drew with those that the model sees, and scores all of them by one table of reasons."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sight import Seen
from avowed.annotate.ties.cueless import cueless, of_namer
from avowed.annotate.ties.match import Draft, may_be_tied
from avowed.annotate.ties.table import SIGN_MARK, TieRow
from avowed.annotate.ties.weigh import SORTS, TABLE, Case, reasons
from avowed.annotate.weights import load_weights
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind, Dimension, MentionType

SEEN = "seen"
SIGNS = {mark: sign for sign, mark in SIGN_MARK.items()}
ROOMS = frozenset({"room", "building", "hall", "auditorium", "lobby", "studio", "grounds", "gate", "compound"})
ENVOYS = frozenset({"ambassador", "envoy", "emissary", "delegate", "representative", "liaison"})
FAIRLY = 0.3  # from this chance on the relation is told beside the tie
FAINTEST = 0.3  # none of the six ties that rules drew from our own annotations below this was right (2026-11-28)
SURE = 0.6  # of the attacks of our own annotations that the model alone sees below this, 44 % are right (2026-11-28)
MOST = 3  # labels of one pair that are weighed

_ATTACK = "attack-"

Key = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """A possible tie in a sentence: what drew it."""

    key: Key
    subject: Mention
    object: Mention
    seen: Seen | None = None
    draft: Draft | None = None
    score: float = 0.0

    @property
    def end(self) -> int:
        """Where the last of its parties ends."""
        return max(self.subject.span.end, self.object.span.end)


def joined(page: Page, drawn: Sequence[Draft]) -> tuple[Draft, ...]:
    """The ties of rules and model that are likely enough, each with its score; the rules' alone where no model read."""
    if not page.windows:
        return tuple(drawn)
    settings = load_weights(TABLE).settings
    likely = [one for one in weighed(page, drawn) if one.score >= _bar(one, settings) and not _lent(one, page)]
    kept = [one for one in likely if one.draft]
    found = [replace(one.draft, score=one.score, relation=_relation(page, one)) for one in kept if one.draft]
    for one in sorted(likely, key=lambda one: (-one.score, one.key)):
        if one.draft is None and not any(_repeats(one, other) for other in kept):
            kept.append(one)
            found += _drafted(page, one)
    return tuple(sorted(found, key=lambda draft: draft.trigger.i))


def _bar(one: _Found, settings: Mapping[str, float]) -> float:
    """The least score that is told; an attack that the model alone sees must be surer than other ties."""
    if one.draft is not None:
        return max(settings["kept"], FAINTEST)
    return max(settings["default"], SURE) if one.key[3] == _ATTACK else settings["default"]


def _lent(one: _Found, page: Page) -> bool:
    """True where a party that the model alone sees only lends its name to who is meant: the state in `Israeli farmers`."""
    if one.draft is not None:
        return False
    if SORTS.get(one.key[3][:-1]) == "structure":
        if _merely_beside(one, page):
            return True
        return _holds(one.subject, one.object) and page.actor[str(one.object.actor)].kind is ActorKind.GOVERNMENT
    return any(
        mention.type is MentionType.NATIONALITY and any(_holds(other, mention) for other in page.mentions)
        for mention in (one.subject, one.object)
    )


def _merely_beside(one: _Found, page: Page) -> bool:
    """True for the body of a room (`spoke in the Pentagon briefing room`), and for whom an envoy is sent to."""
    head = page.token_at(one.object.head.start)
    if head is None:
        return False
    above = head.head
    if head.dep_ in PRENOMINAL and above.lemma_.lower() in ROOMS and not one.subject.span.covers(one.object.span):
        return True
    return head.dep_ == "pobj" and above.lower_ == "to" and above.head.lemma_.lower() in ENVOYS


def _holds(other: Mention, mention: Mention) -> bool:
    longer = other.span.covers(mention.span) and other.span != mention.span
    return longer and other.actor is not None and other.actor != mention.actor


def _repeats(one: _Found, other: _Found) -> bool:
    """True where what the model sees is told already: in this sentence, over its edge, or of a body inside a longer name."""
    apart = one.key[0] - other.key[0]
    if one.key[3][-1] != other.key[3][-1] or apart not in (0, 1):
        return False
    if {*one.key[1:3]} == {*other.key[1:3]}:
        return apart == 0 or min(one.subject.span.start, one.object.span.start) < other.end
    return apart == 0 and one.key[3] == other.key[3] and _same_or_within(one, other)


def _same_or_within(one: _Found, other: _Found) -> bool:
    """True where each party is the other tie's own, or a name inside its words (`Afghan` in `Afghan soldiers`)."""
    return all(
        mine.actor == theirs.actor or theirs.span.covers(mine.span)
        for mine, theirs in ((one.subject, other.subject), (one.object, other.object))
    )


def weighed(page: Page, drawn: Sequence[Draft]) -> list[_Found]:
    """Every possible tie of the page with its score."""
    return [replace(one, score=_score(case, page)) for one, case in cases(page, drawn)]


def cases(page: Page, drawn: Sequence[Draft]) -> Iterator[tuple[_Found, Case]]:
    """Every possible tie of the page with all that speaks for it."""
    weigher = _Weigher(page)
    told: dict[tuple[int, frozenset[str]], list[tuple[str, str]]] = {}
    by_rule = [weigher.of_rule(draft) for draft in drawn]
    for one in by_rule:
        told.setdefault((one.key[0], frozenset(one.key[1:3])), []).append((one.key[3], one.key[1]))
    for one in _merged(weigher.seen, by_rule):
        sentence, subject, _, label = one.key
        others = told.get((sentence, frozenset(one.key[1:3])), [])
        yield (
            one,
            Case(
                label,
                one.subject,
                one.object,
                (page.actor[one.key[1]].kind, page.actor[one.key[2]].kind),
                one.seen,
                one.draft.row.score if one.draft else None,
                tuple(name for name, _ in others if name != label),
                any(name == label and first != subject for name, first in others),
                weigher.sentence(one.subject) != weigher.sentence(one.object),
                weigher.between(one.subject, one.object),
            ),
        )


def _score(case: Case, page: Page) -> float:
    card = page.windows[0].card
    return load_weights(TABLE).score(reasons(case, card.labels("tie"), card.labels("relation")))


def _merged(seen: Mapping[Key, _Found], by_rule: Sequence[_Found]) -> Iterator[_Found]:
    """A rule's tie with what the model sees of it in its sentence or the next, then what the model alone sees."""
    left = dict(seen)
    for one in by_rule:
        number, *rest = one.key
        twin = next((key for key in (one.key, (number + 1, *rest)) if key in left), None)
        same = left.pop(twin) if twin else None
        yield replace(one, subject=same.subject, object=same.object, seen=same.seen) if same else one
    yield from left.values()


class _Weigher:
    """One page's sentences and mentions, by place."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.labels = page.windows[0].card.labels("tie")
        self._starts = [sentence.start_char for sentence in page.sentences]
        self._acting = sorted({one.span.start for one in page.mentions if one.actor is not None})
        self._symmetric = {label for label in self.labels[1:] if Dimension(label[:-1]).symmetric}

    def sentence(self, mention: Mention) -> int:
        """The number of the sentence where a mention begins."""
        return self._sentence(mention.span.start)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def between(self, one: Mention, other: Mention) -> int:
        """How many mentions of actors begin between two."""
        low, high = min(one.span.end, other.span.end), max(one.span.start, other.span.start)
        return max(0, bisect_right(self._acting, high - 1) - bisect_right(self._acting, low - 1))

    def of_rule(self, draft: Draft) -> _Found:
        """A rule's tie as a possible one."""
        subject, other = draft.subject, draft.object
        label = f"{draft.row.dimension}{SIGN_MARK[draft.row.sign]}"
        if label in self._symmetric and str(subject.actor) > str(other.actor):
            subject, other = other, subject
        number = self._sentence(draft.trigger.idx)
        seen = self.page.sight.between.get((subject.id, other.id)) if label in self.labels else None
        return _Found((number, str(subject.actor), str(other.actor), label), subject, other, seen, draft)

    @cached_property
    def seen(self) -> dict[Key, _Found]:
        """For each two actors of a sentence and each likely label the pair of mentions that shows it best."""
        best: dict[Key, tuple[float, _Found]] = {}
        floor = load_weights(TABLE).settings["floor"]
        for one, column in self.page.sight.likely("tie", floor, MOST):
            subject, other, label = one.subject.actor, one.object.actor, self.labels[column]
            if subject is None or other is None or abs(self.sentence(one.subject) - self.sentence(one.object)) > 1:
                continue
            if label in self._symmetric and subject > other:
                continue
            key = (self._sentence(max(one.subject.span.start, one.object.span.start)), subject, other, label)
            chance = float(one.ties[column])
            if key not in best or chance > best[key][0]:
                best[key] = (chance, _Found(key, one.subject, one.object, one))
        return {key: found for key, (_, found) in best.items()}


def _relation(page: Page, one: _Found) -> str:
    """The likeliest relation of re3d where the model is fairly sure of one."""
    if one.seen is None:
        return ""
    labels = page.windows[0].card.labels("relation")
    column = 1 + int(one.seen.relations[1:].argmax())
    return labels[column] if one.seen.relations[column] >= FAIRLY else ""


def _drafted(page: Page, one: _Found) -> Iterator[Draft]:
    """What the model alone sees, with the word that it looks at as its trigger."""
    trigger, dimension = _trigger(page, one), _row(one.key[3]).dimension
    if trigger is None or cueless(page, trigger, dimension):
        return
    if SORTS.get(one.key[3][:-1]) == "structure" and of_namer(trigger, (one.subject, one.object)):
        return
    if may_be_tied(page, trigger, dimension, (one.subject, one.object)):
        yield Draft(_row(one.key[3]), trigger, one.subject, one.object, one.score, _relation(page, one))


def _trigger(page: Page, one: _Found) -> Token | None:
    """The word that the model looks at; where that lies in another sentence than both parties, the later party itself."""
    looked = page.token_at(one.seen.trigger.start) if one.seen else None
    ends = [page.token_at(mention.head.start) for mention in (one.subject, one.object)]
    sentences = {token.sent.start for token in ends if token is not None}
    if looked is None or not sentences or looked.sent.start in sentences:
        return looked
    return max((token for token in ends if token is not None), key=lambda token: token.i)


@cache
def _row(label: str) -> TieRow:
    """The row that stands for the model's own reading of a kind of tie."""
    dimension, sign = Dimension(label[:-1]), SIGNS[label[-1]]
    return TieRow(f"{SEEN} {label}", dimension, sign, SEEN, (), (), (), speaks=dimension is Dimension.STANCE)
