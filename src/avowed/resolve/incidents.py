"""Which reports tell of one incident: same kind, day, place and parties; never merged on one of them alone."""

from collections.abc import Iterable, Sequence

from avowed.model.decisions import Decision
from avowed.model.evidence import Toll
from avowed.model.resolution import ToldIncident
from avowed.model.vocabulary import Harm, Mode, ParticipantRole, Side
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.world import Incident, Place, Responsibility, TollRange
from avowed.resolve.union import Union

_DOERS = frozenset(
    {
        ParticipantRole.PERPETRATOR_INDIVIDUAL,
        ParticipantRole.PERPETRATOR_ORGANISATION,
        ParticipantRole.FACILITATOR,
        ParticipantRole.BENEFICIARY,
        ParticipantRole.PARTY,
    }
)


def merge_incidents(told: Iterable[ToldIncident], decisions: tuple[Decision, ...]) -> tuple[Incident, ...]:
    """Incidents over reports, oldest first; denied and supposed ones stand alone."""
    del decisions  # no verdict on incidents exists yet
    listed = tuple(told)
    by_key = {one.key: one for one in listed}
    union = Union(by_key)
    dated = sorted((one for one in listed if one.when.first), key=lambda one: (str(one.when.first), one.key))
    for index, one in enumerate(dated):
        for other in dated[index + 1 :]:
            if other.when.first and one.when.last and other.when.first > one.when.last:
                break
            if _same(one, other):
                union.join(one.key, other.key)
    return tuple(_incident([by_key[key] for key in keys]) for keys in union.sets().values())


def _same(one: ToldIncident, other: ToldIncident) -> bool:
    if one.report == other.report or one.type is not other.type or one.mode is not Mode.ACTUAL is not other.mode:
        return False
    if one.negated or other.negated or not one.when.overlaps(other.when):
        return False
    return _same_place(one.place, other.place)


def _same_place(one: Place | None, other: Place | None) -> bool:
    return one is not None and other is not None and one.name.casefold() == other.name.casefold()


def _incident(told: Sequence[ToldIncident]) -> Incident:
    first = told[0]
    return Incident(
        key=first.key,
        type=first.type,
        stage=first.stage,
        when=_narrowest([one.when for one in told]),
        place=next((one.place for one in told if one.place), None),
        assertions=tuple(one.key for one in told),
        reports=tuple(dict.fromkeys(one.report for one in told)),
        responsibility=tuple(_responsibility(told)),
        tolls=tuple(_tolls(told)),
        victims=_words(told, ParticipantRole.VICTIM),
        targets=_words(told, ParticipantRole.TARGET),
        weapons=_words(told, ParticipantRole.WEAPON),
    )


def _responsibility(told: Sequence[ToldIncident]) -> Iterable[Responsibility]:
    for one in told:
        for party in one.parties:
            if party.role in _DOERS:
                yield Responsibility(party.actor or party.words, party.basis, one.key, party.speaker)


def _tolls(told: Sequence[ToldIncident]) -> Iterable[TollRange]:
    found: dict[tuple[Harm, Side], list[tuple[str, Toll]]] = {}
    for one in told:
        for toll in one.tolls:
            found.setdefault((toll.kind, toll.who), []).append((one.key, toll))
    for (kind, who), given in found.items():
        yield TollRange(
            kind=kind,
            who=who,
            low=min(toll.low for _, toll in given),
            best=given[-1][1].best,
            high=max(toll.high for _, toll in given),
            assertions=tuple(key for key, _ in given),
        )


def _narrowest(whens: Sequence[When]) -> When:
    closed = [when for when in whens if when.first and when.last]
    if closed:
        return min(closed, key=lambda when: when.last.toordinal() - when.first.toordinal())  # type: ignore[union-attr]
    return next((when for when in whens if when.known), UNKNOWN_TIME)


def _words(told: Sequence[ToldIncident], role: ParticipantRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.words for one in told for party in one.parties if party.role is role))
