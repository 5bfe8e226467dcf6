"""A case of invented incidents at invented places, some known to the spot, some by province, some not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from avowed.model.evidence import (
    Assertion,
    IncidentContent,
    LocalActor,
    LocalPlace,
    Mention,
    Participant,
    Reading,
    Span,
    TimeExpression,
)
from avowed.model.vocabulary import (
    ActorKind,
    Basis,
    IncidentType,
    MentionType,
    ParticipantRole,
    PlacePrecision,
    Precision,
    Stage,
    TimeKind,
)
from avowed.model.when import When, in_month, on_day
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.rebuild import rebuild
from tests.building import report, span

EXACT, PROVINCE = PlacePrecision.EXACT, PlacePrecision.ADMIN1
# Text -> place, its precision, and when it is told to have been.
TOLD: dict[str, tuple[LocalPlace | None, When | None]] = {
    "Dawn Column bombed a depot in Sarnholt.": (
        LocalPlace("p1", "Sarnholt", (), latitude=47.2, longitude=19.5, precision=EXACT),
        on_day(date(2021, 3, 4)),
    ),
    "Dawn Column bombed a mill in Sarnholt again.": (
        LocalPlace("p1", "Sarnholt", (), latitude=47.2, longitude=19.5, precision=EXACT),
        in_month(2022, 5),
    ),
    "Dawn Column bombed a bridge in Velm province.": (
        LocalPlace("p1", "Velm province", (), latitude=46.1, longitude=22.4, precision=PROVINCE),
        When(None, date(2021, 12, 31), Precision.DAY),
    ),
    "Dawn Column bombed a bank in Orrin.": (LocalPlace("p1", "Orrin", ()), None),
    "Dawn Column bombed a road.": (None, None),
}
PERSON = "Maro Tell"


def placed_case(folder: Path) -> Path:
    with create(folder / "placed", default_text()) as store:
        for text, (place, when) in TOLD.items():
            write.add_reading(store, bombing(text, "Dawn Column", place, when), "2024-01-01T00:00:00+00:00")
        text = f"{PERSON} bombed a house in Sarnholt."
        there = next(place for place, _ in TOLD.values() if place)
        when = on_day(date(2020, 1, 2))
        write.add_reading(store, bombing(text, PERSON, there, when), "2024-01-01T00:00:00+00:00")
        rebuild(store)
    return folder / "placed"


def bombing(text: str, who: str, place: LocalPlace | None, when: When | None) -> Reading:
    """The reading of a report that tells of one bombing."""
    told = report(text, day=date(2019, 1, 1) if place is None else date(2021, 8, 27))
    named = span(text, who)
    doer = Participant("m1", ParticipantRole.PERPETRATOR_ORGANISATION, Basis.ATTRIBUTED)
    content = IncidentContent(
        IncidentType.BOMBING, Stage.ACCOMPLISHED, span(text, "bombed"), (doer,), "t1" if when else None, place and "p1"
    )
    kind = ActorKind.PERSON if who == PERSON else ActorKind.ARMED_GROUP
    return Reading(
        report=told,
        reader="by hand/1",
        mentions=(Mention("m1", named, MentionType.ORGANISATION, named, actor="a1"),),
        actors=(LocalActor("a1", who, kind),),
        times=(TimeExpression("t1", span(text, "bombed"), TimeKind.DATE, "", when),) if when else (),
        places=(replace(place, mentions=("m1",)),) if place else (),
        assertions=(Assertion(id="s1", quote=Span(0, len(text)), content=content, score=0.8, rule="by hand"),),
    )
