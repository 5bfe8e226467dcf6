"""Forty invented incidents told by several reports each, and their near neighbours, the same every time.

Reports err as real ones do: a place or a day is left out, a bombing is called an attack, the toll grows, the culprit is
disputed. Some towns are struck twice within a week, and some days see two attacks in one town.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from avowed.model.evidence import Span, Toll
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Basis, Harm, IncidentType, ParticipantRole, PlacePrecision, Precision, Side, Stage
from avowed.model.when import UNKNOWN_TIME, When, on_day
from avowed.model.world import Place
from avowed.resolve.incidents import merge_incidents
from benchmarks.scoring.coreference import b_cubed, clusters
from benchmarks.scoring.counts import Counts

SEED = 40
INCIDENTS = 40
_TOWNS = ("Sarn", "Varesk", "Dasmir", "Maldren", "Orlun", "Brenholt", "Ostrany", "Kaldesh", "Zarevni", "Port Halmar")
_TARGETS = ("airport", "market", "police station", "school", "convoy", "bridge", "hotel", "checkpoint", "barracks")
_DOERS = ("dawn-brigades", "halmar-front", "kessim-network", "sorrin-militia")
_KINDS = (IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.SHOOTING, IncidentType.AIR_STRIKE)
_OTHER_KINDS = (IncidentType.KIDNAPPING, IncidentType.ASSASSINATION, IncidentType.CLASH)


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened."""

    number: int
    kind: IncidentType
    day: date
    town: str
    target: str
    doer: str
    killed: int


def tellings(seed: int = SEED) -> dict[str, tuple[int, ToldIncident]]:
    """Key of a telling -> the number of its incident and the telling."""
    random = Random(seed)
    found: dict[str, tuple[int, ToldIncident]] = {}
    for happened in _happened(random):
        for copy in range(random.choice((1, 2, 3, 3, 4))):
            told = _told(random, happened, copy)
            found[told.key] = (happened.number, told)
    return found


def _happened(random: Random) -> Iterator[Happened]:
    day = date(2020, 1, 1)
    last: Happened | None = None
    for number in range(INCIDENTS):
        near = last is not None and random.random() < 0.35
        day += timedelta(days=random.choice((0, 2, 3, 5)) if near else random.randint(3, 25))
        town = last.town if last and near else random.choice(_TOWNS)
        target = random.choice([one for one in _TARGETS if not last or one != last.target])
        kind = random.choice(_KINDS) if random.random() < 0.75 else random.choice(_OTHER_KINDS)
        last = Happened(number, kind, day, town, target, random.choice(_DOERS), random.choice((1, 2, 4, 7, 12, 25, 60)))
        yield last


def _told(random: Random, happened: Happened, copy: int) -> ToldIncident:
    key = f"{random.getrandbits(64):016x}"
    published = happened.day + timedelta(days=copy + random.randint(0, 2))
    return ToldIncident(
        key=key,
        report=f"report of {key}",
        family=f"family of {key}",
        published=on_day(published),
        type=IncidentType.ATTACK if random.random() < 0.2 and happened.kind in _KINDS else happened.kind,
        stage=Stage.ACCOMPLISHED,
        when=_when(random, happened),
        place=_place(random, happened.town),
        parties=tuple(_parties(random, happened)),
        tolls=tuple(_tolls(random, happened, copy)),
        words=f"an attack in {happened.town}" if random.random() < 0.5 else "an attack",
    )


def _when(random: Random, happened: Happened) -> When:
    draw = random.random()
    if draw < 0.12:
        return UNKNOWN_TIME
    if draw < 0.2:
        first = happened.day.replace(day=1)
        return When(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), Precision.MONTH)
    return on_day(happened.day + timedelta(days=random.random() < 0.05))


def _place(random: Random, town: str) -> Place | None:
    draw = random.random()
    north, east = 30.0 + _TOWNS.index(town), 60.0
    if draw < 0.15:
        return None
    if draw < 0.25:
        return Place(f"{town} province", "XX", None, north + 0.3, east, PlacePrecision.ADMIN1)
    return Place(town, "XX", None, north, east, PlacePrecision.EXACT)


def _parties(random: Random, happened: Happened) -> Iterator[ToldParty]:
    if random.random() < 0.7:
        words = happened.target if random.random() < 0.9 else "a building"
        yield ToldParty(ParticipantRole.TARGET, words, None, Basis.REPORTED)
    if random.random() < 0.5:
        doer = happened.doer if random.random() < 0.8 else random.choice(_DOERS)
        yield ToldParty(ParticipantRole.PERPETRATOR_ORGANISATION, doer, doer, Basis.SUSPECTED)


def _tolls(random: Random, happened: Happened, copy: int) -> Iterator[Toll]:
    if random.random() < 0.75:
        early = 0.8 if copy == 0 and random.random() < 0.4 else 1.0
        count = max(1, round(happened.killed * early) + random.choice((0, 0, 0, 1)))
        yield Toll(Harm.KILLED, Side.UNKNOWN, count, count, count, Span(0, 1))


def score(seed: int = SEED) -> tuple[Counts, Counts]:
    """B-cubed counts, and counts of pairs of tellings taken for one incident."""
    told = tellings(seed)
    found = merge_incidents([one for _, one in told.values()], ())
    said = {key: incident.key for incident in found for key in incident.assertions}
    gold = {key: number for key, (number, _) in told.items()}
    keys = sorted(told)
    both = [(a, b) for at, a in enumerate(keys) for b in keys[at + 1 :]]
    predicted = {pair for pair in both if said[pair[0]] == said[pair[1]]}
    true = {pair for pair in both if gold[pair[0]] == gold[pair[1]]}
    right = len(predicted & true)
    return b_cubed(clusters(said), clusters(gold)), Counts(right, len(predicted), right, len(true))
