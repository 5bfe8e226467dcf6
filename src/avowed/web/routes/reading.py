"""Reports, the lines in them, and what can be found in their words."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from avowed.model.findings import Outlet
from avowed.model.pages import MarkedReport, Passage, ReportRow
from avowed.model.vocabulary import Kind
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Key, Limit, Offset, OpenCase, Words

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["read"])


@routes.get("/reports", response_model=tuple[ReportRow, ...])
def reports(case: OpenCase) -> Response:
    """Every report, oldest publication first."""
    return shown(case.reports(), tuple[ReportRow, ...])


@routes.get("/report", response_model=MarkedReport)
def report(case: OpenCase, id: Key) -> Response:  # noqa: A002  # the name in the address
    """A report's text with its mentions and lines in place."""
    return shown(case.report_page(id))


@routes.get("/lines", response_model=tuple[Passage, ...])
def lines(case: OpenCase, key: Annotated[list[Key], Query(max_length=200)]) -> Response:
    """The lines with these keys."""
    return shown(case.passages(key), tuple[Passage, ...])


@routes.get("/lines/of-kind", response_model=tuple[Passage, ...])
def lines_of_kind(case: OpenCase, kind: Kind, limit: Limit = 100, offset: Offset = 0) -> Response:
    """A page of the lines of one kind, the latest published first."""
    return shown(case.passages_of_kind(kind, limit, offset), tuple[Passage, ...])


@routes.get("/sources", response_model=tuple[Outlet, ...])
def sources(case: OpenCase) -> Response:
    """Publishers with their reports, copies and grades."""
    return shown(case.sources(), tuple[Outlet, ...])


@routes.get("/search", response_model=tuple[tuple[str, str, str], ...])
def search(case: OpenCase, words: Words, limit: Limit = 30) -> Response:
    """Full text: report, title and the words around each hit, «marked»."""
    return shown(case.find(words, limit), tuple[tuple[str, str, str], ...])
