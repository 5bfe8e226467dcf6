"""The built pages: one document for every screen's address, and the files that it loads."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

NOT_BUILT = (
    "The pages of the desk are not built. In a copy of the source, run `make desk` (it needs Node.js with npm) and "
    "start `avowed serve` again; a released package holds them already."
)


def folder() -> Path:
    """Where the built pages lie."""
    return Path(str(files("avowed").joinpath("web", "static")))


def built() -> bool:
    """True when the pages were built."""
    return (folder() / "index.html").is_file()


def mount(app: FastAPI) -> None:
    """Serve the pages; an address that is no file and no part of the API is a screen's."""
    if (folder() / "assets").is_dir():
        app.mount("/assets", StaticFiles(directory=folder() / "assets"))
    app.add_api_route("/{address:path}", page, include_in_schema=False, response_model=None)


def page(address: str) -> Response:
    """The one document of all screens."""
    if address.startswith("api/") or address == "api":
        return JSONResponse({"kind": "NotFound", "message": "There is no such question. See /api/openapi.json."}, 404)
    if not built():
        return PlainTextResponse(NOT_BUILT, 503)
    if address == "icon.svg":
        return FileResponse(folder() / "icon.svg")
    return FileResponse(folder() / "index.html")
