"""Incidents as reports tell them, each at the place that the case's own tables give it where they know its name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from avowed import known
from avowed.model.names import fold
from avowed.model.resolution import ToldIncident
from avowed.model.world import Place
from avowed.store import Store
from avowed.store.told import told_beside as beside
from avowed.store.told import told_in_reports, told_incidents


def told(store: Store, keys: Sequence[str] | None = None) -> Iterator[ToldIncident]:
    """Every incident that is told in the case; with keys, only the lines that have them."""
    return _placed(store, told_incidents(store, keys))


def told_in(store: Store, reports: Sequence[str]) -> Iterator[ToldIncident]:
    """Every incident that some reports tell."""
    return _placed(store, told_in_reports(store, reports))


def told_beside(store: Store, keys: Sequence[str]) -> Iterator[ToldIncident]:
    """Every incident that is told in the reports that hold some lines."""
    return _placed(store, beside(store, keys))


def _placed(store: Store, tellings: Iterable[ToldIncident]) -> Iterator[ToldIncident]:
    places = known.places_of(store.shelf)
    for one in tellings:
        found = _called(one.place, places) if one.place and places else None
        yield replace(one, place=found) if found else one


def _called(place: Place, places: Mapping[str, Place]) -> Place | None:
    """What the name stands for, or its part before a comma (`Orlun, Halmar province`); the words stay those of the report."""
    found = places.get(fold(place.name)) or places.get(fold(place.name.partition(",")[0]))
    return replace(found, name=place.name) if found else None
