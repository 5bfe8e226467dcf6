"""The application: routes over `Case`, the built pages, and the guard around both."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from avowed.errors import AvowedError
from avowed.version import __version__
from avowed.web import pages
from avowed.web.answers import fault, problem
from avowed.web.asked import Desk
from avowed.web.description import describer
from avowed.web.routes import adding, asking, comparing, deciding, exporting, picturing, reading, session
from avowed.web.safety import Guarded


def application(desk: Desk) -> ASGIApp:
    """The desk over one case."""
    return Guarded(api(desk), desk.access)


def api(desk: Desk) -> FastAPI:
    """The routes without the guard; its OpenAPI description is what the pages' client is made from."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        _make_routes(app)
        yield
        app.state.desk.tray.close()
        app.state.desk.kept.close()

    app = FastAPI(
        title="Avowed desk",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # the common documentation pages load scripts from elsewhere
        redoc_url=None,
        lifespan=life,
        exception_handlers={AvowedError: problem, Exception: fault},
    )
    app.state.desk = desk
    for part in (session, asking, comparing, reading, deciding, adding, picturing, exporting):
        app.include_router(part.routes)
    pages.mount(app)
    app.openapi = describer(app)  # type: ignore[method-assign]  # the framework's own way of describing otherwise
    return app


def _make_routes(app: FastAPI) -> None:
    """Have the framework make its routes now: else whoever asks first waits for it."""
    nowhere = {"type": "http", "method": "GET", "path": "/api/", "root_path": "", "headers": [], "query_string": b""}
    for route in app.routes:
        route.matches(dict(nowhere))
