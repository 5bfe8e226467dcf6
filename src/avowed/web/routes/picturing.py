"""What pictures are drawn from: the network, the timeline."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from avowed.model.network import Network
from avowed.model.timeline import Timeline
from avowed.walk.dated import Asked
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Day, Names, OpenCase, Since, Until, Words, during
from avowed.web.kept import KeptRoute

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["picture"], route_class=KeptRoute)


@routes.get("/network", response_model=Network)
def network(
    case: OpenCase,
    focus: Words = "",
    other: Words = "",
    steps: Annotated[int, Query(ge=1, le=4)] = 1,
    most: Annotated[int, Query(ge=2, le=2000)] = 200,
    known_on: Day = None,
) -> Response:
    """The actors around one, or those of most ties, with the bonds between them; and the ways to another actor."""
    return shown(case.desk.network(focus, other, steps, most, known_on))


@routes.get("/timeline", response_model=Timeline)
def timeline(  # as many as may be asked with
    case: OpenCase,
    name: Names = None,
    kind: Literal["incident", "tie", ""] = "",
    place: Words = "",
    since: Since = None,
    until: Until = None,
    known_on: Day = None,
    most: Annotated[int, Query(ge=1, le=2000)] = 400,
) -> Response:
    """Incidents, and ties of those who are named, oldest first, with how many there are in each year.

    Of a person no place is told.
    """
    during(since, until)
    names = tuple(filter(None, name or ()))
    return shown(case.desk.timeline(Asked(names, kind, place, since, until, known_on, most)))
