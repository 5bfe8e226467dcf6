"""Lines beside lines: incidents with their hypotheses, contradictions, what changed."""

from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Response

from avowed.model.contrasts import Changes, Contradiction
from avowed.model.pages import IncidentPage, Known
from avowed.model.vocabulary import IncidentType
from avowed.store.happenings import Sought
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Day, Key, Limit, Names, Offset, OpenCase, Words
from avowed.web.kept import KeptRoute

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["compare"], route_class=KeptRoute)


@routes.get("/incidents", response_model=IncidentPage)
def incidents(
    case: OpenCase,
    actor: Words = "",
    type: IncidentType | None = None,  # noqa: A002  # the name in the address
    place: Words = "",
    since: date | None = None,
    until: date | None = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """A page of the incidents, the latest first."""
    first, last = (day.isoformat() if day else "" for day in (since, until))
    sought = Sought(case.desk.parts_of(actor), type or "", place, first, last)
    return shown(case.desk.incidents(sought, limit, offset))


@routes.get("/incident", response_model=Known)
def incident(case: OpenCase, key: Key) -> Response:
    """One incident with its lines and the hypotheses on who did it."""
    found = case.desk.incident(key)
    keys = {one.key for one in found.matrix.hypotheses} | {*found.matrix.competing}
    names = {key: name for key, name in found.matrix.names.items() if key in keys}
    return shown(replace(found, matrix=replace(found.matrix, names=names)))


@routes.get("/contradictions", response_model=tuple[Contradiction, ...])
def contradictions(
    case: OpenCase,
    name: Names = None,
    known_on: Day = None,
) -> Response:
    """Lines that cannot all hold, side by side."""
    return shown(case.contradictions(*filter(None, name or ()), known_on=known_on), tuple[Contradiction, ...])


@routes.get("/changes", response_model=Changes)
def changes(case: OpenCase, since: date, known_on: Day = None) -> Response:
    """What was published after a day."""
    found = case.changes(since, known_on)
    keys = {key for one in found.relations for key in (one.left, one.right)} | set(found.actors)
    return shown(replace(found, names={key: name for key, name in found.names.items() if key in keys}))
