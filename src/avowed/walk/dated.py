"""What happened and what held when: the happenings behind a timeline and its map, fetched lean enough for large cases."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from avowed.assess.timeline import tolls_in_words
from avowed.model.timeline import Happening, Timeline
from avowed.model.vocabulary import ActorKind
from avowed.model.world import Incident
from avowed.store import Store, find, timeline
from avowed.store.happenings import Sought
from avowed.walk.enquiry import actor_called, incidents_known

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom and what it is about: `kind` is "incident", "tie" or "" for both; ties are of named actors alone.

    Days are None where no time is asked for; `most` is how many happenings are wanted at once.
    """

    names: tuple[str, ...] = ()
    kind: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None
    known_on: date | None = None
    most: int = 400


def timeline_of(store: Store, asked: Asked) -> Timeline:
    """Happenings in the order of their days; asked about a person, it tells no place at all."""
    actors = [actor_called(store, name) for name in asked.names]
    keys = tuple(dict.fromkeys(part for actor in actors for part in find.parts_of(store, actor.key)))
    days = [day.isoformat() if day else "" for day in (asked.since, asked.until)]
    placeless = any(actor.kind is ActorKind.PERSON for actor in actors)
    sought = Sought(keys, "", "" if placeless else asked.place, *days)
    parts = _parts(store, asked, sought)
    dated = sorted((one for part in parts for one in part.dated), key=_by_day)[: asked.most]
    undated = [one for part in parts for one in part.undated][: asked.most]
    held = sum((Counter(part.held) for part in parts), Counter[str]())
    without = held.pop("", 0)
    years = sum((Counter(part.years) for part in parts), Counter[str]())
    shown = [replace(one, place=None) if placeless else one for one in (*dated, *undated)]
    return Timeline(
        dated=tuple(shown[: len(dated)]),
        undated=tuple(shown[len(dated) :]),
        dated_total=held.total(),
        undated_total=without,
        years={int(year): years[year] for year in sorted(years) if year},
        names=timeline.names(store, [key for one in shown for key in one.actors]),
        placeless=placeless,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Happenings of one kind; how many there are in each year of the time asked for, and in each year at all."""

    dated: Sequence[Happening]
    undated: Sequence[Happening]
    held: dict[str, int]
    years: dict[str, int]


def _parts(store: Store, asked: Asked, sought: Sought) -> list[_Part]:
    found = []
    if asked.kind != "tie":
        found.append(_known(store, asked, sought) if asked.known_on else _incidents(store, sought, asked.most))
    if asked.kind != "incident" and sought.actors and not asked.place and not asked.known_on:
        held, years = _counted(partial(timeline.tie_years, store), sought)
        dated, undated = _told_of(partial(timeline.ties, store, sought, asked.most), held)
        found.append(_Part(dated, undated, held, years))
    return found


def _incidents(store: Store, sought: Sought, most: int) -> _Part:
    held, years = _counted(partial(timeline.incident_years, store), sought)
    dated, undated = _told_of(partial(timeline.incidents, store, sought, most), held)
    return _Part([_of(one) for one in dated], [_of(one) for one in undated], held, years)


def _told_of(
    find_some: Callable[..., tuple[_Found, ...]], held: dict[str, int]
) -> tuple[tuple[_Found, ...], tuple[_Found, ...]]:
    """Those with a date and those without; what there is none of is not looked for."""
    without = held.get("", 0)
    dated = find_some(dated=True) if sum(held.values()) > without else ()
    return dated, find_some(dated=False) if without else ()


def _counted(count: Callable[[Sought], dict[str, int]], sought: Sought) -> tuple[dict[str, int], dict[str, int]]:
    """How many by year in the time that is asked for, and at any time, so that another can be chosen."""
    held = count(sought)
    return held, count(replace(sought, first="", last="")) if sought.first or sought.last else held


def _known(store: Store, asked: Asked, sought: Sought) -> _Part:
    """Incidents as known on a day: merged anew, and so slower."""
    known = incidents_known(store, asked.known_on)
    told = [_of(one) for one in known if _is_sought(one, sought)]
    dated = [one for one in told if one.when.known]
    undated = [one for one in told if not one.when.known]
    ever = [one for one in known if _is_sought(one, replace(sought, first="", last=""))]
    return _Part(dated, undated, dict(Counter(map(_year, told))), dict(Counter(map(_year, ever))))


def _year(one: Incident | Happening) -> str:
    return str(one.when.first or one.when.last or "")[:4]


def _is_sought(incident: Incident, sought: Sought) -> bool:
    actors = {told.actor for told in incident.responsibility}
    first, last = (str(day or "") for day in (incident.when.first or incident.when.last, incident.when.last))
    place = incident.place.name.lower() if incident.place else ""
    return (
        (not sought.actors or bool(actors & set(sought.actors)))
        and sought.place.lower() in place
        and (not sought.first or (last or first) >= sought.first)
        and (not sought.last or (bool(first) and first <= sought.last))
    )


def _of(incident: Incident) -> Happening:
    return Happening(
        key=incident.key,
        kind="incident",
        what=str(incident.type),
        when=incident.when,
        words=tolls_in_words(incident),
        stage=str(incident.stage),
        place=incident.place,
        told_by=len(incident.reports),
    )


def _by_day(one: Happening) -> tuple[str, str]:
    return str(one.when.first or one.when.last), one.key
