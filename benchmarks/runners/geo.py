"""LGL and GeoVirus: places found and put within 161 km; nothing is fitted on either."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks.baselines import gazetteer
from benchmarks.readings import Reading, mentions_by_id, span_of
from benchmarks.scoring.counts import f1, precision, recall
from benchmarks.scoring.geocoding import Located, score_places
from benchmarks.session import OURS, Line, Session, line
from benchmarks.sets.geo import Document, load_geovirus, load_lgl

TITLE = "LGL and GeoVirus: places found and located"
SETS = {"LGL": load_lgl, "GeoVirus": load_geovirus}
Answer = Callable[[Document], Sequence[Located]]


def baselines(session: Session) -> list[Line]:
    """The place names of spaCy at the most populous place so called."""
    return _lines(session, gazetteer.NAME, lambda one: gazetteer.located(one.text, session.data))


def ours(session: Session) -> list[Line]:
    """The places of our reading."""
    session.ahead((one.id, one.text) for load in SETS.values() for one in session.some(load(session.data)))
    return _lines(session, OURS, lambda one: list(located(session.reading(one.id, one.text))))


def located(reading: Reading) -> Iterator[Located]:
    """Every mention of every place that the reading puts on the map."""
    known = mentions_by_id(reading)
    for place in reading.get("places", ()):
        if place.get("lat") is not None:
            where = (place["lat"], place["lon"], place.get("geonames"))
            for mention in place["mentions"]:
                yield Located(span_of(known[mention]), *where)


def _lines(session: Session, system: str, answer: Answer) -> list[Line]:
    found = []
    for name, load in SETS.items():
        documents = session.some(load(session.data))
        rows = [score_places(answer(one), one.places, one.unplaced).row for one in documents]
        for metric, figure in (("F1", f1), ("precision", precision), ("recall", recall)):
            found.append(line(system, name, f"{metric} within 161 km", rows, figure))
    return found
