"""A few new reports of a large case: who is who, copies and incidents beside what may bear on them alone.

Deriving the whole case anew gives the same or better; it follows by itself before long, or when asked for.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from avowed import known
from avowed.model.decisions import Decision, Occurrence
from avowed.model.names import fold
from avowed.model.resolution import ToldIncident
from avowed.model.vocabulary import ActorKind
from avowed.model.world import Incident
from avowed.resolve.affiliation import parents
from avowed.resolve.copies import chosen, joined, may_be_copies, numbered, word_runs
from avowed.resolve.incidents import resolve_incidents, told_again
from avowed.resolve.passing import attach
from avowed.resolve.who.marks import marks_of
from avowed.store import Store, derive, find, passing, queue
from avowed.store.write import decisions
from avowed.walk import tellings

_MOST_REPORTS = 250
"""Looked at beside the new ones; resolving them takes a quarter of a second."""

_DAYS = 6  # tellings further apart are of one incident only where they share a place and a month
_MONTH = 31
_LONGEST = 26 * _MONTH  # what is said to have lasted longer is compared with nothing


def refresh(store: Store, new: Sequence[str]) -> bool:
    """Derive what these new reports change; nothing that stood is moved to another actor.

    False, and nothing is written, where somebody else derived some of it meanwhile.
    """
    log = decisions(store)
    if not _actors(store, new, log):
        return False
    told = derive.belongings(store, passing.standing(store, new).values())
    derive.save_parents(store, parents(told, derive.actors_in(store, told)))
    _families(store, new)
    _incidents(store, new, log)
    queue.add_worth(store, new)
    passing.note_passing(store, new)
    return True


def _actors(store: Store, new: Sequence[str], log: tuple[Decision, ...]) -> bool:
    occurrences = find.occurrences(store, new)
    marks = {text: marks_of(text, ActorKind(one.kind)) for one in occurrences for text in (one.name, *one.aliases)}
    near = _reports_near(store, occurrences, marks)
    beside = find.occurrences(store, near)
    found = attach(
        occurrences,
        beside,
        passing.standing(store, near),
        log,
        known.of_case(store.shelf),
        lambda key: passing.actor_exists(store, key),
    )
    return passing.add_actors(store, occurrences, found.membership, found.actors, found.proposals, marks)


def _reports_near(store: Store, new: Iterable[Occurrence], marks: dict[str, frozenset[str]]) -> list[str]:
    """Reports that name somebody whom a new report may mean, those of the likeliest first."""
    beforehand = known.of_case(store.shelf)
    found: dict[str, int] = {}
    for one in new:
        names = (one.name, *one.aliases)
        bearers = {actor.key for name in names for actor, _ in beforehand.lookup(name)} | {one.known_as or ""}
        wanted = frozenset().union(*(marks[name] for name in names))
        for rank, actor in enumerate(passing.actors_by_marks(store, wanted, bearers)):
            for report in passing.reports_of(store, actor):
                found[report] = min(rank, found.get(report, rank))
    return sorted(found, key=lambda report: (found[report], report))[:_MOST_REPORTS]


def _families(store: Store, new: Sequence[str]) -> None:
    texts = dict(find.report_texts(store, new))
    runs = {key: chosen(word_runs(text)) for key, text in texts.items()}
    met = {one for own in runs.values() for one in may_be_copies(own, derive.sharing(store, numbered(own)))}
    others = met - texts.keys()
    found = joined(texts, find.report_texts(store, sorted(others)), derive.families_of(store, others))
    derive.join_families(store, found)
    derive.save_prints(store, [(key, held.tobytes()) for key, held in runs.items()])
    derive.save_runs(store, [(run, key) for key, held in runs.items() for run in numbered(held)])


def _incidents(store: Store, new: Sequence[str], log: tuple[Decision, ...]) -> None:
    """Merge the new tellings with the incidents of which one of them tells again; all others stay as they are."""
    told = tuple(tellings.told_in(store, new))
    near = {one.key: one for held in _by_time_and_place(told) for one in _near(store, held)}
    keys = [key for one in near.values() for key in one.assertions]
    beside = tuple(tellings.told(store, keys))
    again = told_again(told, beside)
    near = {key: one for key, one in near.items() if not again.isdisjoint(one.assertions)}
    kept = {key for one in near.values() for key in one.assertions}
    found = resolve_incidents((*told, *(one for one in beside if one.key in kept)), log)
    merged = found.incidents
    before = {one.assertions: one for one in near.values()}
    changed = [one for one in merged if one.assertions not in before]
    gone = {key for key, one in near.items() if not any(one.assertions == other.assertions for other in merged)}
    derive.replace_incidents(store, gone, changed, found.proposals)


def _by_time_and_place(told: Iterable[ToldIncident]) -> list[ToldIncident]:
    """One telling for each time and place: a report tells of many things that happened on its day."""
    return list({(one.when.first, one.when.last, one.place and fold(one.place.name)): one for one in told}.values())


def _near(store: Store, telling: ToldIncident) -> list[Incident]:
    """Incidents of about the same days, or of the same place and month."""
    first, last = telling.when.first, telling.when.last
    if first is None or last is None or (last - first).days > 12 * _MONTH:
        return []
    place = fold(telling.place.name) if telling.place else ""
    days, months = ((_day(first, -reach), _day(last, reach)) for reach in (_DAYS, _MONTH))
    listed = derive.incidents_near(store, days, months, _day(first, -_LONGEST))
    return [
        one for one in listed if _close(one, first, last) or (place and one.place and fold(one.place.name) == place)
    ]


def _close(one: Incident, first: date, last: date) -> bool:
    if one.when.first is None or one.when.last is None:
        return False
    reach = timedelta(days=_DAYS)
    return one.when.first <= last + reach and one.when.last >= first - reach


def _day(day: date, days: int) -> str:
    """So many days away, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal())).isoformat()
