"""From a page and its sayings to its incidents: tellings are found, judged, merged, and answerable actors attached."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from avowed.annotate.certainty.judge import Certainty, judge
from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.incidents.bounds import dated_from
from avowed.annotate.incidents.build import assertion_of
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.footing import Footing
from avowed.annotate.incidents.likely import Likely
from avowed.annotate.incidents.merge import Merger
from avowed.annotate.incidents.nouns import Nouns, words_of
from avowed.annotate.incidents.phrases import examples, spread
from avowed.annotate.incidents.responsibility import Answerable, answerable
from avowed.annotate.incidents.shared import told_with
from avowed.annotate.incidents.stages import stage_of
from avowed.annotate.incidents.tellings import Teller, Telling, stands_before
from avowed.annotate.incidents.triggers import VERB_TAGS
from avowed.annotate.incidents.weave import Weaver
from avowed.annotate.incidents.when_where import Setting
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying, innermost, line_of
from avowed.annotate.ties.dates import Dates
from avowed.model.evidence import Assertion
from avowed.model.vocabulary import Mode, Stage
from avowed.model.when import When

POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both", "said"})
UNREAL = frozenset({"possible", "potential", "feared", "imminent", "likely"})
# Nouns that are about something which happened, be they denied or not.
ABOUT = frozenset(
    {"connection", "link", "tie", "relation", "involvement", "role", "part", "hand", "complicity", "participation"}
    | {"responsibility", "investigation", "inquiry", "probe", "victim", "survivor", "witness", "scene", "anniversary"}
)
# What is investigated or mourned happened.
LOOKED_BACK = frozenset(
    {"investigate", "probe", "mourn", "commemorate", "condemn", "denounce", "avenge", "witness", "survive", "deplore"}
    | {"regret", "recall", "remember", "decry", "lament", "celebrate"}
)
REACH = 8  # sentences back to the incident that a bare `claimed responsibility` may mean


def find_incidents(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every incident that the page tells, each once, in the order of the text.

    Participants are mentions of the page: mark them with `mark_parts` first.
    """
    found = told_in(page, sayings)
    if not page.told or one_case(page.report.text):
        return found
    kept = Likely(page).weighed(found)
    return tuple(replace(one, id=f"i{number}") for number, one in enumerate(kept, 1))


def told_in(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every incident that rules and model tell together, however likely."""
    return tuple(_Finder(page, sayings).assertions())


class _Finder:
    def __init__(self, page: Page, sayings: Sequence[Saying]) -> None:
        self.page = page
        self.sayings = sayings
        self.nouns = Nouns(page)
        self.grammar = Grammar.kept(page.doc)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple(Teller(self.nouns, self.grammar).tellings())

    @cached_property
    def setting(self) -> Setting:
        return Setting(self.page, [telling.trigger for telling in self.tellings])

    @cached_property
    def sentence_of(self) -> dict[int, int]:
        """First token of a sentence -> its number."""
        return {sentence.start: number for number, sentence in enumerate(self.page.sentences)}

    def assertions(self) -> Iterator[Assertion]:
        yield from Weaver(self.page, self.setting, self.line, Footing(self.page, self.sayings)).woven(
            tuple(self._told_by_rules())
        )

    def _told_by_rules(self) -> Iterator[Assertion]:
        drafts = Merger(self.page, self.nouns.named).gather(self._told(telling) for telling in self.tellings)
        named = self._by_draft(drafts)
        for number, draft in enumerate(map(self._settled, drafts)):
            answering = [(one, self.line(one.trigger)) for one in named[number]]
            told = assertion_of(self.page, self.nouns, f"i{number + 1}", draft, answering)
            yield replace(told, valid=self._when(told, draft))

    def _when(self, told: Assertion, draft: Draft) -> When:
        """When an incident lay: what its date is counted from, or what it came soon after, is no day of it."""
        time = next((one for one in self.page.times if one.id == told.valid_time), None)
        if time is None or not told.valid.known:
            return told.valid if told.valid.known else self._dates.soon_after(draft.first.trigger)[0]
        return dated_from(self.page, time) or told.valid

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self.page)

    def _settled(self, draft: Draft) -> Draft:
        """A draft without time or place of its own takes those of the paragraph that it is told in."""
        time, place = self.setting.told_before(draft.first.trigger, draft.time)
        place = None if any(map(self.setting.lies_elsewhere, (told.trigger for told in draft.tellings))) else place
        return replace(draft, time=draft.time or time, place=draft.place or place)

    def _told(self, telling: Telling) -> Told:
        trigger = telling.trigger
        line = self.line(trigger)
        certainty, stage = self._held(trigger, line)
        other = trigger if one_case(self.page.report.text) else told_with(trigger) or trigger
        return Told(
            telling=telling,
            certainty=certainty,
            line=line,
            stage=stage,
            time=self.setting.time(trigger) or self.setting.time(other),
            place=self.setting.place(trigger, telling.places) or self.setting.place(other, telling.places),
            sentence=self.sentence_of[trigger.sent.start],
            definite=_definite(trigger),
            names=self._names(telling),
            hints=self._hints(telling),
            dated=self.setting.dated_by_name(trigger),
        )

    def _held(self, trigger: Token, line: Sequence[Saying]) -> tuple[Certainty, Stage]:
        """What is not prevented happened; `not X but Y` denies X alone; what can happen is only supposed."""
        certainty, stage = judge(trigger, line, self._lends, not _presupposed(trigger)), stage_of(trigger)
        if certainty.negated and stage is Stage.ATTEMPTED:
            return replace(certainty, negated=False), Stage.ACCOMPLISHED
        if certainty.negated and _corrects(trigger):
            certainty = replace(certainty, negated=False)
        if certainty.mode is Mode.ACTUAL and any(child.lower_ == "can" for child in children(trigger, "aux")):
            certainty = replace(certainty, mode=Mode.HYPOTHETICAL)
        return certainty, _reached(trigger, certainty, stage)

    def line(self, word: Token) -> tuple[Saying, ...]:
        """The sayings that hold a word, outermost first."""
        indices = line_of(self.sayings, innermost(self.sayings, word.idx))
        return tuple(self.sayings[index] for index in indices)

    def _lends(self, governor: Token, noun: Token) -> bool:
        return any(
            word == governor and self.grammar.support.rows(governor, position, noun)
            for word, position in governors(noun)
        )

    def _names(self, telling: Telling) -> frozenset[str]:
        """What a telling can be known again by: the actors and things that were struck."""
        return self._known_by(token for token in self._struck(telling) if not stands_before(token, telling.trigger))

    def _hints(self, telling: Telling) -> frozenset[str]:
        """What stands before an event noun: it may speak for one incident, never against it."""
        return self._known_by(token for token in self._struck(telling) if stands_before(token, telling.trigger))

    @staticmethod
    def _struck(telling: Telling) -> tuple[Token, ...]:
        return (*telling.victims, *telling.targets)

    def _known_by(self, tokens: Iterable[Token]) -> frozenset[str]:
        return frozenset(name for token in tokens if (name := self._name(token)) is not None)

    def _name(self, token: Token) -> str | None:
        mention = self.nouns.mention(token)
        if mention is not None and mention.actor in self.nouns.named:
            return mention.actor
        lemma = token.lemma_.lower()
        if token.pos_ == "PRON" and mention is not None and not one_case(self.page.report.text):
            return mention.actor
        return None if token.pos_ == "PRON" or lemma in words_of("people", "either") else lemma

    def _by_draft(self, drafts: Sequence[Draft]) -> list[list[Answerable]]:
        found: list[list[Answerable]] = [[] for _ in drafts]
        for one in answerable(self.nouns, self.grammar):
            denied = judge(one.trigger, self.line(one.trigger), self._lends).negated
            for at in () if denied else self._meant(one, drafts):
                found[at].append(one)
        return found

    def _meant(self, one: Answerable, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """The incidents that a naming is about: those its words tell of; where they only point, the last one told before."""
        events = {
            word.i for event in one.events for word in (event, *spread(children(event, "dobj")), *examples(event))
        }
        told_of = (at for at, draft in enumerate(drafts) if events & {told.trigger.i for told in draft.tellings})
        meant = tuple(told_of)
        if meant or (one.events and not any(map(_points_back, one.events))):
            return meant
        here = self.sentence_of[one.trigger.sent.start]
        near = [
            (told.sentence, told.trigger.i, at)
            for at, draft in enumerate(drafts)
            for told in draft.tellings
            if 0 <= here - told.sentence <= REACH and (told.trigger.i < one.trigger.i or told.sentence == here)
        ]
        return (max(near)[2],) if near else ()


def _presupposed(trigger: Token) -> bool:
    """`would like to trace a man following an assault`, `no link to the bombing`: it happened, whatever else did not."""
    if trigger.dep_ == "dobj" and trigger.head.lemma_ in LOOKED_BACK:
        return True
    if trigger.dep_ not in ("pobj", "pcomp"):
        return False
    preposition, above = trigger.head, trigger.head.head
    return preposition.lower_ in ("after", "following", "since") or (
        above.lemma_.lower() in ABOUT and preposition.lower_ in ("to", "with", "in", "into", "between", "of", "for")
    )


def _points_back(event: Token) -> bool:
    """True for `it`, `the act`: not for a deed that the words name and that is no incident (`accused of lying`)."""
    return event.tag_ not in VERB_TAGS


def _reached(trigger: Token, certainty: Certainty, stage: Stage) -> Stage:
    """What is foretold, supposed or called possible has not been accomplished."""
    if stage is not Stage.ACCOMPLISHED:
        return stage
    if certainty.mode is not Mode.ACTUAL or any(child.lower_ in UNREAL for child in children(trigger, "amod")):
        return Stage.THREATENED
    return stage


def _corrects(trigger: Token) -> bool:
    """`not an accident but an attack`: the trigger stands with what is put in place of what is denied."""
    before = trigger.doc[trigger.sent.start : trigger.i]
    turn = next((word.i for word in reversed(before) if word.lower_ == "but"), None)
    if turn is None:
        return False
    denied = [word.i for word in before if word.dep_ == "neg" or word.lower_ in ("not", "no")]
    return bool(denied) and max(denied) < turn


def _definite(trigger: Token) -> bool:
    if trigger.pos_ == "VERB":
        return False
    dated = any(child.dep_ == "poss" and child.ent_type_ in ("DATE", "TIME") for child in trigger.children)
    pointed = any(child.dep_ == "det" and child.lower_ in POINTING for child in trigger.children)
    return dated or pointed or _told_of_it(trigger)


def _told_of_it(trigger: Token) -> bool:
    """`it was an assault`, `this was not an accident but an attack`: what a pronoun points to was told before."""
    word = trigger
    while word.dep_ == "conj":
        word = word.head
    verb = word.head
    pointing = (child.lower_ for child in children(verb, "nsubj"))
    return word.dep_ == "attr" and verb.lemma_ == "be" and any(one in ("it", "this", "that") for one in pointing)
