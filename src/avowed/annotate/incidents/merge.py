"""Tellings of one incident within a report are brought together; where time, place or names disagree they stay apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.annotate.grammar.clauses import SUBJECTS, children
from avowed.annotate.incidents.draft import VIOLENT, Draft, Told, begun
from avowed.annotate.incidents.nouns import words_of
from avowed.annotate.incidents.quantities import count_of
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.pieces import one_case
from avowed.model.vocabulary import ActorKind, Harm, IncidentType, Mode, PlacePrecision, Stage
from avowed.model.when import When

T = IncidentType
# A telling joins an earlier incident from this many points on; set on the training part of MUC-4.
ENOUGH = 2.0
FAR = 12
NEAR = 2
_OF_OLD = (
    1.5  # `the 9/11 attacks` are rarely what is told of next without a date; `the 2008 siege ... the siege` still are
)
MOST_SHARED = 3.0  # points for two names in common or more: `the airport and hotel attacks` are told of from afar
CHARGES = frozenset(
    {"charge", "count", "accuse", "conviction", "convict", "indictment", "indict", "offence", "offense", "guilty"}
    | {"sentence", "plead", "suspicion", "try", "prosecute", "acquit", "crime"}
)
AT_LARGE = frozenset({"know", "continue", "tend", "use", "seek", "aim"})
ALONE = 0.5  # what no word ties to the incident of another sentence is another one, in reports of mixed case
TITLE = 14  # tokens, below which a sentence may be a title
WIDEST = 700  # code points of a quote, in reports of mixed case; MUC-4's wire reports gather over the whole text
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
            elif (
                _stands_alone(told) and not (self._bounded and _merely_died(told)) and not self._told_anew(told, drafts)
            ):
                drafts.append(begun(told))
        return tuple(sorted(self._dead_once(drafts), key=lambda draft: draft.tellings[0].trigger.i))

    def _dead_once(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """The drafts without those that only tell again, far from where it was told, that a named person was killed."""
        earlier: list[Draft] = []
        for draft in drafts:
            killed = self._killed(draft) if self._bounded else frozenset()
            known = (other for other in earlier if killed and killed <= self._killed(other))
            if not any(self._may_mean(draft.first, other) and _tells_doers(other, draft) for other in known):
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
        return self._agrees(told, draft) and (not self._bounded or _beside(told, draft))

    def _told_anew(self, told: Told, drafts: Sequence[Draft]) -> bool:
        """`the hotel attack`, told far from where it was told first and telling nothing new: no incident of its own."""
        if self._bounded and (_causes_one(told.trigger) or _of_the_struck(told, drafts)):
            return True
        struck, called = told.names | told.hints, bool(told.hints) and not told.names
        if not self._bounded or told.telling.doers or not (told.definite or called):
            return False
        return any(
            self._may_mean(told, draft) and struck <= draft.names and not _listed_apart(told, draft) for draft in drafts
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
            and (told.stage is first.stage or _caused(told, draft))
            and not self._apart(told.time, draft.time)
            and not self._elsewhere(told.place, draft.place)
            and not self._others(told, draft)
            and (_at_large(told) or not all(map(_at_large, draft.tellings)))
            and (not told.dated or self._same_day(told.time, draft.time) or _caused(told, draft))
        )

    def _kept_apart(self, told: Told, draft: Draft) -> bool:
        """What is told at large beside what happened once, an arrest beside a blow, and what somebody else did."""
        elsewhere = told.sentence != draft.first.sentence
        at_large = elsewhere and _habitual(told) != any(map(_habitual, draft.tellings))
        others = _arrests(told, draft) or _another(told, draft) or _listed_apart(told, draft)
        return at_large or others or self._caused_by_another(told, draft)

    def _caused_by_another(self, told: Told, draft: Draft) -> bool:
        """`the attack which killed three; and the shooting in which one was killed`: the dead of each are its own."""
        first = told.trigger.head if told.trigger.dep_ == "conj" else told.trigger
        causes = (self._causes[told.trigger.i] or self._causes.get(first.i, frozenset())) & self._causes.keys()
        return told.telling.row.effect and bool(causes) and causes.isdisjoint(one.trigger.i for one in draft.tellings)

    def points(self, told: Told, draft: Draft) -> float:
        """How much speaks for one incident."""
        if _caused(told, draft):
            return 9.0
        distance = min(abs(told.sentence - other.sentence) for other in draft.tellings)
        if told.telling.row.effect and not told.telling.doers and distance <= AFTER and not self._of_a_new_one(told):
            return 2.5 - 0.2 * distance
        together = distance == 0 and not _clauses_apart(told, draft)
        score = 2.0 if together else 1.0 if distance <= NEAR else 0.0 if distance <= FAR else -1.0
        shared = (told.names | told.hints) & draft.names
        score += min(1.0 + len(shared), MOST_SHARED) if shared else 0.0
        score += _pointing(told, distance)
        score -= (
            1.5 if told.names and draft.names and not shared and not told.telling.row.effect and not together else 0.0
        )
        score -= _OF_OLD if told.time is None and all(other.dated for other in draft.tellings) else 0.0
        score += 1.0 if told.telling.type is draft.type else 0.0
        score -= ALONE if self._bounded and not (together or shared or told.definite or _linked(told, draft)) else 0.0
        score -= 1.0 if told.telling.type is T.ATTACK and draft.type is T.CLASH else 0.0
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


def _tells_doers(earlier: Draft, draft: Draft) -> bool:
    """Whether who did it was told, or is not told here either."""
    return any(told.telling.doers for told in earlier.tellings) or not any(
        told.telling.doers for told in draft.tellings
    )


def _listed_apart(told: Told, draft: Draft) -> bool:
    """`both the attack in X and the bombings in Y`: nouns of one list, each with its own article and its own time or place."""
    return any(
        _joined(told.trigger, other.trigger) and (told.place, told.time) != (other.place, other.time)
        for other in draft.tellings
    )


def _joined(one: Token, other: Token) -> bool:
    """Whether two nouns stand in one list, each with its article."""
    first, second = sorted((one, other), key=lambda word: word.i)
    listed = second.dep_ == "conj" and (second in first.conjuncts or second.head == first.head)
    listed = listed and first.pos_ == second.pos_ == "NOUN"
    return listed and bool(children(first, "det")) and bool(children(second, "det"))


def _of_the_struck(told: Told, drafts: Sequence[Draft]) -> bool:
    """`the murder of two men who were killed because ...`: what is told besides of those who were struck."""
    struck = {victim.i for draft in drafts for one in draft.tellings for victim in one.telling.victims}
    return told.telling.row.effect and told.trigger.dep_ == "relcl" and told.trigger.head.i in struck


def _causes_one(bomb: Token) -> bool:
    """`whether the explosion was caused by a bomb`: what brought about the incident that was told, and none of its own."""
    verb = bomb.head.head if bomb.dep_ == "pobj" else bomb.head
    if verb.lemma_ not in ("cause", "trigger") or bomb.pos_ == "VERB":
        return False
    caused = children(verb, "nsubjpass", "dobj")
    return any(part.lower_ in ("the", "this") for noun in caused for part in children(noun, "det"))


def _linked(told: Told, draft: Draft) -> bool:
    """Whether doers, a place or a count of people are those of the incident, or only a title has told it."""
    if told.place is not None and told.place == draft.place:
        return True
    doers = {doer.lemma_.lower() for one in draft.tellings for doer in one.telling.doers}
    counts = {count_of(victim) for one in draft.tellings for victim in one.telling.victims} - {None, (1, 1, 1)}
    return (
        not doers.isdisjoint(doer.lemma_.lower() for doer in told.telling.doers)
        or not counts.isdisjoint(map(count_of, told.telling.victims))
        or _heads(draft.first.trigger)
    )


def _heads(trigger: Token) -> bool:
    """A title: a short line without a full stop, or the first sentence where it is as short."""
    sentence = trigger.sent
    short = sentence.end - sentence.start < TITLE
    return short and (sentence.start == 0 or not sentence.text.rstrip().endswith((".", "!", "?")))


def _habitual(told: Told) -> bool:
    """`people kill people`, `is known to attack`, `including kidnappings`: told at large; titles tell news so, and are short."""
    trigger, sentence = told.trigger, told.trigger.sent
    if told.time is not None or sentence.end - sentence.start < TITLE:
        return False
    if trigger.tag_ == "VB":
        return trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in AT_LARGE
    listed = trigger.dep_ == "conj" or (trigger.dep_ == "pobj" and trigger.head.lower_ in ("including", "as", "like"))
    bare = not children(trigger, "det", "nummod", "poss")
    return trigger.tag_ in ("VBP", "VBZ") or (trigger.tag_ == "NNS" and listed and bare)


def _arrests(told: Told, draft: Draft) -> bool:
    """One of them is an arrest and the other is none: whoever is arrested in a raid is not struck by it."""
    return (told.telling.type is T.ARREST) != (draft.type is T.ARREST)


def _another(told: Told, draft: Draft) -> bool:
    """Somebody new who did it to somebody new: `a man killed ten; a teenager killed twelve`."""
    mine, theirs = told.telling, [one.telling for one in draft.tellings if one.sentence != told.sentence]
    if not (mine.doers and (mine.victims or mine.targets)) or len(theirs) < len(draft.tellings):
        return False
    new = any(child.lower_ in ("a", "an", "another") for child in children(mine.doers[0], "det"))
    known = {doer.lemma_.lower() for one in theirs for doer in one.doers}
    return new and bool(known) and mine.doers[0].lemma_.lower() not in known


def _beside(told: Told, draft: Draft) -> bool:
    """Whether one quote of fair length can show the telling with the incident: what a quote cannot show is not told of it."""
    sentences = [one.trigger.sent for one in (told, *draft.tellings)]
    return max(one.end_char for one in sentences) - min(one.start_char for one in sentences) <= WIDEST


def _at_large(told: Told) -> bool:
    """`the attacks`, of which nothing is told: what is said of attacks at large goes over to none that is told by itself."""
    telling = told.telling
    struck = telling.victims or telling.targets or telling.means or telling.places
    return told.trigger.tag_ == "NNS" and told.time is None and not struck


def _pointing(told: Told, distance: int) -> float:
    """`the attack` means what was told before, the more surely the nearer; `the attacks` less so."""
    if not told.definite or told.names:
        return 0.0
    return max(0.0, (1.5 if told.trigger.tag_ == "NNS" else 3.0) - 0.15 * distance)


def _stands_alone(told: Told) -> bool:
    """A death alone is no incident, nor is an aim of nobody; somebody or something must have brought it about."""
    telling = told.telling
    if telling.empty and _is_charge(told.trigger):
        return False
    if told.stage is Stage.PLANNED and not (telling.doers or telling.parties or told.time or told.place):
        return False
    return not told.telling.row.dependent or bool(told.telling.doers or told.telling.means or told.telling.parties)


def _is_charge(trigger: Token) -> bool:
    """`on charges of murder, robbery and arson`: what somebody is tried for, and nothing that is told."""
    word = trigger
    while word.dep_ == "conj":
        word = word.head
    above = [one.lemma_.lower() for one in (word.head, word.head.head) if word.dep_ == "pobj"]
    return any(one in CHARGES for one in above)


def _merely_died(told: Told) -> bool:
    """`the death of X`: nobody is said to have brought it about."""
    telling = told.telling
    return told.trigger.lemma_.lower() == "death" and not (telling.doers or telling.means)


def _rank(told: Told) -> tuple[int, int, int]:
    """Sentence by sentence; in a sentence what happened before what it did to people and things."""
    row = told.telling.row
    return told.sentence, int(row.effect or row.dependent), told.trigger.i


def one_family(told: Told, draft: Draft) -> bool:
    """Whether two types may be one incident: the same, or a vague and an exact kind of violence."""
    one, other = told.telling.type, draft.type
    if one is other:
        return True
    if one not in VIOLENT or other not in VIOLENT:
        return _caused(told, draft)
    return T.ATTACK in (one, other) or {one, other} in _KIN


_KIN: tuple[set[IncidentType], ...] = (
    {T.SHOOTING, T.ASSASSINATION},
    {T.BOMBING, T.ASSASSINATION},
    {T.BOMBING, T.SUICIDE_BOMBING},
    {T.SHOOTING, T.CLASH},
    {T.AIR_STRIKE, T.DRONE_STRIKE},
    {T.AIR_STRIKE, T.BOMBING},
    {T.SIEGE, T.SHOOTING},
    {T.RAID, T.SHOOTING},
)


def _clauses_apart(told: Told, draft: Draft) -> bool:
    """Each in a clause of its own in a list of clauses: `X attacked the base, and Y robbed the bank`."""
    here = [other.trigger for other in draft.tellings if other.sentence == told.sentence]
    return all(_lists_between(told.trigger, other) for other in here)


def _lists_between(one: Token, other: Token) -> bool:
    mine, theirs = (one, *one.ancestors), (other, *other.ancestors)
    shared = next((word for word in mine if word in theirs), None)
    path = [
        word
        for line in (mine, theirs)
        for word in line
        if word != shared and (shared is None or shared in word.ancestors)
    ]
    return any(word.dep_ == "conj" and children(word, *sorted(SUBJECTS)) for word in path)


def _caused(told: Told, draft: Draft) -> bool:
    """The telling names the word by which the incident was told, or the reverse."""
    triggers = {other.trigger.i for other in draft.tellings}
    causes = {token.i for other in draft.tellings for token in other.telling.causes}
    return any(token.i in triggers for token in told.telling.causes) or told.trigger.i in causes
