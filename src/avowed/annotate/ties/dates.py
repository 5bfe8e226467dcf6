"""When a tie held, by the time expression that governs its trigger; no date is better than a neighbour's date."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from avowed.annotate.grammar.clauses import VERBAL
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.times import find_periods
from avowed.model.evidence import Span, TimeExpression
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import UNKNOWN_TIME, When, days_between

BEGINS = frozenset({"since", "from", "after"})
ENDS = frozenset({"until", "till", "before", "by", "through"})
DATING = frozenset({"since", "after", "when", "once", "until", "before", "while", "as"})
FARTHEST = 12
_SOON = re.compile(r"\s{0,9}(?P<words>(?:soon|shortly) (?:after(?:wards?)?|thereafter))\s{0,3},", re.IGNORECASE)
_LOOSEST = 92  # days of an interval without precision: `in recent weeks`
_OPENING = 3  # tokens before a date that opens its sentence: `Then, in May`

DATES_BY = frozenset({"during", "throughout", "in", "amid", "at", "since", "until", "till", "after", "before"})
_LASTS = frozenset({"for", "in", "during", "throughout", "over", "on", "at", "through"})
_SHARES = frozenset(
    {"most", "much", "half", "part", "rest", "all", "night", "morning", "evening", "afternoon", "day", "beginning"}
    | {
        "end",
        "start",
        "course",
        "middle",
        "quarter",
        "week",
        "weekend",
        "month",
        "summer",
        "winter",
        "spring",
        "autumn",
    }
)
_HAPPENS = frozenset(
    {"war", "uprising", "revolt", "revolution", "coup", "election", "campaign", "offensive", "siege", "crisis"}
    | {"conflict", "insurgency", "rebellion", "invasion", "occupation", "clash", "battle", "truce", "ceasefire"}
    | {"massacre", "attack", "summit", "negotiation", "talk", "trial", "drought", "famine", "riot", "protest"}
)

# Words by which an office or a membership begins: it goes on from that day, for as long as nobody tells its end.
TAKING_UP = frozenset(
    {"take", "take over", "succeed", "become", "appoint", "name", "elect", "join", "assume", "inherit"}
)


STOPPING = frozenset({"stop", "cease", "end", "halt", "suspend", "discontinue", "quit", "freeze"})
_TOLD = frozenset({"VBD", "VBN", "VBG"})


def begun(when: When, trigger: Token) -> When:
    """The interval of a state that a word of taking up begins: `took over on May 21` holds since then."""
    if trigger.lemma_.lower() not in TAKING_UP or when.first is None or when.last is None:
        return when
    return When(when.first, None, when.precision, when.words)


def ended(when: When, trigger: Token) -> When | None:
    """Until when a state held that was stopped on a day: `stopped arming X in June`; None where nothing was."""
    stop = trigger.head
    dated = when.last is not None and when.first is not None
    stopped = trigger.dep_ in ("xcomp", "dobj", "ccomp") and stop.lemma_.lower() in STOPPING and stop.tag_ in _TOLD
    denied = any(child.dep_ == "neg" or child.tag_ == "MD" for child in stop.children)
    return When(None, when.last, when.precision, when.words) if dated and stopped and not denied else None


class Dates:
    """The time expressions of one page by the word that they date."""

    def __init__(self, page: Page) -> None:
        self.page = page
        periods = find_periods(page.report.text, page.times)
        self._dating: dict[int, list[tuple[When, str]]] = {}
        self._leading: dict[int, list[tuple[When, str]]] = {}
        for time in page.times:
            if not _told(time.when):
                continue
            period = next((one.when for one in periods if one.span.covers(time.span)), None)
            for word, preposition in _dated(page, time.span):
                dated = period or _bounded(time.when, preposition)
                self._dating.setdefault(word.i, []).append((dated, time.id))
            self._lead(time, period or time.when)

    def _lead(self, time: TimeExpression, when: When) -> None:
        """Keep a time that opens its sentence: `In May 2015, ...`."""
        first = self.page.token_at(time.span.start)
        hangs = any(word.pos_ in VERBAL for word, _ in _dated(self.page, time.span))
        opens = first is not None and first.i - first.sent.start <= _OPENING
        if first is not None and opens and hangs and time.kind is not TimeKind.DURATION:
            self._leading.setdefault(first.sent.start, []).append((when, time.id))

    def of(
        self, trigger: Token, carriers: Sequence[Token], clause: bool, event: bool = False
    ) -> tuple[When, str | None]:
        """The interval that the words give, and the id of the expression; unknown when none governs the trigger.

        What happens (`event`) also bears the date that opens its sentence, where that is the only one there.
        """
        for word in _path(trigger, carriers, clause):
            for when, time in self._dating.get(word.i, ()):
                return when, time
        leading = self._leading.get(trigger.sent.start, ()) if event and clause else ()
        if len(leading) == 1 and not self._dates_within(trigger.sent.start, trigger.sent.end, leading[0][1]):
            return leading[0]
        return self.soon_after(trigger) if event and clause and not leading else (UNKNOWN_TIME, None)

    def soon_after(self, trigger: Token) -> tuple[When, str | None]:
        """`Soon after, ...`: within some three months of the last date that the story told, never a day of it."""
        sentence = trigger.sent
        opening = _SOON.match(self.page.report.text, sentence.start_char)
        dated = [
            time for time in self.page.times if time.span.end <= sentence.start_char and time.kind is TimeKind.DATE
        ]
        told = next((time.when for time in reversed(dated) if time.when.first and time.when.last), None)
        if opening is None or told is None or told.first is None or told.last is None:
            return UNKNOWN_TIME, None
        last = told.last + timedelta(days=_LOOSEST)
        return When(told.first, last, Precision.UNKNOWN, opening.group("words")), None

    def _dates_within(self, first: int, end: int, but: str) -> bool:
        return any(time != but for index in range(first, end) for _, time in self._dating.get(index, ()))


def _told(when: When) -> bool:
    """True for a known interval; one that is counted from a loosely known day of publication dates nothing."""
    if when.precision is not Precision.UNKNOWN or when.first is None or when.last is None:
        return when.known
    return days_between(when.first, when.last) <= _LOOSEST


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
    yield from _carried(governor)
    if governor.dep_ == "advcl":
        for mark in governor.children:
            if mark.lower_ in DATING:
                yield governor.head, mark.lower_


def _carried(noun: Token) -> Iterator[tuple[Token, str]]:
    """The verb that a dated noun dates in turn: `until his death in 2016`, `for most of the 1980s`, `during the war of 1991`."""
    outer = noun.head
    if noun.dep_ != "pobj" or noun.pos_ in VERBAL or outer.head.pos_ not in VERBAL:
        return
    if outer.lower_ in DATES_BY and (noun.lemma_.lower() in _HAPPENS or outer.lower_ in BEGINS | ENDS):
        yield outer.head, outer.lower_
    elif outer.lower_ in _LASTS and noun.lemma_.lower() in _SHARES:
        yield outer.head, ""


def _path(trigger: Token, carriers: Sequence[Token], clause: bool) -> Iterator[Token]:
    """The trigger, the words that carry it, and in a clause the verbs above it up to the end of the clause."""
    yield trigger
    yield from carriers
    yield from (part for part in trigger.children if part.dep_ == "acl" and part.tag_ == "VBN")
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
    return when
