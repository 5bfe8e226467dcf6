"""The example case as its key reads it: what the answers are when nothing is misread, so that only they are tested."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from avowed import Case, read
from avowed.model.evidence import (
    Assertion,
    IncidentContent,
    JudgementContent,
    LocalActor,
    LocalPlace,
    Mention,
    Participant,
    Reading,
    Report,
    Span,
    Speaker,
    TieContent,
    TimeExpression,
    Toll,
)
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    MentionType,
    Mode,
    ParticipantRole,
    Precision,
    Side,
    SpeakerRole,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME, When, from_iso
from avowed.store import write
from avowed.walk.rebuild import rebuild
from tests.walk.key import EXAMPLES, KEY, report_of

ACTORS: Mapping[str, Mapping[str, Any]] = {actor["id"]: actor for actor in KEY["actors"]}
_ROLES = {
    "facilitated": (ParticipantRole.FACILITATOR, Basis.SUSPECTED),
    "benefits": (ParticipantRole.BENEFICIARY, Basis.REPORTED),
}


def fill(case: Case) -> None:
    """Put every tie and incident of the key into a case, each with its words."""
    reports = list(_reports(EXAMPLES / "reports"))
    for entry in KEY["reports"]:
        reading = _Read(report_of(entry, reports), entry["id"]).reading()
        write.add_reading(case.store, reading, "2024-01-01T00:00:00+00:00")
    rebuild(case.store)


def _reports(folder: Path) -> Iterator[Report]:
    with read.opened(read.ReadOptions(today=date(2024, 1, 1))) as opener:
        for original in read.originals([folder]):
            outcome = opener(original)
            assert isinstance(outcome, Report)
            yield outcome


class _Read:
    """One report's part of the key as a reading; each mention is a character of its own inside the quote."""

    def __init__(self, report: Report, identity: str) -> None:
        self.report, self.identity = report, identity
        self.text = _plain(report.text)
        self.actors: dict[str, LocalActor] = {}
        self.mentions: list[Mention] = []
        self.times: list[TimeExpression] = []
        self.places: list[LocalPlace] = []
        self.assertions: list[Assertion] = []

    def reading(self) -> Reading:
        for tie in KEY["ties"]:
            if tie["report"] == self.identity:
                self._tie(tie)
        for incident in KEY["incidents"]:
            for told in incident["told_in"]:
                if told["report"] == self.identity:
                    self._incident(incident, told)
        for judgement in KEY["judgements"]:
            if judgement["report"] == self.identity:
                self._judgement(judgement)
        return Reading(
            report=self.report,
            reader="by hand/1",
            mentions=tuple(self.mentions),
            actors=tuple(self.actors.values()),
            places=tuple(self.places),
            times=tuple(self.times),
            assertions=tuple(self.assertions),
        )

    def _tie(self, tie: Mapping[str, Any]) -> None:
        quote = self._quote(tie["quote"])
        names = (self._mention(tie["subject"], quote, 1), self._mention(tie["object"], quote, 2))
        content = TieContent(*names, Dimension(tie["dimension"]), tie["sign"], quote, tie.get("role"))
        self._add(
            quote,
            content,
            negated=tie["negated"],
            factuality=Factuality(tie["factuality"]),
            mode=Mode(tie["mode"]),
            voice=Voice(tie["voice"]),
            attribution=self._speaker(tie, quote),
            valid=_when(tie.get("when")),
        )

    def _incident(self, incident: Mapping[str, Any], told: Mapping[str, Any]) -> None:
        quote = self._quote(told["quote"])
        mine = [one for one in incident["responsibility"] if one["report"] == self.identity]
        doers = tuple(self._doer(one, quote, number) for number, one in enumerate(mine, 1))
        tolls = tuple(
            Toll(Harm(one["kind"]), Side(one["who"]), one["low"], one["best"], one["high"] or one["best"], quote)
            for one in incident["tolls"]
            if one["report"] == self.identity
        )
        time = f"t{len(self.times) + 1}"
        when = _when(incident["date"])
        self.times.append(TimeExpression(time, quote, TimeKind.DATE, str(when.first), when))
        stage, kind = Stage(incident["stage"]), IncidentType(incident["type"])
        self._add(
            quote, IncidentContent(kind, stage, quote, doers, time, self._place(incident, quote), tolls), valid=when
        )

    def _place(self, incident: Mapping[str, Any], quote: Span) -> str | None:
        if not incident["place"]:
            return None
        mention = f"m{len(self.mentions) + 1}"
        self.mentions.append(Mention(mention, quote, MentionType.LOCATION, quote))
        self.places.append(LocalPlace(f"p{len(self.places) + 1}", incident["place"], (mention,)))
        return self.places[-1].id

    def _doer(self, one: Mapping[str, Any], quote: Span, number: int) -> Participant:
        role, basis = _ROLES.get(one["basis"], (ParticipantRole.PERPETRATOR_ORGANISATION, one["basis"]))
        said = (Speaker(one["by"], None, None, SpeakerRole.OFFICIAL),) if one["by"] else ()
        return Participant(self._mention(one["actor"], quote, number), role, Basis(basis), said)

    def _judgement(self, judgement: Mapping[str, Any]) -> None:
        quote = self._quote(judgement["quote"])
        about = tuple(self._mention(actor, quote, number) for number, actor in enumerate(judgement["about"], 1))
        rule = "gains" if judgement["kind"] == "who_gains" else judgement["kind"]
        self._add(quote, JudgementContent(about[0] if about else None, about, quote), rule=rule, voice=Voice.ASSESSED)

    def _speaker(self, tie: Mapping[str, Any], quote: Span) -> tuple[Speaker, ...]:
        if tie["speaker"]:
            mention = self._mention(tie["speaker"], quote, 3)
            return (Speaker(ACTORS[tie["speaker"]]["name"], None, mention, SpeakerRole.SELF),)
        return (Speaker(tie["speaker_words"], None, None, SpeakerRole.OFFICIAL),) if tie["speaker_words"] else ()

    def _mention(self, actor: str, quote: Span, number: int) -> str:
        known = ACTORS[actor]
        self.actors.setdefault(actor, LocalActor(actor, known["name"], ActorKind(known["kind"])))
        identity = f"m{len(self.mentions) + 1}"
        span = Span(quote.start + number - 1, quote.start + number)
        self.mentions.append(Mention(identity, span, MentionType.ORGANISATION, span, actor=actor))
        return identity

    def _add(self, quote: Span, content: Any, *, rule: str = "by hand", **more: Any) -> None:
        identity = f"s{len(self.assertions) + 1}"
        self.assertions.append(Assertion(id=identity, quote=quote, content=content, score=0.9, rule=rule, **more))

    def _quote(self, words: str) -> Span:
        """Where words stand, whatever their quotation marks and line breaks."""
        pieces = _plain(words).split()
        start = self.text.find(pieces[0])
        while start >= 0:
            end = _matches(self.text, start, pieces)
            if end:
                return Span(start, end)
            start = self.text.find(pieces[0], start + 1)
        raise AssertionError(f"{self.identity}: {words}")


def _matches(text: str, start: int, pieces: Iterable[str]) -> int:
    at = start
    for piece in pieces:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(piece, at):
            return 0
        at += len(piece)
    return at


def _plain(words: str) -> str:
    return words.replace("’", "'").replace("“", '"').replace("”", '"')


def _when(given: Mapping[str, Any] | None) -> When:
    if not given or not (given["from"] or given["to"]):
        return UNKNOWN_TIME
    first = from_iso(given["from"]).first if given["from"] else None
    last = from_iso(given["to"]).last if given["to"] else None
    precision = given["precision"] if given["precision"] in list(Precision) else Precision.YEAR
    return When(first, last, Precision(precision))
