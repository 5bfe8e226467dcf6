"""Where tellings of one incident cannot all hold: its toll, its day, its place, and who did it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from avowed.model.contrasts import Contradiction, Contrast
from avowed.model.evidence import Toll
from avowed.model.findings import Line
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Basis, ParticipantRole
from avowed.model.world import Incident, Place

_FAR = 50.0  # kilometres between two places of one deed
_EARTH = 6371.0
_BLAMED = frozenset({Basis.REPORTED, Basis.ATTRIBUTED, Basis.ACCUSED_BY_AUTHORITIES, Basis.CONVICTED, Basis.CLAIMED})
_DOERS = frozenset({ParticipantRole.PERPETRATOR_INDIVIDUAL, ParticipantRole.PERPETRATOR_ORGANISATION})


@dataclass(frozen=True)
class Case:
    """One incident with what each line tells of it."""

    incident: Incident
    told: Sequence[ToldIncident]
    lines: Mapping[str, Line]
    names: Mapping[str, str]


def on_incident(of: Case) -> Iterator[Contradiction]:
    """Every kind of disagreement, one pair of lines for each two versions."""
    known = [one for one in of.told if one.key in of.lines]
    yield from _tolls(of, known)
    yield from _versions(of, known, Contrast.DATE, _day, _apart_in_time)
    yield from _versions(of, known, Contrast.PLACE, _where, _apart_in_space)
    yield from _doers(of, known)


def _tolls(of: Case, told: Sequence[ToldIncident]) -> Iterator[Contradiction]:
    counts = [(one, toll) for one in told for toll in one.tolls]
    seen: set[tuple[object, ...]] = set()
    for (one, toll), (other, another) in combinations(counts, 2):
        same = (toll.kind, toll.who) == (another.kind, another.who)
        if not same or one.key == other.key or _meet(toll, another):
            continue
        versions = (toll.kind, toll.who, *sorted((toll.best, another.best)))
        if versions not in seen:
            seen.add(versions)
            what = f"{toll.kind}" if toll.who == "unknown" else f"{toll.kind} ({toll.who})"
            yield _contradiction(of, Contrast.TOLL, what, (one, str(toll.best)), (other, str(another.best)))


def _meet(one: Toll, other: Toll) -> bool:
    """Whether a number is within both ranges; an open end is as high as may be."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def _versions(
    of: Case,
    told: Sequence[ToldIncident],
    kind: Contrast,
    words: Callable[[ToldIncident], str],
    apart: Callable[[ToldIncident, ToldIncident], bool],
) -> Iterator[Contradiction]:
    seen: set[frozenset[str]] = set()
    for one, other in combinations(told, 2):
        versions = frozenset((words(one), words(other)))
        if len(versions) == 2 and versions not in seen and apart(one, other):
            seen.add(versions)
            yield _contradiction(of, kind, str(kind), (one, words(one)), (other, words(other)))


def _doers(of: Case, told: Sequence[ToldIncident]) -> Iterator[Contradiction]:
    """One is named as having done it, the same one denies it, or another claims it or is blamed."""
    named = [(one, party) for one in told for party in one.parties if party.actor in of.names and party.role in _DOERS]
    seen: set[frozenset[tuple[str, str]]] = set()
    for (one, party), (other, another) in combinations(named, 2):
        if one.family == other.family and one.key != other.key:
            continue
        versions = frozenset(((party.actor or "", _footing(party)), (another.actor or "", _footing(another))))
        if versions in seen or not _at_odds(one, party, other, another):
            continue
        seen.add(versions)
        pair = [
            (telling, f"{_footing(who)} {of.names[who.actor or '']}")
            for telling, who in ((one, party), (other, another))
        ]
        yield _contradiction(of, Contrast.RESPONSIBILITY, "who did it", pair[0], pair[1])


def _at_odds(one: ToldIncident, party: ToldParty, other: ToldIncident, another: ToldParty) -> bool:
    if party.actor == another.actor:
        bases = {party.basis, another.basis}
        return Basis.DENIED in bases and bool(bases & (_BLAMED | {Basis.SUSPECTED}))
    return one.key != other.key and {party.basis, another.basis} <= _BLAMED


def _footing(party: ToldParty) -> str:
    return str(party.basis).replace("_", " ")


def _contradiction(
    of: Case, kind: Contrast, what: str, left: tuple[ToldIncident, str], right: tuple[ToldIncident, str]
) -> Contradiction:
    where = f" in {of.incident.place.name}" if of.incident.place else ""
    return Contradiction(
        kind=kind,
        about=tuple(dict.fromkeys(told.actor for told in of.incident.responsibility if told.actor in of.names)),
        words=f"{str(of.incident.type).replace('_', ' ')}{where}: {what}",
        left=of.lines[left[0].key],
        left_says=left[1],
        right=of.lines[right[0].key],
        right_says=right[1],
        incident=of.incident.key,
    )


def _day(told: ToldIncident) -> str:
    if told.when.first == told.when.last:
        return str(told.when.first or "")
    return f"{told.when.first or '?'} to {told.when.last or '?'}"


def _where(told: ToldIncident) -> str:
    return told.place.name if told.place else ""


def _apart_in_time(one: ToldIncident, other: ToldIncident) -> bool:
    return one.when.known and other.when.known and not one.when.overlaps(other.when)


def _apart_in_space(one: ToldIncident, other: ToldIncident) -> bool:
    """Both on the map and far from each other; a province and a town in it lie apart only on paper."""
    if one.place is None or other.place is None or _holds(one.place, other.place) or _holds(other.place, one.place):
        return False
    distance = _kilometres(one.place, other.place)
    return distance is not None and distance > _FAR


def _holds(outer: Place, inner: Place) -> bool:
    return outer.name in (inner.admin1, inner.country)


def _kilometres(one: Place, other: Place) -> float | None:
    """The great-circle distance; None where either has no coordinates."""
    ends = [one.latitude, one.longitude, other.latitude, other.longitude]
    known = [radians(end) for end in ends if end is not None]
    if len(known) < 4:
        return None
    south, west, north, east = known
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def listed(cases: Iterable[Case]) -> Iterator[Contradiction]:
    """The disagreements of several incidents, one after the other."""
    for one in cases:
        yield from on_incident(one)
