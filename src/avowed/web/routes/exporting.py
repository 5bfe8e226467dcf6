"""What can be taken away: the answer for a pair as one page, and the tables of the case."""

import io
import tempfile
import zipfile
from pathlib import Path

from fastapi import APIRouter, Response

from avowed.web.answers import PROBLEMS
from avowed.web.asked import Day, Name, OpenCase

routes = APIRouter(prefix="/api/export", responses=PROBLEMS, tags=["take away"])


@routes.get("/dossier", response_class=Response, responses={200: {"content": {"text/html": {}}}})
def dossier(case: OpenCase, left: Name, right: Name, known_on: Day = None) -> Response:
    """The answer for two actors as one page that needs nothing else."""
    return _taken(case.report(left, right, known_on).encode(), "avowed-dossier.html", "text/html; charset=utf-8")


@routes.get("/tables", response_class=Response, responses={200: {"content": {"application/zip": {}}}})
def tables(case: OpenCase) -> Response:
    """Ties, incidents and all lines as tables for a spreadsheet, each row with its quote, in one archive."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="avowed-export-") as folder, zipfile.ZipFile(packed, "w") as archive:
        for path in case.export(Path(folder)):
            archive.write(path, path.name, zipfile.ZIP_DEFLATED)
    return _taken(packed.getvalue(), "avowed-tables.zip", "application/zip")


def _taken(content: bytes, name: str, kind: str) -> Response:
    """A file to be saved, never shown under the desk's own address."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "content-security-policy": "sandbox"}
    return Response(content, media_type=kind, headers=headers)
