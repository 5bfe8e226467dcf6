"""Tellings of incidents made from lines such as `bombing 2020-05-12 Sarn@30,60 killed=14 by=dawn struck=airport`."""

from dataclasses import replace
from datetime import date

from avowed.model.evidence import Span, Toll
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import Basis, Harm, IncidentType, ParticipantRole, PlacePrecision, Precision, Side, Stage
from avowed.model.when import UNKNOWN_TIME, When, from_iso, on_day
from avowed.model.world import Place
from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.telling import Telling

PUBLISHED = date(2020, 5, 20)
_ROLES = {
    "by": ParticipantRole.PERPETRATOR_ORGANISATION,
    "struck": ParticipantRole.TARGET,
    "victim": ParticipantRole.VICTIM,
    "weapon": ParticipantRole.WEAPON,
}


def told(line: str, report: str = "r1", day: date | None = None, **more: object) -> ToldIncident:
    """One incident as one report tells it; without a day of publication none is guessed from it."""
    kind, when, where, *rest = line.split()
    given = dict(part.split("=") for part in rest)
    made = ToldIncident(
        key=f"{report}-{kind}-{when}-{where}",
        report=report,
        family=given.get("family", report),
        published=on_day(day) if day else UNKNOWN_TIME,
        type=IncidentType(kind),
        stage=Stage.ACCOMPLISHED,
        when=_when(when),
        place=None if where == "-" else place(where),
        parties=tuple(_party(name, value) for name, value in given.items() if name in _ROLES),
        tolls=tuple(_toll(name, value) for name, value in given.items() if name in set(Harm)),
        words=given["words"].replace("-", " ") if "words" in given else "",
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the fields are those of ToldIncident


def _when(days: str) -> When:
    if days == "-":
        return UNKNOWN_TIME
    first, _, last = days.partition("..")
    return When(from_iso(first).first, from_iso(last).last, Precision.UNKNOWN) if last else from_iso(first)


def place(where: str) -> Place:
    """`Sarn@30,60/admin1`: name, latitude, longitude and precision; all but the name may be left out."""
    name, _, rest = where.partition("@")
    ends, _, precision = rest.partition("/")
    latitude, longitude = map(float, ends.split(",")) if ends else (None, None)
    fine = PlacePrecision(precision) if precision else PlacePrecision.EXACT
    return Place(name.replace("-", " "), latitude=latitude, longitude=longitude, precision=fine)


def _party(name: str, value: str) -> ToldParty:
    actor = value if name == "by" else None
    return ToldParty(_ROLES[name], value.replace("-", " "), actor, Basis.REPORTED)


def _toll(name: str, value: str) -> Toll:
    count = int(value)
    return Toll(Harm(name), Side.UNKNOWN, count, count, count, Span(0, 1))


def two(example: str) -> TwoTellings:
    """The two tellings of an example of a row."""
    one, other = example.split(" ~ ")
    return TwoTellings(Telling(told(one, "r1")), Telling(told(other, "r2")))
