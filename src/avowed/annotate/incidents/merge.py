"""Tellings of one incident within a report are brought together; where time, place or names disagree they stay apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.grammar.clauses import children
from avowed.annotate.incidents.alone import (
    at_large,
    causes_one,
    habitual,
    merely_died,
    of_the_struck,
    pointing,
    stands_alone,
)
from avowed.annotate.incidents.draft import Draft, Told, begun
from avowed.annotate.incidents.kin import (
    another,
    arrests,
    beside,
    caused,
    clauses_apart,
    linked,
    listed_apart,
    one_family,
    tells_doers,
)
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.page import Page
from avowed.model.vocabulary import ActorKind, Harm, IncidentType, Mode, PlacePrecision, Stage
from avowed.model.when import When

# A telling joins an earlier incident from this many points on; set on the training part of MUC-4.
ENOUGH = 2.0
FAR = 12
NEAR = 2
_OF_OLD = (
    1.5  # `the 9/11 attacks` are rarely what is told of next without a date; `the 2008 siege ... the siege` still are
)
MOST_SHARED = 3.0  # points for two names in common or more: `the airport and hotel attacks` are told of from afar
ALONE = 0.5  # what no word ties to the incident of another sentence is another one, in reports of mixed case
AFTER = 3  # sentences within which a harm without a doer is what the incident before did


class Merger:
    """Gathers the tellings of one page into drafts."""

    def __init__(self, page: Page, named: frozenset[str]) -> None:
        self.page = page
        self._bounded = not one_case(page.report.text)
        self._named = named
        self._causes: Mapping[int, frozenset[int]] = {}
        self._times: Mapping[str, When] = {time.id: time.when for time in page.times}
        self._weekdays = {time.id: time.value[:10] for time in page.times if "-WXX-" in time.value}

    def gather(self, tellings: Iterable[Told]) -> tuple[Draft, ...]:
        """The incidents, in the order of their first tellings."""
        drafts: list[Draft] = []
        ordered = sorted(tellings, key=_rank)
        self._causes = {told.trigger.i: frozenset(token.i for token in told.telling.causes) for told in ordered}
        for told in ordered:
            at = self._best(told, drafts)
            if at is not None:
                drafts[at] = drafts[at].with_told(told)
            elif stands_alone(told) and not (self._bounded and merely_died(told)) and not self._told_anew(told, drafts):
                drafts.append(begun(told))
        return tuple(sorted(self._dead_once(drafts), key=lambda draft: draft.tellings[0].trigger.i))

    def _dead_once(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The drafts without those that only tell again, far from where it was told, that a named person was killed."""
        earlier: list[Draft] = []
        for draft in drafts:
            killed = self._killed(draft) if self._bounded else frozenset()
            known = (other for other in earlier if killed and killed <= self._killed(other))
            if not any(self._may_mean(draft.first, other) and tells_doers(other, draft) for other in known):
                yield draft
            earlier.append(draft)

    def _killed(self, draft: Draft) -> frozenset[str]:
        """The named persons who were killed."""
        return frozenset(
            name
            for told in draft.tellings
            if told.telling.row.harm is Harm.KILLED and told.certainty.mode is Mode.ACTUAL
            if not told.certainty.negated and told.stage is Stage.ACCOMPLISHED
            for name in told.names
            if self._is_person(name)
        )

    def _best(self, told: Told, drafts: Sequence[Draft]) -> int | None:
        scored = [(self.points(told, draft), at) for at, draft in enumerate(drafts) if self._may(told, draft)]
        best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, -1))
        return best[1] if best[0] >= ENOUGH else None

    def _may(self, told: Told, draft: Draft) -> bool:
        return self._agrees(told, draft) and (not self._bounded or beside(told, draft))

    def _told_anew(self, told: Told, drafts: Sequence[Draft]) -> bool:
        """`the hotel attack`, told far from where it was told first and telling nothing new: no incident of its own."""
        if self._bounded and (causes_one(told.trigger) or of_the_struck(told, drafts)):
            return True
        struck, called = told.names | told.hints, bool(told.hints) and not told.names
        if not self._bounded or told.telling.doers or not (told.definite or called):
            return False
        return any(
            self._may_mean(told, draft) and struck <= draft.names and not listed_apart(told, draft) for draft in drafts
        )

    def _may_mean(self, told: Told, draft: Draft) -> bool:
        """Whether what is told of, however surely and as what, may be this incident."""
        apart = self._apart(told.time, draft.time) or self._elsewhere(told.place, draft.place)
        return one_family(told, draft) and not apart

    def _agrees(self, told: Told, draft: Draft) -> bool:
        """Whether nothing that is told speaks against one incident."""
        first = draft.first
        return (
            one_family(told, draft)
            and not (self._bounded and self._kept_apart(told, draft))
            and told.certainty.negated == first.certainty.negated
            and (told.certainty.mode == first.certainty.mode)
            and (told.stage is first.stage or caused(told, draft))
            and not self._apart(told.time, draft.time)
            and not self._elsewhere(told.place, draft.place)
            and not self._others(told, draft)
            and (at_large(told) or not all(map(at_large, draft.tellings)))
            and (not told.dated or self._same_day(told.time, draft.time) or caused(told, draft))
        )

    def _kept_apart(self, told: Told, draft: Draft) -> bool:
        """What is told at large beside what happened once, an arrest beside a blow, and what somebody else did."""
        elsewhere = told.sentence != draft.first.sentence
        at_large = elsewhere and habitual(told) != any(map(habitual, draft.tellings))
        others = arrests(told, draft) or another(told, draft) or listed_apart(told, draft)
        return at_large or others or self._caused_by_another(told, draft)

    def _caused_by_another(self, told: Told, draft: Draft) -> bool:
        """`the attack which killed three; and the shooting in which one was killed`: the dead of each are its own."""
        first = told.trigger.head if told.trigger.dep_ == "conj" else told.trigger
        causes = (self._causes[told.trigger.i] or self._causes.get(first.i, frozenset())) & self._causes.keys()
        return told.telling.row.effect and bool(causes) and causes.isdisjoint(one.trigger.i for one in draft.tellings)

    def points(self, told: Told, draft: Draft) -> float:
        """How much speaks for one incident."""
        if caused(told, draft):
            return 9.0
        distance = min(abs(told.sentence - other.sentence) for other in draft.tellings)
        if told.telling.row.effect and not told.telling.doers and distance <= AFTER and not self._of_a_new_one(told):
            return 2.5 - 0.2 * distance
        together = distance == 0 and not clauses_apart(told, draft)
        score = 2.0 if together else 1.0 if distance <= NEAR else 0.0 if distance <= FAR else -1.0
        shared = (told.names | told.hints) & draft.names
        score += min(1.0 + len(shared), MOST_SHARED) if shared else 0.0
        score += pointing(told, distance)
        score -= (
            1.5 if told.names and draft.names and not shared and not told.telling.row.effect and not together else 0.0
        )
        score -= _OF_OLD if told.time is None and all(other.dated for other in draft.tellings) else 0.0
        score += 1.0 if told.telling.type is draft.type else 0.0
        score -= ALONE if self._bounded and not (together or shared or told.definite or linked(told, draft)) else 0.0
        score -= 1.0 if told.telling.type is IncidentType.ATTACK and draft.type is IncidentType.CLASH else 0.0
        score += 1.0 if told.time is not None and self._same_day(told.time, draft.time) else 0.0
        return score

    def _of_a_new_one(self, told: Told) -> bool:
        """`an uprising that killed ten`: the harm is that of what is told of here first."""
        noun = told.trigger.head
        clause = self._bounded and told.trigger.dep_ == "relcl" and noun.lemma_.lower() in words_of("event")
        return clause and any(child.lower_ in ("a", "an", "another") for child in children(noun, "det"))

    def _others(self, told: Told, draft: Draft) -> bool:
        """Both name persons who were struck, and none of them is in both."""
        mine = {name for name in told.names if self._is_person(name)}
        theirs = {name for name in draft.names if self._is_person(name)}
        if told.sentence in {other.sentence for other in draft.tellings}:
            return False
        return bool(mine) and bool(theirs) and not mine & theirs

    def _is_person(self, name: str) -> bool:
        actor = self.page.actor.get(name)
        return actor is not None and actor.kind is ActorKind.PERSON and name in self._named

    def _apart(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None or one == other:
            return False
        first, second = self._weekdays.get(one), self._weekdays.get(other)
        if self._bounded and first and second and not self._times[one].known:
            return first != second
        return not self._times[one].overlaps(self._times[other])

    def _same_day(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return False
        first, second = self._times[one], self._times[other]
        return not self._apart(one, other) if first.known else self._bounded and first.words == second.words

    def _elsewhere(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None or one == other:
            return False
        places = {place.id: place for place in self.page.places}
        first, second = places[one], places[other]
        if first.country and second.country and first.country != second.country:
            return True
        known = PlacePrecision.UNKNOWN not in (first.precision, second.precision)
        return known and first.name != second.name and first.precision == second.precision


def _rank(told: Told) -> tuple[int, int, int]:
    """Sentence by sentence; in a sentence what happened before what it did to people and things."""
    row = told.telling.row
    return told.sentence, int(row.effect or row.dependent), told.trigger.i
