"""Readings, ties and lines made by hand, so that tests need no model and show what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from avowed.assess.pair import Around
from avowed.assess.ways import thirds, ways
from avowed.model.evidence import (
    Assertion,
    LocalActor,
    Mention,
    Published,
    Reading,
    Report,
    Span,
    Speaker,
    TieContent,
    report_id,
)
from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import (
    ActorKind,
    DateBasis,
    Dimension,
    Factuality,
    MentionType,
    Mode,
    Precision,
    SpeakerRole,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME, When, on_day

READER = "by hand/1"


def report(
    text: str, *, publisher: str = "The Herald", day: date | None = date(2021, 8, 27), source: str = ""
) -> Report:
    """A report as its reader would give it."""
    published = Published(on_day(day), DateBasis.METADATA) if day else None
    return Report(
        id=report_id(text),
        source=source or f"{publisher}.txt",
        text=text,
        title=text.split(".", maxsplit=1)[0],
        publisher=publisher,
        published=published,
        sha256=report_id("original of " + text),
    )


@dataclass(frozen=True)
class Told:
    """One tie to be put into a reading: names must occur in the text."""

    subject: str
    object: str
    dimension: Dimension = Dimension.SUPPORT
    sign: int = 1
    negated: bool = False
    factuality: Factuality = Factuality.CERTAIN
    mode: Mode = Mode.ACTUAL
    voice: Voice = Voice.OBSERVED
    hedge: str = ""
    speaker: str = ""
    valid: When = UNKNOWN_TIME


def reading(of: Report, *told: Told, kinds: Mapping[str, ActorKind] | None = None, reader: str = READER) -> Reading:
    """A reading of a report with these ties; every name is one mention and one actor."""
    names = list(dict.fromkeys(name for one in told for name in (one.subject, one.object, one.speaker) if name))
    actors = {name: f"a{number}" for number, name in enumerate(names, 1)}
    mentions = {name: f"m{number}" for number, name in enumerate(names, 1)}
    return Reading(
        report=of,
        reader=reader,
        mentions=tuple(_mention(of, name, mentions[name], actors[name]) for name in names),
        actors=tuple(LocalActor(actors[name], name, (kinds or {}).get(name, ActorKind.ARMED_GROUP)) for name in names),
        assertions=tuple(_assertion(of, f"s{number}", one, mentions) for number, one in enumerate(told, 1)),
    )


def span(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def _mention(of: Report, name: str, identity: str, actor: str) -> Mention:
    where = span(of.text, name)
    return Mention(identity, where, MentionType.ORGANISATION, where, actor=actor)


def _assertion(of: Report, identity: str, told: Told, mentions: Mapping[str, str]) -> Assertion:
    speaker = (
        (Speaker(told.speaker, span(of.text, told.speaker), mentions[told.speaker], SpeakerRole.SELF),)
        if told.speaker
        else ()
    )
    content = TieContent(
        mentions[told.subject], mentions[told.object], told.dimension, told.sign, span(of.text, told.subject)
    )
    return Assertion(
        id=identity,
        quote=Span(0, len(of.text)),
        content=content,
        negated=told.negated,
        factuality=told.factuality,
        hedges=(span(of.text, told.hedge),) if told.hedge else (),
        mode=told.mode,
        voice=told.voice,
        attribution=speaker,
        valid=told.valid,
        score=0.8,
        rule="by hand",
    )


def tie(
    subject: str = "a",
    object_: str = "b",
    dimension: Dimension = Dimension.SUPPORT,
    sign: int = 1,
    *,
    key: str = "k",
    voice: Voice = Voice.OBSERVED,
    factuality: Factuality = Factuality.CERTAIN,
    mode: Mode = Mode.ACTUAL,
    negated: bool = False,
    publisher: str = "The Herald",
    family: str = "f",
    year: int | None = None,
    speaker: str = "",
    decision: str = "",
    score: float = 0.9,
    role: str = "",
) -> Tie:
    """A resolved tie for the assessing tests."""
    valid = When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR) if year else UNKNOWN_TIME
    source = Source(f"report of {family}", "A title", publisher, family, on_day(date(2021, 8, 27)))
    line = Line(
        key=key,
        source=source,
        quote=f"{subject} and {object_}",
        start=0,
        end=10,
        negated=negated,
        factuality=factuality,
        hedges=(),
        mode=mode,
        voice=voice,
        speakers=(),
        valid=valid,
        score=score,
        rule="by hand",
        decision=decision,
    )
    return Tie(line, subject, object_, dimension, sign, role, speaker)


def around(ties: Sequence[Tie], left: str = "a", right: str = "b", steps: int = 4) -> Around:
    """Who stands around two actors by these ties, each with a key and a family of its own."""
    held = [
        replace(
            one, line=replace(one.line, key=f"around {number}", source=replace(one.line.source, family=f"w{number}"))
        )
        for number, one in enumerate(ties)
    ]
    edges = [(one.subject, one.object, int(one.sign > 0), int(one.sign < 0)) for one in held]
    return Around(ways(edges, (left,), (right,), steps), thirds(edges, (left,), (right,), 12), tuple(held))


def numbered(ties: Sequence[Tie]) -> list[Tie]:
    """The same ties, each with a key, a family and a publisher of its own."""
    return [
        tie(
            one.subject,
            one.object,
            one.dimension,
            one.sign,
            key=f"k{number}",
            family=f"f{number}",
            publisher=f"paper {number}",
            voice=one.voice,
            factuality=one.line.factuality,
            mode=one.line.mode,
            negated=one.line.negated,
            year=one.when.first.year if one.when.first else None,
            role=one.role,
        )
        for number, one in enumerate(ties)
    ]
