"""What the trained reader sees and what the rules read, woven into one account of each incident.

The model says which incidents there are and who takes part; the rules say when, where, how sure, how many hurt and on
whose word. A rule's incident that the model does not see stays; but in a report without letter case, such as the wire
reports that the model learned incidents from, only where its own words date it and say whom it hurt or who took part,
and the model at least glimpses it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from avowed.annotate.assembly import Happening
from avowed.annotate.certainty.judge import judge
from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.fillers import Filler, plain
from avowed.annotate.incidents.beside import basis_beside, only_suspected
from avowed.annotate.incidents.draft import VIOLENT, exacter
from avowed.annotate.incidents.footing import Footing, load_footing
from avowed.annotate.incidents.happenings import span_of_filler
from avowed.annotate.incidents.kinds import KINDS, ROLES, TYPES
from avowed.annotate.incidents.likely import content_of
from avowed.annotate.incidents.once import PERPETRATORS, apart, once
from avowed.annotate.incidents.shown import shown
from avowed.annotate.incidents.stages import defends, stage_of
from avowed.annotate.incidents.when_where import Setting
from avowed.annotate.page import Page, span_of
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying, speakers_of
from avowed.model.evidence import Assertion, IncidentContent, Mention, Participant, Span, Speaker
from avowed.model.vocabulary import Basis, Form, IncidentType, Mode, ParticipantRole, Voice

T = IncidentType
R = ParticipantRole
SEEN = frozenset(ROLES.values())
UNSETTLED = frozenset({Basis.REPORTED, Basis.ATTRIBUTED, Basis.SUSPECTED})
GLIMPSED = 0.8  # the model's chance for a sentence, below which it saw nothing there
ARRESTING = frozenset({"arrest", "detain", "apprehend", "jail", "charge", "indict", "accuse", "blame", "seize", "hold"})
TOLD_WELL = 3  # participants; with tolls instead, F1 on MUC-4 dev is the same
ENOUGH = 2  # points from which a rule's incident is the one that the model sees
Line = Callable[[Token], tuple[Saying, ...]]


class Weaver:
    """Weaves the incidents of one page."""

    def __init__(self, page: Page, setting: Setting, line: Line, footing: Footing) -> None:
        self.page, self.setting, self.line, self.footing = page, setting, line, footing
        self._mention_of = {one.span: one for one in reversed(page.mentions)}

    def woven(self, told: Sequence[Assertion]) -> tuple[Assertion, ...]:
        """The incidents in the order of their triggers; as told where no model has read the page."""
        if not self.page.told:
            return tuple(told)
        left, made = list(told), []
        for happening in sorted(self.page.happenings, key=lambda one: -one.chance):
            if TYPES[happening.kind] is not T.OTHER and (happening.fillers or self._taught):
                same = self._same(happening, left)
                if same is not None:
                    left.remove(same)
                base = same or self._new(happening)
                if base is not None and (same is not None or not self._told_already(base, told)):
                    made.append(self._joined(base, happening, told))
        made += [one for one in left if content_of(one).type not in KINDS or self._stands(one)]
        if not self._taught:
            made = [self._plain(shown(self.page, one)) for one in made]
        ordered = sorted(made, key=lambda one: (content_of(one).trigger, one.id))
        return tuple(replace(one, id=f"i{number}") for number, one in enumerate(ordered, 1))

    def _plain(self, one: Assertion) -> Assertion:
        """The incident with everybody told once."""
        content = content_of(one)
        kept = [part for part in content.participants if not self._tells(part, content)]
        return replace(one, content=replace(content, participants=apart(once(self.page, kept))))

    def _tells(self, part: Participant, content: IncidentContent) -> bool:
        """Whether the very word that tells is taken for somebody: `Condemns Attack` is nobody's name, `targeted` no target."""
        mention = self.page.mention[part.mention]
        head = self.page.token_at(mention.head.start)
        if part.role is R.TARGET:
            return head is not None and head.pos_ in ("VERB", "ADV")
        return part.role in PERPETRATORS and mention.span.covers(content.trigger)

    @cached_property
    def _taught(self) -> bool:
        """Whether the report is of the kind that the model learned incidents from: one without letter case."""
        return one_case(self.page.report.text)

    def _same(self, happening: Happening, told: Sequence[Assertion]) -> Assertion | None:
        """The rule's incident that is this one, if any: same kind, shared parties, fillers in its sentences."""
        scored = [(self._points(happening, one), -number) for number, one in enumerate(told) if _asserted(one)]
        best = max(scored, default=(0, 0))
        return told[-best[1]] if best[0] >= ENOUGH else None

    def _points(self, happening: Happening, one: Assertion) -> int:
        content = content_of(one)
        kind = KINDS.get(content.type)
        if kind is None:
            return 0
        words = {plain(self._words(part)) for part in content.participants}
        shared = sum(filler.words in words for filler, _ in happening.fillers)
        inside = sum(one.quote.start <= filler.best.start < one.quote.end for filler, _ in happening.fillers)
        if kind != happening.kind and not (shared and "attack" in (kind, happening.kind)):
            return 0
        return 2 * (kind == happening.kind) + 2 * shared + min(inside, 2)

    def _new(self, happening: Happening) -> Assertion | None:
        """An incident that no rule told: told by the clause of its likeliest filler."""
        likely = max(happening.fillers, key=lambda pair: pair[1], default=None)
        token = self.page.token_at(likely[0].best.end - 1) if likely else None
        if token is None:
            return None
        trigger = _clause(token)
        line = self.line(trigger)
        certainty = judge(trigger, line)
        time, place = self.setting.told_before(trigger)
        at = self.setting.place(trigger, ()) or place
        speakers: tuple[Speaker, ...] = speakers_of(line, self.page.report.text)
        return Assertion(
            id="i",
            quote=_trimmed(self.page.report.text, Span(trigger.sent.start_char, trigger.sent.end_char)),
            content=IncidentContent(
                type=TYPES[happening.kind],
                stage=stage_of(trigger),
                trigger=span_of(trigger),
                time=self.setting.time(trigger) or time,
                place=at,
            ),
            factuality=certainty.factuality,
            hedges=certainty.hedges,
            voice=Voice.ASSESSED if speakers else Voice.OBSERVED,
            attribution=speakers,
            place=at,
            rule="model",
        )

    def _told_already(self, new: Assertion, told: Sequence[Assertion]) -> bool:
        """Whether the rules tell of force in just this sentence: outside of its reports the model only names it anew."""
        at = content_of(new).trigger.start
        force = (one for one in told if content_of(one).type in VIOLENT)
        return not self._taught and any(one.quote.start <= at < one.quote.end for one in force)

    def _joined(self, base: Assertion, happening: Happening, told: Sequence[Assertion]) -> Assertion:
        content = content_of(base)
        kind = KINDS.get(content.type)
        parts = apart(tuple(self._parts(content, happening, told)))
        seen = TYPES[happening.kind]
        kept = kind == happening.kind or (seen is T.ARSON and not self._taught)
        type_ = content.type if kept else seen if self._taught else exacter(content.type, seen)
        return replace(base, content=replace(content, type=type_, participants=parts), score=round(happening.chance, 4))

    def _parts(
        self, content: IncidentContent, happening: Happening, told: Sequence[Assertion]
    ) -> Iterator[Participant]:
        given: set[tuple[R, str]] = set()
        for filler, _ in sorted(happening.fillers, key=lambda pair: -pair[1]):
            mention = self._mention_of.get(span_of_filler(filler))
            role = ROLES[filler.role]
            taken = mention is None or any((role, key) in given for key in self._alike(mention, role))
            named = self._named(mention, content, told) if mention is not None and role in PERPETRATORS else []
            if mention is not None and not taken and self._believed(mention, role, filler, content, named):
                given |= {(role, key) for key in (*self._keys(mention), *self._alike(mention, role))}
                basis, speakers = _basis(named)
                if role in PERPETRATORS:
                    basis = self._weighed(basis, self._beside(filler, content), mention, happening)
                yield Participant(mention.id, role, basis, speakers)
        for part in content.participants:
            mention = self.page.mention[part.mention]
            known = any((part.role, key) in given for key in (*self._keys(mention), *self._alike(mention, part.role)))
            if not known and self._kept(part):
                yield part

    def _believed(
        self, mention: Mention, role: R, filler: Filler, content: IncidentContent, named: Sequence[Participant]
    ) -> bool:
        """Whether what the model sees of somebody is taken: where it was not taught, it alone makes nobody a doer or a victim."""
        if role in PERPETRATORS:
            read = self._taught or bool(named)
            return not self._defends(filler) and (read or self._blamed_there(mention, filler, content))
        if self._taught or (role is R.VICTIM and mention.form is Form.NAME):
            return self._taught or self._hurt(mention, content)
        return self._beside(filler, content).places != ()

    def _blamed_there(self, mention: Mention, filler: Filler, content: IncidentContent) -> bool:
        """Whether words beside the name suspect it, and none beside it accuse, in the very sentence of the incident."""
        one, other = (self.page.token_at(span.start) for span in (mention.span, content.trigger))
        there = one is not None and other is not None and one.sent.start == other.sent.start
        return there and only_suspected(self.page.report.text, filler.places)

    def _hurt(self, mention: Mention, content: IncidentContent) -> bool:
        """Whether the rules read of a harm to the same one in this incident."""
        keys = self._keys(mention)
        harmed = (part for part in content.participants if part.role in (R.VICTIM, R.TARGET))
        return any(keys & self._keys(self.page.mention[part.mention]) for part in harmed)

    def _named(self, mention: Mention, content: IncidentContent, told: Sequence[Assertion]) -> list[Participant]:
        """Those whom the rules read as doers and who are this one: of this incident, then of any in a wire report."""
        keys = self._keys(mention)
        elsewhere = _elsewhere(content, told) if self._taught else ()
        return [
            part
            for part in (*content.participants, *elsewhere)
            if part.role in PERPETRATORS and keys & self._keys(self.page.mention[part.mention])
        ]

    def _kept(self, part: Participant) -> bool:
        """A rule's participant that the layers did not choose: of roles they do not know, blamed outright, or without a name.

        Where the model was not taught, the rules know best who took part.
        """
        if not self._taught or part.role not in SEEN or part.basis not in UNSETTLED:
            return True
        return part.role is R.VICTIM and self.page.mention[part.mention].form is Form.NOMINAL

    def _defends(self, filler: Filler) -> bool:
        """Who fights an attack off, wherever it is named, is no doer of it."""
        heads = [token for one in filler.places if (token := self.page.token_at(one.end - 1)) is not None]
        return bool(heads) and all(defends(head) or (not self._taught and _arrests(head)) for head in heads)

    def _beside(self, filler: Filler, content: IncidentContent) -> Filler:
        """The filler where the incident's own sentence names it, outside of wire reports, which tell of one thing."""
        trigger = self.page.token_at(content.trigger.start)
        if self._taught or trigger is None:
            return filler
        start, end = trigger.sent.start_char, trigger.sent.end_char
        return replace(filler, places=tuple(one for one in filler.places if start <= one.start < end))

    def _weighed(self, basis: Basis, filler: Filler, mention: Mention, happening: Happening) -> Basis:
        """The footing by the words around where no clause settles it; a doubt that the rules read is never lost."""
        if filler.role != "PerpOrg" or not self._taught:
            return basis_beside(self.page.report.text, filler.places) if basis is Basis.REPORTED else basis
        if basis not in UNSETTLED:
            return basis
        named = [one.span for one in self.page.mentions if one.actor == mention.actor and one.form is Form.NAME]
        spans = [Span(one.start, one.end) for one in filler.places] + (named if mention.actor else [])
        people = any(one.role == "PerpInd" for one, _ in happening.fillers)
        learned = load_footing().basis(self.footing.signs(spans, happening.kind, people))
        return basis if learned is Basis.REPORTED else learned

    def _keys(self, mention: Mention) -> set[str]:
        """What a mention can be known again by: its actor and its words."""
        return {plain(mention.span.of(self.page.report.text)), *([mention.actor] if mention.actor else [])}

    def _alike(self, mention: Mention, role: R) -> tuple[str, ...]:
        """What makes another mention the same part: its actor, and for weapons the word (`a bomb ... the powerful bombs`)."""
        actor = (mention.actor,) if mention.actor else ()
        head = self.page.token_at(mention.head.start) if role is R.WEAPON else None
        return actor if head is None else (*actor, f"kind: {head.lemma_.lower()}")

    def _words(self, part: Participant) -> str:
        return self.page.mention[part.mention].span.of(self.page.report.text)

    def _stands(self, one: Assertion) -> bool:
        """Whether a rule's incident that the model does not see is told all the same."""
        if not self._taught:
            return True
        content = content_of(one)
        well = bool(content.tolls) or len(content.participants) >= TOLD_WELL
        return well and self._dated(one) and self._seen(one) >= GLIMPSED

    def _seen(self, one: Assertion) -> float:
        """The best chance that the model gives any sentence of the quote of telling of this kind of incident."""
        kind, quote = KINDS[content_of(one).type], one.quote
        seen = [each for window in self.page.told for each in window.sentences]
        return max((told[kind] for start, end, told in seen if start < quote.end and quote.start < end), default=0.0)

    def _dated(self, one: Assertion) -> bool:
        dated = next((time.span for time in self.page.times if time.id == content_of(one).time), None)
        return dated is not None and one.quote.start <= dated.start and dated.end <= one.quote.end


def _arrests(head: Token) -> bool:
    """True for who `arrested a man allegedly responsible`: the suspicion is of the other."""
    return head.dep_ == "nsubj" and head.head.lemma_ in ARRESTING


def _elsewhere(content: IncidentContent, told: Sequence[Assertion]) -> Iterator[Participant]:
    """Participants of the report's other incidents: of another kind only those who are named as answerable outright."""
    for other in map(content_of, told):
        alike = KINDS.get(other.type) == KINDS.get(content.type)
        yield from (part for part in other.participants if alike or part.basis not in UNSETTLED)


def _basis(named: Sequence[Participant]) -> tuple[Basis, tuple[Speaker, ...]]:
    """On whose word somebody is named: as the rules settled it first, else as they read it; reported where they did not."""
    settled = (part for part in named if part.basis not in UNSETTLED)
    part = next(settled, named[0] if named else None)
    return (part.basis, part.attribution) if part is not None else (Basis.REPORTED, ())


def _asserted(one: Assertion) -> bool:
    return not one.negated and one.mode is not Mode.HYPOTHETICAL


def _clause(token: Token) -> Token:
    """The verb of the clause that a word stands in, else the root of its sentence."""
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
