"""One incident out of the tellings of several reports: nothing is averaged, every number keeps who gives it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from avowed.model.evidence import Toll
from avowed.model.resolution import Alike, ToldIncident
from avowed.model.vocabulary import Harm, IncidentType, ParticipantRole, PlacePrecision, Precision, Side, Stage
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.world import Incident, Place, Responsibility, TollRange
from avowed.resolve.what.gather import Link
from avowed.resolve.what.kinds import GENERAL

_DOERS = frozenset(
    {
        ParticipantRole.PERPETRATOR_INDIVIDUAL,
        ParticipantRole.PERPETRATOR_ORGANISATION,
        ParticipantRole.FACILITATOR,
        ParticipantRole.BENEFICIARY,
        ParticipantRole.PARTY,
    }
)
_STAGES = (Stage.ACCOMPLISHED, Stage.ATTEMPTED, Stage.PLANNED, Stage.THREATENED)
_FINEST = (
    PlacePrecision.EXACT,
    PlacePrecision.NEAR,
    PlacePrecision.DISTRICT,
    PlacePrecision.ADMIN1,
    PlacePrecision.COUNTRY,
    PlacePrecision.UNKNOWN,
)
Given = Sequence[tuple[ToldIncident, Toll]]


def incident(
    told: Iterable[ToldIncident], links: Iterable[Link | Alike], part_of: str | None, reviewed: bool
) -> Incident:
    """The merged view of tellings; its key is that of the telling published first."""
    ordered = sorted(told, key=published)
    return Incident(
        key=ordered[0].key,
        type=_type(ordered),
        stage=min((one.stage for one in ordered), key=_STAGES.index),
        when=_when(ordered),
        place=_place(ordered),
        assertions=tuple(one.key for one in ordered),
        reports=tuple(dict.fromkeys(one.report for one in ordered)),
        responsibility=tuple(dict.fromkeys(_responsibility(ordered))),
        tolls=tuple(_tolls(ordered)),
        victims=_words(ordered, ParticipantRole.VICTIM),
        targets=_words(ordered, ParticipantRole.TARGET),
        weapons=_words(ordered, ParticipantRole.WEAPON),
        part_of=part_of,
        reviewed=reviewed,
        why=(*_why(links), *_changed(ordered)),
    )


def published(told: ToldIncident) -> tuple[date, date, str]:
    """When it was told, undated reports last; the key settles the rest."""
    when = told.published
    return when.first or date.max, when.last or date.max, told.key


def _type(ordered: Sequence[ToldIncident]) -> IncidentType:
    """The kind that most families tell; a general one only where no report tells more."""
    counts = Counter(kind for _, kind in {(one.family, one.type) for one in ordered})
    return min(counts, key=lambda kind: (kind in GENERAL, -counts[kind], kind))


def _when(ordered: Sequence[ToldIncident]) -> When:
    """The day that most families give, else the narrowest interval."""
    days = {(one.family, one.when) for one in ordered if one.when.precision is Precision.DAY and one.when.known}
    if days:
        counts = Counter((when.first, when.last) for _, when in days)
        first_told = {(one.when.first, one.when.last): one for one in reversed(ordered)}
        best = max(counts, key=lambda ends: (counts[ends], -ordered.index(first_told[ends])))
        return first_told[best].when
    closed = [one.when for one in ordered if one.when.first and one.when.last]
    if closed:
        return min(closed, key=lambda when: when.days)
    return next((one.when for one in ordered if one.when.known), UNKNOWN_TIME)


def _place(ordered: Sequence[ToldIncident]) -> Place | None:
    """The place known most finely, the earliest told of several."""
    places = [one.place for one in ordered if one.place]
    return min(places, key=lambda place: _FINEST.index(place.precision)) if places else None


def _responsibility(ordered: Iterable[ToldIncident]) -> Iterator[Responsibility]:
    for one in ordered:
        for party in one.parties:
            if party.role in _DOERS:
                yield Responsibility(party.actor or party.words, party.basis, one.key, party.speaker, party.role)


def _words(ordered: Iterable[ToldIncident], role: ParticipantRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.words for one in ordered for party in one.parties if party.role is role))


def _tolls(ordered: Iterable[ToldIncident]) -> Iterator[TollRange]:
    for (kind, who), given in _by_harm(ordered).items():
        low, high = min(toll.low for _, toll in given), _highest(toll for _, toll in given)
        best = _best(given)
        yield TollRange(
            kind=kind,
            who=who,
            low=low,
            best=best,
            high=high,
            assertions=tuple(dict.fromkeys(one.key for one, _ in given)),
            low_by=tuple(dict.fromkeys(one.key for one, toll in given if toll.low == low)),
            best_by=tuple(dict.fromkeys(one.key for one, toll in given if toll.best == best)),
            high_by=tuple(dict.fromkeys(one.key for one, toll in given if toll.high == high)),
            words=tuple(dict.fromkeys(_open_counts(given))),
        )


def _highest(tolls: Iterable[Toll]) -> int | None:
    """The highest upper end; None where one of them is open."""
    ends = [toll.high for toll in tolls]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _open_counts(given: Given) -> Iterator[str]:
    """The words of the counts that leave something open: `more than 400 people`."""
    for one, toll in given:
        for same, words in zip(one.tolls, one.counts, strict=False):
            if same == toll and toll.low != toll.high:
                yield words


def _by_harm(ordered: Iterable[ToldIncident]) -> Mapping[tuple[Harm, Side], Given]:
    found: dict[tuple[Harm, Side], list[tuple[ToldIncident, Toll]]] = defaultdict(list)
    for one in ordered:
        for toll in one.tolls:
            found[toll.kind, toll.who].append((one, toll))
    return found


def _best(given: Given) -> int:
    """The number that most families end with, each family by its latest report; of as many, the latest told."""
    last_of_family = {one.family: toll.best for one, toll in given}
    families = Counter(last_of_family.values())
    latest = {toll.best: published(one) for one, toll in given}
    return max(families, key=lambda best: (families[best], latest[best]))


def _why(links: Iterable[Link | Alike]) -> Iterator[str]:
    for link in links:
        reasons = "; ".join(feature.words for feature in link.features if feature.weight > 0)
        yield f"{link.left} and {link.right} ({link.score:.2f}): {reasons}"


def _changed(ordered: Sequence[ToldIncident]) -> Iterator[str]:
    """What the first report and the last say differently."""
    for (kind, who), given in _by_harm(ordered).items():
        first, last = given[0], given[-1]
        if first[1].best != last[1].best and first[0].report != last[0].report:
            yield f"{kind} ({who}): {first[1].best} in the first report, {last[1].best} in the last"
