"""How likely a rule's incident is one that an analyst would write down: a logistic sum over what its words tell of it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import log1p

from avowed.annotate.grammar.clauses import children
from avowed.annotate.grammar.offices import PRENOMINAL
from avowed.annotate.incidents.draft import VIOLENT
from avowed.annotate.incidents.kinds import KINDS
from avowed.annotate.page import Page
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.weights import load_weights, logit
from avowed.model.evidence import Assertion, IncidentContent, Participant, Span, TimeExpression
from avowed.model.vocabulary import Factuality, Form, IncidentType, MentionType, Mode, ParticipantRole, Precision

TABLE = "incidents"
PLACES = frozenset({MentionType.LOCATION, MentionType.FACILITY})
R = ParticipantRole
DOERS = frozenset({R.PERPETRATOR_INDIVIDUAL, R.PERPETRATOR_ORGANISATION})
STRUCK = frozenset({R.TARGET, R.VICTIM})
POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
STOPS = (".", "!", "?", "”", '"', "'")
SHORT = 14  # tokens
HABIT = frozenset({"VBP", "VBZ"})


class Likely:
    """Weighs the incidents of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def weighed(self, told: Sequence[Assertion]) -> Iterator[Assertion]:
        """Those that are likely enough, each with its score; each is weighed beside those told before it."""
        weights = load_weights(TABLE)
        for number, one in enumerate(told):
            score = weights.score(self.reasons(one, told[:number]))
            if score >= weights.settings["default"]:
                yield replace(one, score=score)

    def reasons(self, one: Assertion, before: Sequence[Assertion]) -> Mapping[str, float]:
        """What speaks for and against an incident, by name, with how much."""
        content = content_of(one)
        found = {"always": 1.0, f"type {content.type}": 1.0, f"rule {one.rule}": 1.0, f"stage {content.stage}": 1.0}
        found |= self._of_parts(content.participants)
        found |= self._of_setting(one, content)
        found |= self._of_model(one, content)
        found |= self._of_earlier(content, before)
        trigger = self.page.token_at(content.trigger.start)
        if trigger is None:
            return found | _of_mode(one)
        return found | _of_mode(one) | _of_word(trigger, bisect_left(self._starts, trigger.sent.start))

    def _of_parts(self, parts: Sequence[Participant]) -> dict[str, float]:
        mentions = [(part.role, self.page.mention[part.mention]) for part in parts]
        named = [(role, one) for role, one in mentions if one.form is Form.NAME]
        parties = sum(role is R.PARTY for role, _ in mentions)
        return {
            "a doer": float(any(role in DOERS for role, _ in mentions)),
            "a named doer": float(any(role in DOERS for role, _ in named)),
            "somebody struck": float(any(role in STRUCK for role, _ in mentions)),
            "a name struck": float(any(role in STRUCK for role, _ in named)),
            "a weapon": float(any(role is R.WEAPON for role, _ in mentions)),
            "a party": float(parties == 1),
            "parties": float(parties > 1),
            "nobody": float(not mentions),
            "a doer and somebody struck": float(
                any(role in DOERS for role, _ in mentions) and any(role in STRUCK for role, _ in mentions)
            ),
        }

    def _of_setting(self, one: Assertion, content: IncidentContent) -> dict[str, float]:
        time, scope = self._times.get(content.time or ""), self._scope(one)
        dated = time is not None and scope.covers(time.span)
        exact = time is not None and (time.when.precision is Precision.DAY or "-WXX-" in time.value)
        where = any(each.type in PLACES and scope.covers(each.span) for each in self.page.mentions)
        placed = content.place is not None and where
        return {
            "dated": float(dated),
            "dated to the day": float(dated and exact),
            "placed": float(placed),
            "a place in its sentence": float(where),
            "neither dated nor placed": float(not dated and not where),
            "tolls": float(bool(content.tolls)),
            "length of quote": log1p((one.quote.end - one.quote.start) / 100),
        }

    def _of_model(self, one: Assertion, content: IncidentContent) -> dict[str, float]:
        kind = KINDS.get(content.type)
        told = [
            row
            for window in self.page.told
            for start, end, row in window.sentences
            if start < one.quote.end and one.quote.start < end
        ]
        if kind is None or not told:
            return {"no model": 1.0}
        return {
            "model": logit(max(row[kind] for row in told)) / 4,
            "model, any kind": logit(max(max(row.values()) for row in told)) / 4,
            "model saw it": float(one.score != 0.5),
        }

    def _of_earlier(self, content: IncidentContent, before: Sequence[Assertion]) -> dict[str, float]:
        """Whether one like it was told before: of the same place or time, or of which this may be told anew."""
        alike = [other for other in map(content_of, before) if _akin(other, content)]
        here = [other for other in alike if content.place in (None, other.place)]
        return {
            "told before": float(bool(alike)),
            "told before of no other place": float(bool(here)),
            "told before, nobody here": float(bool(here) and not content.participants),
            "several before": log1p(len(alike)),
        }

    def _scope(self, one: Assertion) -> Span:
        """The words that an incident is judged by: its trigger's sentence; with a toll, which others may tell, all its quote."""
        token = self.page.token_at(content_of(one).trigger.start)
        if token is None or content_of(one).tolls:
            return one.quote
        return Span(token.sent.start_char, token.sent.end_char)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the page's sentences begin, in words."""
        return [sentence.start for sentence in self.page.sentences]

    @cached_property
    def _times(self) -> dict[str, TimeExpression]:
        return {time.id: time for time in self.page.times}


def _of_mode(one: Assertion) -> dict[str, float]:
    return {
        "denied": float(one.negated),
        "supposed": float(one.mode is Mode.HYPOTHETICAL),
        "to come": float(one.mode is Mode.FUTURE),
        "doubted": float(one.factuality is not Factuality.CERTAIN),
        "said by somebody": float(bool(one.attribution)),
    }


def _of_word(trigger: Token, number: int) -> dict[str, float]:
    """How the trigger stands in its sentence: what is told as a plain past event is likelier one than a topic is."""
    verb = trigger.pos_ in ("VERB", "AUX")
    articles = {child.lower_ for child in children(trigger, "det")}
    before = trigger.dep_ in PRENOMINAL
    return {
        "verb": float(verb),
        "past verb": float(trigger.tag_ in ("VBD", "VBN")),
        "habit": float(trigger.tag_ in HABIT),
        "infinitive or participle": float(trigger.tag_ in ("VB", "VBG")),
        "plural": float(trigger.tag_ in ("NNS", "NNPS")),
        "bare noun": float(not verb and not articles and trigger.tag_ == "NN"),
        "pointed to": float(bool(articles & POINTING)),
        "one of its kind": float(bool(articles & {"a", "an", "another"})),
        "before a noun": float(before),
        "after a preposition": float(trigger.dep_ in ("pobj", "pcomp")),
        "main clause": float(trigger.dep_ == "ROOT" or trigger.head.dep_ == "ROOT"),
        "sentence": log1p(number),
        "title": float(
            trigger.sent.end - trigger.sent.start < SHORT and not trigger.sent.text.rstrip().endswith(STOPS)
        ),
    }


def _akin(one: IncidentContent, other: IncidentContent) -> bool:
    return one.type is other.type or (
        one.type in VIOLENT and other.type in VIOLENT and IncidentType.ATTACK in (one.type, other.type)
    )


def content_of(one: Assertion) -> IncidentContent:
    """What an incident tells; TypeError for any other assertion."""
    if not isinstance(one.content, IncidentContent):
        raise TypeError(f"{one.id} is no incident")
    return one.content
