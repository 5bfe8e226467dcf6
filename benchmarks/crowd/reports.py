"""Readings of invented reports: every sentence is one assertion, so that a quote is its sentence and no model is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    Content,
    IncidentContent,
    LocalActor,
    Mention,
    Participant,
    PredictionContent,
    Published,
    Reading,
    Report,
    Span,
    Speaker,
    StatementContent,
    TieContent,
    TimeExpression,
    Toll,
    report_id,
)
from avowed.model.vocabulary import (
    ActorKind,
    AttributeName,
    Basis,
    DateBasis,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    MentionType,
    ParticipantRole,
    Side,
    SpeakerRole,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import on_day

READER = "crowd/1"
SEED = 1914
PER_REPORT = 20
_ACTORS_A_REPORT = 8
_FIRST = date(2004, 1, 1)
_DAYS = 7000
_SYLLABLES = "badafagahajakalamanarasatavazabidikimirisitibodokolomonorosotodukulumu"
_BODIES = ("Front", "Army", "Brigade", "Movement", "Council", "League", "Legion", "Column", "Network", "Party")
_PAPERS = 60
# verb -> dimension and sign
_VERBS = {
    "trained": (Dimension.TRAINING, 1),
    "paid": (Dimension.FINANCE, 1),
    "armed": (Dimension.ARMS, 1),
    "sheltered": (Dimension.SAFE_HAVEN, 1),
    "backed": (Dimension.SUPPORT, 1),
    "praised": (Dimension.STANCE, 1),
    "fought alongside": (Dimension.JOINT_OPERATION, 1),
    "fought": (Dimension.CLASH, -1),
    "attacked": (Dimension.ATTACK, -1),
    "condemned": (Dimension.STANCE, -1),
    "competed with": (Dimension.RIVALRY, -1),
    "led": (Dimension.COMMAND, 1),
    "belonged to": (Dimension.MEMBERSHIP, 1),
}
_FORMS = (
    "{one} {verb} {other}.",
    "{one} denied that it ever {helped} {other}.",
    "{third} said that {one} {verb} {other}.",
    "{count} people died in a bombing for which {one} is blamed.",
    "{one} warned that it would strike before long.",
    "{one} said that the road to the east was open.",
    "{one} is based in the hills of {place}.",
)
_OFTEN = (11, 2, 2, 2, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who may be named, with what each is: a few are in very many reports, most in a few."""

    names: tuple[str, ...]
    kind_of: Mapping[str, ActorKind]


def cast(count: int, seed: int = SEED) -> Cast:
    """So many actors; one in four is a person."""
    random = Random(seed)
    names: dict[str, ActorKind] = {}
    while len(names) < count:
        if random.random() < 0.25:
            names[f"{_word(random)} {_word(random)}"] = ActorKind.PERSON
        else:
            names[f"{_word(random)} {_word(random)} {random.choice(_BODIES)}"] = ActorKind.ARMED_GROUP
    return Cast(tuple(names), names)


def readings(reports: int, seed: int = SEED, actors: int = 0, start: int = 0) -> Iterator[Reading]:
    """So many readings of 20 assertions each, streamed; one report in twelve copies an earlier one with a line changed.

    Those before `start` are left out, and none after it is a copy of them.
    """
    everybody = cast(actors or max(40, reports // 4), seed)
    earlier: list[tuple[list[str], list[str]]] = []
    for number in range(start, reports):
        random = Random(f"{seed} {number}")
        day = _FIRST + timedelta(days=random.randrange(_DAYS))
        paper = f"Paper {random.randrange(_PAPERS)}"
        if earlier and random.random() < 1 / 12:
            people, sentences = random.choice(earlier)
            sentences = [*sentences[:-1], f"So says number {number}."]
        else:
            people = _people(random, everybody)
            sentences = [*(_sentence(random, people) for _ in range(PER_REPORT)), f"Printed as number {number}."]
        earlier = [*earlier[-199:], (people, sentences)]
        yield _reading(people, sentences, everybody, Published(on_day(day), DateBasis.METADATA), paper)


def _people(random: Random, everybody: Cast) -> list[str]:
    """Who is in a report: a quarter of them from among the few whom everybody names; the first is in a third of all reports."""
    found: dict[str, None] = {}
    while len(found) < _ACTORS_A_REPORT:
        rank = random.paretovariate(0.35) if random.random() < 0.25 else random.uniform(1, len(everybody.names))
        found[everybody.names[min(int(rank), len(everybody.names)) - 1]] = None
    return list(found)


def _sentence(random: Random, people: Sequence[str]) -> str:
    one, other, third = random.sample(list(people), 3)
    form = random.choices(_FORMS, _OFTEN)[0]
    return form.format(
        one=one,
        other=other,
        third=third,
        verb=random.choice(list(_VERBS)),
        helped=random.choice(("trained", "paid", "armed")),
        count=random.randint(1, 30),
        place=_word(random),
    )


def _reading(people: Sequence[str], sentences: Sequence[str], everybody: Cast, when: Published, paper: str) -> Reading:
    text = "\n".join(sentences)
    report = Report(
        id=report_id(text), source=f"{paper} {when.when.first}", text=text, title=sentences[0][:60], publisher=paper,
        published=when, sha256=report_id("original of " + text),
    )  # fmt: skip
    builder = _Builder(people, everybody)
    start = 0
    for sentence in sentences:
        builder.take(sentence, start)
        start += len(sentence) + 1
    return Reading(
        report=report,
        reader=READER,
        mentions=tuple(builder.mentions),
        actors=tuple(builder.actors.values()),
        times=(TimeExpression("t1", Span(0, 1), TimeKind.DATE, str(when.when.first), when.when),),
        assertions=tuple(builder.assertions),
    )


class _Builder:
    """Collects the mentions and assertions of one report, sentence by sentence."""

    def __init__(self, people: Sequence[str], everybody: Cast) -> None:
        self.actors = {name: LocalActor(f"a{n}", name, everybody.kind_of[name]) for n, name in enumerate(people, 1)}
        self.mentions: list[Mention] = []
        self.assertions: list[Assertion] = []

    def take(self, sentence: str, start: int) -> None:
        """One sentence: its mentions in order, and the assertion that its words make."""
        whole = Span(start, start + len(sentence))
        named = sorted((sentence.index(name), name) for name in self.actors if name in sentence)
        ids = [self._mention(name, start + at) for at, name in named]
        if not ids:
            return
        content, more = self._content(sentence, ids, whole)
        number = len(self.assertions) + 1
        self.assertions.append(
            Assertion(id=f"s{number}", quote=whole, content=content, score=0.8, rule="crowd", **more)
        )

    def _mention(self, name: str, at: int) -> str:
        identity = f"m{len(self.mentions) + 1}"
        span = Span(at, at + len(name))
        self.mentions.append(Mention(identity, span, MentionType.ORGANISATION, span, actor=self.actors[name].id))
        return identity

    def _content(self, sentence: str, ids: Sequence[str], whole: Span) -> tuple[Content, dict[str, Any]]:
        if len(ids) > 1:
            return self._tie(sentence, ids, whole)
        if "bombing" in sentence:
            killed = int(sentence.split(maxsplit=1)[0])
            toll = Toll(Harm.KILLED, Side.UNKNOWN, killed, killed, killed, Span(whole.start, whole.start + 2))
            doer = Participant(ids[0], ParticipantRole.PERPETRATOR_ORGANISATION, Basis.ATTRIBUTED)
            return IncidentContent(IncidentType.BOMBING, Stage.ACCOMPLISHED, whole, (doer,), "t1", None, (toll,)), {}
        if "based" in sentence:
            return AttributeContent(ids[0], AttributeName.BASE, whole), {}
        said = PredictionContent if "warned" in sentence else StatementContent
        return said(ids[0], (), whole), {"attribution": (self._speaker(ids[0]),)}

    def _tie(self, sentence: str, ids: Sequence[str], whole: Span) -> tuple[TieContent, dict[str, Any]]:
        """Told by the report, denied by the subject, or said by a third: two or three are named."""
        subject, other = ids[-2], ids[-1]
        verb = next(verb for verb in _VERBS if f" {verb} " in sentence)
        content = TieContent(subject, other, *_VERBS[verb], whole)
        if " denied " in sentence:
            return content, {"negated": True, "voice": Voice.STATED, "attribution": (self._speaker(subject),)}
        if len(ids) == 3:
            said = (self._speaker(ids[0]),)
            return content, {"voice": Voice.ASSESSED, "factuality": Factuality.PROBABLE, "attribution": said}
        return content, {}

    def _speaker(self, mention: str) -> Speaker:
        span = next(one.span for one in self.mentions if one.id == mention)
        return Speaker("it", span, mention, SpeakerRole.SELF)


def _word(random: Random) -> str:
    starts = [2 * random.randrange(len(_SYLLABLES) // 2) for _ in range(random.choice((2, 3)))]
    return "".join(_SYLLABLES[start : start + 2] for start in starts).title()
