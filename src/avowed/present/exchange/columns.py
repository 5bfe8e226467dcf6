"""Incidents in the columns that users of ACLED and GTD know, with what those lack (footing, range, quotes) behind them.

The codebooks: ACLED (2023), GTD (2021). A value that the reports do not give stays empty, or 0 where the codebook asks it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from avowed.model.vocabulary import Basis, Harm, IncidentType, PlacePrecision, Precision, Side, Stage
from avowed.model.world import Incident, TollRange
from avowed.present import words
from avowed.present.exchange.view import Exported
from avowed.present.incidents import responsibility_words, toll_words
from avowed.present.tables import as_csv

T = IncidentType
ACLED_COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1", "actor2"),
    *(
        "civilian_targeting",
        "country",
        "admin1",
        "location",
        "latitude",
        "longitude",
        "geo_precision",
        "source",
        "notes",
    ),
    *("fatalities", "tolls", "responsibility", "targets", "victims", "reviewed", "leads"),
)
GTD_COLUMNS = (
    *("eventid", "iyear", "imonth", "iday", "approxdate", "country_txt", "provstate", "city", "latitude", "longitude"),
    *("specificity", "summary", "success", "suicide", "attacktype1_txt", "target1", "gname", "guncertain1", "claimed"),
    *("weaptype1_txt", "weapdetail", "nkill", "nwound", "scite1", "tolls", "responsibility", "reviewed", "leads"),
)
# Event type, sub-event type of ACLED.
_ACLED = {
    T.ATTACK: ("Violence against civilians", "Attack"),
    T.BOMBING: ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    T.SUICIDE_BOMBING: ("Explosions/Remote violence", "Suicide bomb"),
    T.SHOOTING: ("Violence against civilians", "Attack"),
    T.SIEGE: ("Battles", "Armed clash"),
    T.KIDNAPPING: ("Violence against civilians", "Abduction/forced disappearance"),
    T.ASSASSINATION: ("Violence against civilians", "Attack"),
    T.AIR_STRIKE: ("Explosions/Remote violence", "Air/drone strike"),
    T.DRONE_STRIKE: ("Explosions/Remote violence", "Air/drone strike"),
    T.CLASH: ("Battles", "Armed clash"),
    T.ARSON: ("Strategic developments", "Looting/property destruction"),
    T.ROBBERY: ("Strategic developments", "Looting/property destruction"),
    T.ARREST: ("Strategic developments", "Arrests"),
    T.RAID: ("Battles", "Armed clash"),
    T.AGREEMENT: ("Strategic developments", "Agreement"),
    T.TAKEOVER: ("Strategic developments", "Non-violent transfer of territory"),
}
_OTHER = ("Strategic developments", "Other")
_GTD = {
    T.ATTACK: "Unknown",
    T.BOMBING: "Bombing/Explosion",
    T.SUICIDE_BOMBING: "Bombing/Explosion",
    T.SHOOTING: "Armed Assault",
    T.SIEGE: "Hostage Taking (Barricade Incident)",
    T.KIDNAPPING: "Hostage Taking (Kidnapping)",
    T.ASSASSINATION: "Assassination",
    T.CLASH: "Armed Assault",
    T.ARSON: "Facility/Infrastructure Attack",
    T.RAID: "Armed Assault",
}
_DID = (Basis.CONVICTED, Basis.CLAIMED, Basis.REPORTED, Basis.ATTRIBUTED, Basis.ACCUSED_BY_AUTHORITIES, Basis.SUSPECTED)
_DOUBTED = (Basis.ACCUSED_BY_AUTHORITIES, Basis.SUSPECTED)
_PARTIES = ("perpetrator_individual", "perpetrator_organisation", "party")
_TIME = {Precision.DAY: 1, Precision.MONTH: 3}
_GEO = {PlacePrecision.EXACT: 1, PlacePrecision.NEAR: 1, PlacePrecision.DISTRICT: 2, PlacePrecision.ADMIN1: 3}


def acled(case: Exported) -> bytes:
    """Every incident that happened and is dated; what was only planned or threatened is left out, as ACLED does."""
    rows = (_acled(one, case) for one in case.incidents if one.stage is not Stage.PLANNED and _happened(one))
    return as_csv(ACLED_COLUMNS, rows)


def gtd(case: Exported) -> bytes:
    """Every attack of a kind that GTD has."""
    return as_csv(GTD_COLUMNS, (_gtd(one, case) for one in case.incidents if one.type in _GTD and _happened(one)))


def _happened(incident: Incident) -> bool:
    return incident.stage in (Stage.ACCOMPLISHED, Stage.ATTEMPTED)


def _acled(incident: Incident, case: Exported) -> Sequence[object]:
    first, place = incident.when.first, incident.place
    kind, sub = _ACLED.get(incident.type, _OTHER)
    doers = _doers(incident, case)
    return (
        incident.key,
        first.isoformat() if first else "",
        first.year if first else "",
        _TIME.get(incident.when.precision, 3) if first else "",
        kind,
        sub,
        doers[0] if doers else "",
        doers[1] if len(doers) > 1 and incident.type is T.CLASH else "",
        "Civilian targeting" if any(toll.who is Side.CIVILIAN for toll in incident.tolls) else "",
        *(_of_place(incident)[:3]),
        *(_of_place(incident)[3:]),
        _GEO.get(place.precision, "") if place else "",
        "; ".join(dict.fromkeys(line.source.publisher for line in case.told(incident) if line.source.publisher)),
        " || ".join(line.quote for line in case.told(incident)),
        _sum(incident.tolls, Harm.KILLED),
        *_behind(incident, case),
    )


def _gtd(incident: Incident, case: Exported) -> Sequence[object]:
    when = incident.when
    told = [one for one in incident.responsibility if one.basis in _DID and str(one.role) in _PARTIES]
    best = min(told, key=lambda one: _DID.index(one.basis), default=None)
    approximate = "" if when.precision is Precision.DAY else words.interval(when)
    name, admin1, country, latitude, longitude = _gtd_place(incident)
    lines = list(case.told(incident))
    return (
        incident.key,
        *_gtd_day(when.first, when.precision),
        approximate,
        country,
        admin1,
        name,
        latitude,
        longitude,
        _GEO.get(incident.place.precision, 5) if incident.place else 5,
        " || ".join(line.quote for line in lines),
        int(incident.stage is Stage.ACCOMPLISHED),
        int(incident.type is T.SUICIDE_BOMBING),
        _GTD[incident.type],
        "; ".join((*incident.targets, *incident.victims)),
        case.names.get(best.actor, best.actor) if best else "Unknown",
        int(best.basis in _DOUBTED) if best else "",
        int(any(one.basis is Basis.CLAIMED for one in incident.responsibility)),
        "Explosives" if incident.type in (T.BOMBING, T.SUICIDE_BOMBING) else "Unknown",
        "; ".join(incident.weapons),
        _sum(incident.tolls, Harm.KILLED),
        _sum(incident.tolls, Harm.WOUNDED),
        words.published(lines[0]) if lines else "",
        *_facts(incident, case),
        incident.reviewed,
        words.LEADS,
    )


def _behind(incident: Incident, case: Exported) -> Iterator[object]:
    yield from _facts(incident, case)
    yield "; ".join(incident.targets)
    yield "; ".join(incident.victims)
    yield incident.reviewed
    yield words.LEADS


def _facts(incident: Incident, case: Exported) -> tuple[str, str]:
    responsible = responsibility_words(incident.responsibility, case.names)
    return "; ".join(map(toll_words, incident.tolls)), "; ".join(responsible)


def _doers(incident: Incident, case: Exported) -> list[str]:
    """Who did it, the surest footing first; whom somebody only suspects carries a question mark."""
    told = sorted(
        (one for one in incident.responsibility if one.basis in _DID and str(one.role) in _PARTIES),
        key=lambda one: _DID.index(one.basis),
    )
    shown = [f"{case.names.get(one.actor, one.actor)}{' (?)' if one.basis in _DOUBTED else ''}" for one in told]
    return list(dict.fromkeys(shown))


def _of_place(incident: Incident) -> tuple[object, ...]:
    place = incident.place
    if place is None:
        return "", "", "", "", ""
    return place.country or "", place.admin1 or "", place.name, place.latitude, place.longitude


def _gtd_place(incident: Incident) -> tuple[object, ...]:
    country, admin1, name, latitude, longitude = _of_place(incident)
    return name, admin1, country, latitude, longitude


def _gtd_day(day: date | None, precision: Precision) -> tuple[int, int, int]:
    """Year, month and day, each 0 where it is not known."""
    if day is None or precision in (Precision.UNKNOWN, Precision.DECADE):
        return 0, 0, 0
    month = day.month if precision in (Precision.DAY, Precision.MONTH) else 0
    return day.year, month, day.day if precision is Precision.DAY else 0


def _sum(tolls: Iterable[TollRange], harm: Harm) -> int | str:
    """The best count over all sides; empty where no report counts."""
    counts = [toll.best for toll in tolls if toll.kind is harm]
    return sum(counts) if counts else ""
