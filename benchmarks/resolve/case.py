"""A whole case of invented reports in a database: what deriving it anew costs, and what one report more costs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from time import process_time

from avowed.model.decisions import Occurrence
from avowed.model.evidence import (
    Assertion,
    IncidentContent,
    LocalActor,
    LocalPlace,
    Mention,
    Participant,
    Published,
    Reading,
    Report,
    Span,
    TieContent,
    TimeExpression,
    Toll,
    report_id,
)
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    DateBasis,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    MentionType,
    Mode,
    ParticipantRole,
    PlacePrecision,
    Side,
    Stage,
    TimeKind,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME, on_day
from avowed.settings import default_text
from avowed.store import create
from avowed.store.write import add_reading
from avowed.walk.passing import refresh
from avowed.walk.rebuild import rebuild
from benchmarks.resolve import crowd

_FILLER = ["market", "road", "river", "convoy", "village", "council", "bridge", "harvest", "school", "clinic", "valley"]
_BEGINNINGS = ("Sar", "Var", "Das", "Mal", "Or", "Bren", "Kal", "Zar")
_ENDINGS = ("na", "esk", "mir", "dren", "lun")
_APART = 0.6  # degrees between neighbouring towns: some 60 kilometres
_TOWNS = {
    beginning + ending: (32.0 + _APART * row, 62.0 + _APART * column)
    for row, beginning in enumerate(_BEGINNINGS)
    for column, ending in enumerate(_ENDINGS)
}
_KINDS = (IncidentType.BOMBING, IncidentType.SHOOTING, IncidentType.CLASH, IncidentType.KIDNAPPING)
_DIMENSIONS = (Dimension.SUPPORT, Dimension.FINANCE, Dimension.CLASH, Dimension.MEMBERSHIP)
_STAMP = "2024-01-01T00:00:00+00:00"


def readings(reports: int, seed: int = crowd.SEED) -> Iterator[Reading]:
    """So many readings: ten actors, three ties and an incident each; every tenth report is a copy of the one before."""
    random = Random(seed)
    text = ""
    for number, (_, held) in enumerate(groupby(crowd.occurrences(reports, seed), key=lambda one: one.report)):
        named = list(held)
        filler = text if number % 10 == 9 else " ".join(random.choices(_FILLER, k=180))
        text = filler
        yield _reading(random, number, named, filler)


def _reading(random: Random, number: int, named: Sequence[Occurrence], filler: str) -> Reading:
    """One reading: the names first, then a place, then words that mean nothing."""
    words, spans, at = [], [], 0
    for one in named:
        spans.append(Span(at, at + len(one.name)))
        words.append(one.name)
        at += len(one.name) + 2
    town = random.choice(list(_TOWNS))
    text = f"{', '.join(words)}, {town}. Report {number}. {filler}."
    day = date(2015, 1, 1) + timedelta(days=random.randrange(3000))
    place = Span(at, at + len(town))
    report = Report(
        id=report_id(text),
        source=f"{number}.txt",
        text=text,
        publisher=f"Paper {number % 40}",
        published=Published(on_day(day), DateBasis.METADATA),
        sha256=report_id("original of " + text),
    )
    mentions = [
        Mention(f"m{at}", span, MentionType.ORGANISATION, span, actor=f"a{at}") for at, span in enumerate(spans)
    ]
    mentions.append(Mention("mp", place, MentionType.LOCATION, place))
    return Reading(
        report=report,
        reader="invented/1",
        mentions=tuple(mentions),
        actors=tuple(LocalActor(f"a{at}", one.name, ActorKind(one.kind)) for at, one in enumerate(named)),
        places=(LocalPlace("p1", town, ("mp",), None, *_TOWNS[town], PlacePrecision.EXACT, "AF"),),
        times=(TimeExpression("t1", place, TimeKind.DATE, day.isoformat(), on_day(day)),),
        assertions=(*(_tie(random, at, report) for at in range(3)), _incident(random, report)),
    )


def _tie(random: Random, at: int, report: Report) -> Assertion:
    one, other = random.sample(range(crowd.PER_REPORT), 2)
    dimension = random.choice(_DIMENSIONS)
    content = TieContent(f"m{one}", f"m{other}", dimension, -1 if dimension is Dimension.CLASH else 1, Span(at, at + 1))
    return _assertion(f"s{at}", report, content)


def _incident(random: Random, report: Report) -> Assertion:
    killed = random.randrange(1, 30)
    content = IncidentContent(
        random.choice(_KINDS),
        Stage.ACCOMPLISHED,
        Span(0, 1),
        (Participant("m0", ParticipantRole.PERPETRATOR_ORGANISATION, Basis.REPORTED),),
        "t1",
        "p1",
        (Toll(Harm.KILLED, Side.CIVILIAN, killed, killed, killed, Span(0, 1)),),
    )
    return _assertion("i1", report, content)


def _assertion(identity: str, report: Report, content: TieContent | IncidentContent) -> Assertion:
    return Assertion(
        id=identity,
        quote=Span(0, len(report.text)),
        content=content,
        negated=False,
        factuality=Factuality.CERTAIN,
        hedges=(),
        mode=Mode.ACTUAL,
        voice=Voice.OBSERVED,
        attribution=(),
        valid=UNKNOWN_TIME,
        score=0.8,
        rule="invented",
    )


def cost(folder: Path, reports: int, more: int = 10) -> tuple[float, float]:
    """Seconds of the processor for deriving a case of so many reports anew, and for one report more in the mean."""
    known = list(readings(reports + more))
    with create(folder, default_text()) as held:
        for reading in known[:reports]:
            add_reading(held, reading, _STAMP)
        start = process_time()
        rebuild(held)
        whole = process_time() - start
        singly = 0.0
        for reading in known[reports:]:
            add_reading(held, reading, _STAMP)
            start = process_time()
            refresh(held, [reading.report.id])
            singly += process_time() - start
    return whole, singly / more
