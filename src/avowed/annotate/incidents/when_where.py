"""When and where a telling lies: its own clause first, then its sentence, then what the report was last about."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property

from avowed.annotate.actors.datelines import Dateline, dateline_of
from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.incidents.dating import called_for, dates_another, may_date, moves_on, on_clause
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.incidents.scenes import in_some_area, of_another_time, of_later_clause, stands_for, tells_where
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Slice, Token
from avowed.model.evidence import LocalPlace, Span, TimeExpression
from avowed.model.vocabulary import PlacePrecision, Precision, TimeKind
from avowed.model.when import UNKNOWN_TIME

HUNG = 2  # arcs from a noun or verb to the place after its preposition
CLOSE = 3  # arcs within which a time belongs to a trigger alone
FARTHEST = 7
LEADING = 3  # tokens within which a dateline names its place
CARRIED = 1  # sentences for which a time or a place goes on being meant, in reports of mixed case
OPENING = 7  # sentences within which a report tells what its dateline places
COARSE = frozenset({Precision.YEAR, Precision.DECADE})  # dates that tell of the background, and go on for nothing
NEWS = timedelta(days=31)
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
        """The id of the time expression that dates a trigger word; a deed's noun is dated as the verb that does it."""
        trigger = self._done_by(trigger)
        found = [pair for pair in self._times.get(trigger.sent.start, []) if self._dates(pair[0], trigger)]
        own = [pair for pair in found if not self._heads(pair[1].span)]
        return _best(trigger, [(token, time.id) for token, time in own])

    def _done_by(self, noun: Token) -> Token:
        """`signed the accord`, `the attack was carried out`: the verb that tells of the deed, in reports of mixed case."""
        does = noun.dep_ in ("dobj", "nsubjpass") and noun.head in self._triggers.get(noun.sent.start, [])
        return noun.head if does and self._mixed and not self.dated_by_name(noun) else noun

    def _heads(self, span: Span) -> bool:
        """Whether words belong to the dateline, which dates the writing."""
        return self._head is not None and self._head.whole.covers(span)

    @cached_property
    def _head(self) -> Dateline | None:
        return dateline_of(self.page.report.text)

    def told_before(self, trigger: Token, own: str | None = None) -> tuple[str | None, str | None]:
        """Time and place that the sentences before in the same paragraph gave last; the dateline's place where none did.

        `own` is the time that the telling has itself: what happened at another time happened elsewhere.
        """
        time, place = None, None
        timed, placed = 0, 0  # the sentences that told them
        for number, sentence in enumerate(self.page.sentences):
            if sentence.start >= trigger.sent.start:
                if self._mixed:
                    time = time if number - timed <= CARRIED else None
                    place = place if number - placed <= CARRIED and self._goes_on(own, time) else None
                    time = None if self._dated_here(trigger) else time
                return (None if moves_on(sentence) else time), place or self._written_in(number, own)
            if _broken(self.page, sentence, trigger.sent):
                time, place = None, None
                continue
            times = [
                found.id
                for token, found in self._times.get(sentence.start, ())
                if on_clause(token) and not (self._mixed and found.when.precision in COARSE)
            ]
            places = [
                found.id
                for token, found in self._places.get(sentence.start, ())
                if tells_where(token, sentence.root) and (not self._mixed or self._is_scene(token))
            ]
            time, timed = (times[0], number) if times else (time, timed)
            place, placed = (places[0], number) if places else (place, placed)
        return time, place

    def lies_elsewhere(self, trigger: Token) -> bool:
        """Whether a deed lies at another place than the one told last, though none that is known by name."""
        return self._mixed and in_some_area(trigger)

    def _dated_here(self, trigger: Token) -> bool:
        """Whether the sentence tells a date, be it another deed's: what went before is then no longer meant."""
        told = self._times.get(trigger.sent.start, ())
        return any(time.when.known and time.when.precision not in COARSE for _, time in told)

    def _is_scene(self, place: Token) -> bool:
        """Whether something is told to be or happen at a place: not in `its effort in Velm` or `the destruction of Velm`."""
        if place.dep_ != "pobj" and not (place.dep_ in ("conj", "appos") and place.head.dep_ == "pobj"):
            return True
        preposition = place.head if place.dep_ == "pobj" else place.head.head
        governor = preposition.head
        if governor.pos_ not in ("NOUN", "PROPN") or self.page.mention_at.get(governor.i) is not None:
            return preposition.lower_ != "of"
        return governor.lemma_.lower() in words_of("event") or governor in self._triggers.get(place.sent.start, ())

    def _goes_on(self, own: str | None, before: str | None) -> bool:
        """Whether a telling is of the time that was told last, as far as both are known."""
        if not self._mixed or None in (own, before) or own == before:
            return True
        when = {time.id: time.when for time in self.page.times}
        return when[str(own)].overlaps(when[str(before)])

    def _written_in(self, number: int, own: str | None) -> str | None:
        """The dateline's place, for what a report tells first and what is as new as the report."""
        if not self._mixed:
            return self._dateline
        when = next((time.when for time in self.page.times if time.id == own), UNKNOWN_TIME)
        published = self.page.report.published
        written = published.when.first if published is not None else None
        old = when.last is not None and written is not None and when.last < written - NEWS
        return None if old or number > OPENING else self._dateline

    @cached_property
    def _mixed(self) -> bool:
        return not one_case(self.page.report.text)

    @cached_property
    def _dateline(self) -> str | None:
        """The place that opens the report: `VELM, March 3 -`."""
        if self._head is not None:
            start = self._head.places[0].start
            return next((place for span, place in self._spans if span.start == start), None)
        first = self.page.sentences[0] if self.page.sentences else None
        found = self._places.get(first.start, []) if first is not None else []
        return next((place.id for token, place in found if token.i <= LEADING and token.text.isupper()), None)

    @cached_property
    def _spans(self) -> tuple[tuple[Span, str], ...]:
        """Where each place is named."""
        named = ((self.page.mention.get(key), place.id) for place in self.page.places for key in place.mentions)
        return tuple((mention.span, place) for mention, place in named if mention is not None)

    def dated_by_name(self, trigger: Token) -> bool:
        """True for `the 9/11 attacks`, `the 2008 siege`: the time is part of what the incident is called."""
        found = (pair for pair in self._times.get(trigger.sent.start, []) if not self._heads(pair[1].span))
        return any(token.i < trigger.i and called_for(token) == trigger for token, _ in found)

    def _dates(self, token: Token, trigger: Token) -> bool:
        """A time dates the trigger that it hangs on; where it hangs on a clause, every trigger of that clause."""
        if not may_date(token, trigger) or (self._mixed and dates_another(token, trigger)):
            return False
        others = (other for other in self._triggers.get(trigger.sent.start, ()) if other != trigger)
        mine = _steps(token, trigger)
        return not any(_steps(token, other) < min(mine, CLOSE) for other in others) and mine <= FARTHEST

    def place(self, trigger: Token, named: Sequence[Token]) -> str | None:
        """The id of the place of a trigger word; places that are themselves struck come first."""
        found = [(token, place.id) for token, place in self._places.get(trigger.sent.start, [])]
        struck = [pair for pair in found if any(stands_for(pair[0], one) for one in named)]
        return _best(trigger, struck or [pair for pair in found if self._lies(pair[0], trigger, pair[1])])

    def _lies(self, token: Token, trigger: Token, place: str) -> bool:
        """`in Velm`, `the Velm attack`; but a state before the word (`a Karsh strike`) is who struck."""
        if not tells_where(token, trigger) or (self._mixed and self._of_another(token, trigger)):
            return False
        return token.dep_ == "pobj" or token.head != trigger or place not in self._states

    def _of_another(self, place: Token, trigger: Token) -> bool:
        """Whether a place is that of another time, of another clause of a list, or of a deed that it hangs on itself."""
        if of_another_time(place, trigger) or of_later_clause(place, trigger):
            return True
        mine = _steps(place, trigger)
        others = (other for other in self._triggers.get(trigger.sent.start, ()) if other != trigger)
        return any(_steps(place, other) <= HUNG < mine and other.dep_ == "conj" for other in others)

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(place.id for place in self.page.places if place.precision is PlacePrecision.COUNTRY)


def _best(trigger: Token, found: Sequence[tuple[Token, str]]) -> str | None:
    """The one in the trigger's own clause that is nearest by the parse, else the nearest in the sentence."""
    if not found:
        return None
    return min(found, key=lambda pair: (_steps(pair[0], trigger), abs(pair[0].i - trigger.i)))[1]


def _broken(page: Page, one: Slice, other: Slice) -> bool:
    """A line break that ends a paragraph lies between two sentences."""
    return "\n\n" in page.report.text[one.start_char : other.start_char]


def _steps(token: Token, trigger: Token) -> int:
    """How many arcs lie between two words of a sentence, 99 where a clause boundary does."""
    line = [token, *token.ancestors]
    other = [trigger, *trigger.ancestors]
    shared = next((word for word in line if word in other), None)
    if shared is None:
        return 99
    return line.index(shared) + other.index(shared)
