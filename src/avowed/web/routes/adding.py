"""Files into the tray, and the tray into the case."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from avowed.case import Case
from avowed.errors import UsageError
from avowed.web.adding import Progress
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import OpenDesk

routes = APIRouter(prefix="/api/tray", responses=PROBLEMS, tags=["add"])
_MOST_BYTES = 256 * 1024 * 1024


@routes.get("", response_model=Progress)
def progress(desk: OpenDesk) -> Response:
    """How far the reading is."""
    return shown(desk.tray.progress())


@routes.post("/file", response_model=Progress)
async def put(request: Request, desk: OpenDesk, name: Annotated[str, Query(min_length=1, max_length=1000)]) -> Response:
    """Put one file, the whole body of the request, into the tray."""
    known_as, path = desk.tray.new_file(name)
    size = 0
    with path.open("wb") as file:
        async for part in request.stream():
            size += len(part)
            if size > _MOST_BYTES:
                break
            await run_in_threadpool(file.write, part)
    if size > _MOST_BYTES:
        path.unlink(missing_ok=True)
        raise UsageError(f"{known_as} is larger than the {_MOST_BYTES // 1_000_000} MB that are taken; split it.")
    return shown(desk.tray.put(known_as, path))


@routes.post("/read", response_model=Progress)
def read(desk: OpenDesk) -> Response:
    """Begin to read what waits in the tray."""
    return shown(desk.tray.read(lambda: Case.open(desk.place, desk.clock)))


@routes.post("/stop", response_model=Progress)
def stop(desk: OpenDesk) -> Response:
    """End the reading after the reports in hand; what was read stays."""
    return shown(desk.tray.stop())
