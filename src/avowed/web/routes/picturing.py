"""What pictures are drawn from: the network, the timeline."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from avowed.model.findings import Entry
from avowed.model.network import Network
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Day, Names, OpenCase, Words

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["picture"])


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


@routes.get("/timeline", response_model=tuple[Entry, ...])
def timeline(
    case: OpenCase,
    name: Names = None,
    known_on: Day = None,
) -> Response:
    """Dated incidents and ties, oldest first, of all actors or of those named; incidents without a date last."""
    return shown(case.timeline(*filter(None, name or ()), known_on=known_on), tuple[Entry, ...])
