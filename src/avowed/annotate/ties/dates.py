"""When a tie held, by the time expression that governs its trigger; no date is better than a neighbour's date."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from avowed.annotate.grammar.clauses import VERBAL
from avowed.annotate.page import Page
from avowed.model.evidence import Span, TimeExpression
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import UNKNOWN_TIME, When

BEGINS = frozenset({"since", "from", "after"})
ENDS = frozenset({"until", "till", "before", "by", "through"})
DATING = frozenset({"since", "after", "when", "once", "until", "before", "while", "as"})
FARTHEST = 12


class Dates:
    """The time expressions of one page by the word that they date."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._dating: dict[int, list[tuple[TimeExpression, str]]] = {}
        for time in page.times:
            if time.kind in (TimeKind.DATE, TimeKind.TIME) and time.when.known:
                for word, preposition in _dated(page, time.span):
                    self._dating.setdefault(word.i, []).append((time, preposition))

    def of(self, trigger: Token, carriers: Sequence[Token], clause: bool) -> tuple[When, str | None]:
        """The interval that the words give, and the id of the expression; unknown when none governs the trigger."""
        for word in _path(trigger, carriers, clause):
            for time, preposition in self._dating.get(word.i, ()):
                return _bounded(time.when, preposition), time.id
        return UNKNOWN_TIME, None


def _dated(page: Page, span: Span) -> Iterator[tuple[Token, str]]:
    """The verb or noun that a time expression hangs on, and the preposition between."""
    first, last = page.token_at(span.start), page.token_at(span.end - 1)
    if first is None or last is None:
        return
    inside = range(first.i, last.i + 1)
    root = next((page.doc[index] for index in inside if page.doc[index].head.i not in inside), last)
    preposition = ""
    if root.pos_ == "ADP" or root.dep_ == "prep":
        preposition = root.lower_
    word = root.head
    while (
        word.dep_ in ("prep", "pobj", "npadvmod", "pcomp")
        and word.head != word
        and word.pos_ in ("ADP", "SCONJ", "ADV")
    ):
        preposition = word.lower_
        word = word.head
    governor = word if word != root else (root if root.pos_ in VERBAL else None)
    if governor is None:
        return
    yield governor, preposition
    if governor.dep_ == "advcl":
        for mark in governor.children:
            if mark.lower_ in DATING:
                yield governor.head, mark.lower_


def _path(trigger: Token, carriers: Sequence[Token], clause: bool) -> Iterator[Token]:
    """The trigger, the words that carry it, and in a clause the verbs above it up to the end of the clause."""
    yield trigger
    yield from carriers
    if not clause:
        return
    word = trigger
    for _ in range(FARTHEST):
        if word.head == word or word.dep_ in ("relcl", "ccomp", "appos", "parataxis"):
            return
        if word.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children):
            return
        word = word.head
        yield word


def _bounded(when: When, preposition: str) -> When:
    """`since 2015` has no last day, `until 2015` no first."""
    if preposition in BEGINS and when.first is not None:
        return When(when.first, None, when.precision, when.words)
    if preposition in ENDS and when.last is not None:
        return When(None, when.last, when.precision, when.words)
    return when if when.precision is not Precision.UNKNOWN else UNKNOWN_TIME
