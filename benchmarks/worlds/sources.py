"""How a world is reported: papers that see part of it, lean to one side, err, hedge, copy each other and fall silent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp
from random import Random

from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import Dimension, Factuality, Mode, Precision, Voice
from avowed.model.when import UNKNOWN_TIME, When, in_month, in_year, on_day
from benchmarks.worlds.world import LEFT, RIGHT, Event, Statement, Stretch, World

_FRIENDLY = (Dimension.FINANCE, Dimension.ARMS, Dimension.TRAINING, Dimension.JOINT_OPERATION, Dimension.SUPPORT)
_HOSTILE = (Dimension.CLASH, Dimension.ATTACK, Dimension.RIVALRY, Dimension.COERCION)
_SURENESS = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNKNOWN)
_MISREAD = 0.03  # of all lines the reader takes the wrong sign


@dataclass(frozen=True, slots=True)
class Paper:
    """One publisher: what share of deeds it prints, how it leans, how often it errs and hedges, when it is silent."""

    name: str
    coverage: float
    leaning: float
    erring: float
    hedging: float
    silent: tuple[date, date]

    def prints(self, event: Event, random: Random) -> bool:
        """Whether it prints a deed: one that suits its leaning more readily than another."""
        if self.silent[0] <= event.day <= self.silent[1]:
            return False
        return random.random() < self.coverage * 2 / (1 + exp(-self.leaning * event.sign))


def papers(random: Random) -> tuple[Paper, ...]:
    """Four to ten papers; each is silent for up to three years."""
    return tuple(_paper(random, number) for number in range(random.randint(4, 10)))


def reported(world: World) -> tuple[Tie, ...]:
    """Every line that is read of a world, with copies, in the order of telling."""
    printing = papers(Random(world.seed * 7919 + 1))
    random = Random(world.seed * 7919 + 2 + 1_000_003 * world.again)
    lines: list[Tie] = []
    for event in world.events:
        for paper in printing:
            if paper.prints(event, random):
                lines += _told(random, event, paper, printing, len(lines))
    for stretch in world.stretches:
        for paper in printing:
            lines += _looked_back(random, stretch, paper, len(lines))
    for statement in world.statements:
        for paper in printing:
            if random.random() < paper.coverage:
                lines += _said(random, statement, paper, printing, len(lines))
    return tuple(lines)


def copied(ties: Iterable[Tie], seed: int, times: int = 3) -> tuple[Tie, ...]:
    """Copies of every line by other papers, days later, in the family of the first."""
    random = Random(seed)
    return tuple(
        _copy(tie, f"copier {random.randrange(50)}", f"again {number}", random.randint(1, 20))
        for tie in ties
        for number in range(times)
    )


def planted(world: World, sign: int, count: int = 15) -> tuple[Tie, ...]:
    """One new paper that prints one side alone, each line as a story of its own, all of it false."""
    random = Random(world.seed * 31 + 7)
    last = world.stretches[-1].last
    days = [last - timedelta(days=random.randrange(1, 700)) for _ in range(count)]
    return tuple(_tie(f"planted {number}", "the plant", Event(day, sign), random) for number, day in enumerate(days))


def _paper(random: Random, number: int) -> Paper:
    start = date(2010, 1, 1) + timedelta(days=random.randrange(0, 3000))
    return Paper(
        name=f"paper {number}",
        coverage=random.uniform(0.1, 0.5),
        leaning=random.gauss(0, 0.6),
        erring=random.uniform(0, 0.08),
        hedging=random.uniform(0, 0.5),
        silent=(start, start + timedelta(days=random.randrange(0, 1100))),
    )


def _told(random: Random, event: Event, paper: Paper, others: Iterable[Paper], number: int) -> Iterator[Tie]:
    wrong = random.random() < paper.erring or random.random() < _MISREAD
    seen = replace(event, sign=-event.sign) if wrong else event
    tie = _tie(f"e{number}", paper.name, seen, random)
    if random.random() < paper.hedging:
        tie = replace(tie, line=replace(tie.line, factuality=random.choice(_SURENESS)))
    yield tie
    yield from _wired(random, tie, others)


def _looked_back(random: Random, stretch: Stretch, paper: Paper, number: int) -> Iterator[Tie]:
    """A paper in four sums up what lasted, from a month in the stretch to a later one; it may take it for the contrary."""
    days = (stretch.last - stretch.first).days
    if random.random() > paper.coverage or not stretch.sign:
        return
    first, last = sorted(stretch.first + timedelta(days=random.randrange(days)) for _ in range(2))
    wrong = random.random() < paper.erring or random.random() < _MISREAD
    tie = _tie(f"b{number}", paper.name, Event(last, -stretch.sign if wrong else stretch.sign), random)
    when = When(in_month(first.year, first.month).first, in_month(last.year, last.month).last, Precision.MONTH)
    yield replace(tie, line=replace(tie.line, valid=when))


def _said(random: Random, said: Statement, paper: Paper, others: Iterable[Paper], number: int) -> Iterator[Tie]:
    other = RIGHT if said.party == LEFT else LEFT
    dimension = Dimension.STANCE if said.sign else Dimension.SUPPORT
    line = _line(f"s{number}", paper.name, said.day, on_day(said.day), random)
    line = replace(line, voice=Voice.STATED, negated=said.sign == 0)
    tie = Tie(line, said.party, other, dimension, said.sign or 1, speaker=said.party)
    yield tie
    yield from _wired(random, tie, others)


def _wired(random: Random, tie: Tie, others: Iterable[Paper]) -> Iterator[Tie]:
    """A story in three is copied by others."""
    if random.random() < 1 / 3:
        for paper in others:
            if random.random() < 0.3 and paper.name != tie.line.source.publisher:
                yield _copy(tie, paper.name, paper.name, random.randint(0, 10))


def _copy(tie: Tie, publisher: str, mark: str, days: int) -> Tie:
    published = tie.line.source.published.first or date.max
    source = replace(
        tie.line.source,
        report=f"{tie.line.source.report} {mark}",
        publisher=publisher,
        published=on_day(published + timedelta(days=days)),
    )
    return replace(tie, line=replace(tie.line, key=f"{tie.line.key} {mark}", source=source))


def _tie(key: str, publisher: str, event: Event, random: Random) -> Tie:
    dimension = random.choice(_FRIENDLY if event.sign > 0 else _HOSTILE)
    subject, other = random.choice(((LEFT, RIGHT), (RIGHT, LEFT)))
    return Tie(
        _line(key, publisher, event.day, _dated(random, event.day), random), subject, other, dimension, event.sign
    )


def _line(key: str, publisher: str, day: date, when: When, random: Random) -> Line:
    published = on_day(day + timedelta(days=round(random.expovariate(1 / 30))))
    return Line(
        key=key,
        source=Source(f"report {key}", key, publisher, f"family {key}", published),
        quote=key,
        start=0,
        end=1,
        negated=False,
        factuality=Factuality.CERTAIN,
        hedges=(),
        mode=Mode.ACTUAL,
        voice=random.choice((Voice.OBSERVED, Voice.ASSESSED)),
        speakers=(),
        valid=when,
        score=random.uniform(0.4, 1),
        rule="simulated",
    )


def _dated(random: Random, day: date) -> When:
    """Four in ten lines name the day, a quarter the month, a fifth the year, the others no time."""
    draw = random.random()
    if draw < 0.4:
        return on_day(day)
    if draw < 0.65:
        return in_month(day.year, day.month)
    return in_year(day.year) if draw < 0.85 else UNKNOWN_TIME
