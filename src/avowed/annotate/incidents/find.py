"""From a page and its sayings to its incidents: tellings are found, judged, merged, and answerable actors attached."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.tokens import Token

from avowed.annotate.certainty.judge import judge
from avowed.annotate.grammar.slots import Grammar, governors
from avowed.annotate.grammar.support import load_support
from avowed.annotate.incidents.build import assertion_of
from avowed.annotate.incidents.draft import Draft, Told
from avowed.annotate.incidents.merge import Merger
from avowed.annotate.incidents.nouns import Nouns
from avowed.annotate.incidents.responsibility import Answerable, answerable
from avowed.annotate.incidents.stages import stage_of
from avowed.annotate.incidents.tellings import Teller, Telling
from avowed.annotate.incidents.when_where import Setting
from avowed.annotate.page import Page
from avowed.annotate.sayings.saying import Saying, innermost, line_of
from avowed.model.evidence import Assertion
from avowed.model.vocabulary import MentionType

POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both", "said"})
REACH = 8  # sentences back to the incident that a bare `claimed responsibility` may mean
NAMING = frozenset({MentionType.PERSON, MentionType.ORGANISATION, MentionType.FACILITY, MentionType.LOCATION})


def find_incidents(page: Page, sayings: Sequence[Saying]) -> tuple[Assertion, ...]:
    """Every incident that the page tells, each once, in the order of the text.

    Participants are mentions of the page: mark them with `mark_parts` first.
    """
    return tuple(_Finder(page, sayings).assertions())


class _Finder:
    def __init__(self, page: Page, sayings: Sequence[Saying]) -> None:
        self.page = page
        self.sayings = sayings
        self.nouns = Nouns(page)
        self.grammar = Grammar(page.doc, load_support())
        self.setting = Setting(page)

    @cached_property
    def sentence_of(self) -> dict[int, int]:
        """First token of a sentence -> its number."""
        return {sentence.start: number for number, sentence in enumerate(self.page.sentences)}

    def assertions(self) -> Iterator[Assertion]:
        tellings = Teller(self.nouns, self.grammar).tellings()
        drafts = Merger(self.page).gather(self._told(telling) for telling in tellings)
        named = self._by_draft(drafts)
        for number, draft in enumerate(drafts):
            yield assertion_of(self.page, self.nouns, f"i{number + 1}", draft, named[number])

    def _told(self, telling: Telling) -> Told:
        trigger = telling.trigger
        line = self.line(trigger)
        return Told(
            telling=telling,
            certainty=judge(trigger, line, self._lends),
            line=line,
            stage=stage_of(trigger),
            time=self.setting.time(trigger),
            place=self.setting.place(trigger, telling.places),
            sentence=self.sentence_of[trigger.sent.start],
            definite=_definite(trigger),
            names=self._names(telling),
        )

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
        struck = (*telling.victims, *telling.targets)
        return frozenset(name for token in struck if (name := self._name(token)) is not None)

    def _name(self, token: Token) -> str | None:
        mention = self.nouns.mention(token)
        if mention is not None and mention.actor is not None:
            return mention.actor
        return None if token.pos_ == "PRON" else token.lemma_.lower()

    def _by_draft(self, drafts: Sequence[Draft]) -> list[list[Answerable]]:
        found: list[list[Answerable]] = [[] for _ in drafts]
        for one in answerable(self.nouns, self.grammar):
            at = self._meant(one, drafts)
            if at is not None:
                found[at].append(one)
        return found

    def _meant(self, one: Answerable, drafts: Sequence[Draft]) -> int | None:
        """The incident that a naming is about: the one its words tell of, else the last one told before."""
        events = {word.i for word in one.events}
        for at, draft in enumerate(drafts):
            if events & {told.trigger.i for told in draft.tellings}:
                return at
        here = self.sentence_of[one.trigger.sent.start]
        near = [
            (told.sentence, told.trigger.i, at)
            for at, draft in enumerate(drafts)
            for told in draft.tellings
            if 0 <= here - told.sentence <= REACH and (told.trigger.i < one.trigger.i or told.sentence == here)
        ]
        return max(near)[2] if near else None


def _definite(trigger: Token) -> bool:
    if trigger.pos_ == "VERB":
        return False
    return any(child.dep_ == "det" and child.lower_ in POINTING for child in trigger.children)
