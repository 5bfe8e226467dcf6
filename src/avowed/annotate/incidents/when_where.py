"""When and where a telling lies: its own clause first, then its sentence, then what the report was last about."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from avowed.annotate.page import Page
from avowed.annotate.parsed import Slice, Token
from avowed.model.evidence import LocalPlace, Span, TimeExpression
from avowed.model.vocabulary import PlacePrecision, TimeKind

PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "of", "on", "from", "around", "within", "to", "into", "off"}
)
CLOSE = 3  # arcs within which a time belongs to a trigger alone
FARTHEST = 7
MOVING = frozenset(
    {
        "after",
        "later",
        "before",
        "earlier",
        "then",
        "soon",
        "since",
        "previously",
        "following",
        "recently",
        "ago",
        "once",
    }
)
LEADING = 3  # tokens within which a dateline names its place
DATED = (TimeKind.DATE, TimeKind.TIME)


class Setting:
    """Times and places of one page by sentence."""

    def __init__(self, page: Page, triggers: Sequence[Token]) -> None:
        self.page = page
        self._triggers: dict[int, list[Token]] = {}
        for trigger in triggers:
            self._triggers.setdefault(trigger.sent.start, []).append(trigger)
        self._times: dict[int, list[tuple[Token, TimeExpression]]] = {}
        self._places: dict[int, list[tuple[Token, LocalPlace]]] = {}
        for time in page.times:
            token = page.token_at(time.span.start)
            if token is not None and time.kind in DATED:
                self._times.setdefault(token.sent.start, []).append((token, time))
        for place, token in self._placed():
            self._places.setdefault(token.sent.start, []).append((token, place))

    def _placed(self) -> Iterator[tuple[LocalPlace, Token]]:
        for place in self.page.places:
            for key in place.mentions:
                mention = self.page.mention.get(key)
                token = self._root(mention.span) if mention else None
                if token is not None:
                    yield place, token

    def _root(self, span: Span) -> Token | None:
        """The word that governs the others of a mention."""
        token = self.page.token_at(span.end - 1)
        while token is not None and token.head != token and span.start <= token.head.idx < span.end:
            token = token.head
        return token

    def time(self, trigger: Token) -> str | None:
        """The id of the time expression that dates a trigger word."""
        found = self._times.get(trigger.sent.start, [])
        return _best(trigger, [(token, time.id) for token, time in found if self._dates(token, trigger)])

    def told_before(self, trigger: Token) -> tuple[str | None, str | None]:
        """Time and place that the sentences before in the same paragraph gave last; the dateline's place where none did."""
        time, place = None, self._dateline
        for sentence in self.page.sentences:
            if sentence.start >= trigger.sent.start:
                return (None if _moves_on(sentence) else time), place
            if _broken(self.page, sentence, trigger.sent):
                time, place = None, self._dateline
                continue
            time = next((found.id for token, found in self._times.get(sentence.start, ()) if _on_clause(token)), time)
            placed = (
                found.id for token, found in self._places.get(sentence.start, ()) if _places(token, sentence.root)
            )
            place = next(placed, place)
        return time, place

    @cached_property
    def _dateline(self) -> str | None:
        """The place that opens the report: `VELM, March 3 -`."""
        first = self.page.sentences[0] if self.page.sentences else None
        found = self._places.get(first.start, []) if first is not None else []
        return next((place.id for token, place in found if token.i <= LEADING and token.text.isupper()), None)

    def dated_by_name(self, trigger: Token) -> bool:
        """True for `the 9/11 attacks`, `the 2008 siege`: the time is part of what the incident is called."""
        found = self._times.get(trigger.sent.start, [])
        return any(token.i < trigger.i and _called_for(token) == trigger for token, _ in found)

    def _dates(self, token: Token, trigger: Token) -> bool:
        """A time dates the trigger that it hangs on; where it hangs on a clause, every trigger of that clause."""
        if not _governs(token, trigger):
            return False
        others = (other for other in self._triggers.get(trigger.sent.start, ()) if other != trigger)
        mine = _steps(token, trigger)
        return not any(_steps(token, other) < min(mine, CLOSE) for other in others) and mine <= FARTHEST

    def place(self, trigger: Token, named: Sequence[Token]) -> str | None:
        """The id of the place of a trigger word; places that are themselves struck come first."""
        found = [(token, place.id) for token, place in self._places.get(trigger.sent.start, [])]
        struck = [pair for pair in found if pair[0] in named]
        return _best(trigger, struck or [pair for pair in found if self._lies(pair[0], trigger, pair[1])])

    def _lies(self, token: Token, trigger: Token, place: str) -> bool:
        """`in Velm`, `the Velm attack`; but a state before the word (`a Karsh strike`) is who struck."""
        if not _places(token, trigger):
            return False
        return token.dep_ == "pobj" or token.head != trigger or place not in self._states

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(place.id for place in self.page.places if place.precision is PlacePrecision.COUNTRY)


def _places(token: Token, trigger: Token) -> bool:
    """`in Velm`, `near Velm and Orlun`, `the Velm attack`; but not `in a Karsh strike`."""
    first = token
    while first.dep_ in ("conj", "appos") and first.head.i < first.i:
        first = first.head
    if first.dep_ == "pobj":
        return first.head.lower_ in PLACING
    return first.head == trigger and first.dep_ in ("compound", "nmod", "npadvmod")


def _best(trigger: Token, found: Sequence[tuple[Token, str]]) -> str | None:
    """The one in the trigger's own clause that is nearest by the parse, else the nearest in the sentence."""
    if not found:
        return None
    return min(found, key=lambda pair: (_steps(pair[0], trigger), abs(pair[0].i - trigger.i)))[1]


def _on_clause(time: Token) -> bool:
    """True for a time that dates its sentence rather than a noun in it."""
    word = time
    while word.dep_ in ("pobj", "nummod", "compound", "npadvmod", "prep") and word.head != word:
        word = word.head
    return word.pos_ in ("VERB", "AUX")


def _moves_on(sentence: Slice) -> bool:
    """A sentence that tells of another time than the one before: `soon after`, `a week later`."""
    return any(token.lower_ in MOVING for token in sentence)


def _broken(page: Page, one: Slice, other: Slice) -> bool:
    """A line break that ends a paragraph lies between two sentences."""
    return "\n\n" in page.report.text[one.start_char : other.start_char]


def _governs(time: Token, trigger: Token) -> bool:
    """Whether a time may date a trigger: not where it belongs to another noun (`the Aug. 31 deadline`)."""
    word, direct = time, True
    while word.head != word and (
        word.head.ent_type_ in ("DATE", "TIME") or word.head.pos_ in ("NUM", "ADP", "SCONJ", "ADV")
    ):
        direct = direct and word.head.pos_ != "ADP"
        word = word.head
    governor = _called_for(word) if direct else word.head
    if governor.pos_ not in ("NOUN", "PROPN") or governor == trigger:
        return True
    return not direct and trigger in list(governor.ancestors)[:2]


def _called_for(word: Token) -> Token:
    """The noun that a word before it belongs to: `2008` in `the 2008 city siege` is the siege's."""
    word = word.head
    while word.dep_ in ("compound", "nmod", "amod") and word.head != word and word.head.i > word.i:
        word = word.head
    return word


def _steps(token: Token, trigger: Token) -> int:
    """How many arcs lie between two words of a sentence, 99 where a clause boundary does."""
    line = [token, *token.ancestors]
    other = [trigger, *trigger.ancestors]
    shared = next((word for word in line if word in other), None)
    if shared is None:
        return 99
    return line.index(shared) + other.index(shared)
