"""Reports, the lines in them, and what can be found in their words."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from avowed.model.pages import MarkedReport, Passage, Publisher, ReportList
from avowed.model.vocabulary import Dimension, Factuality, Kind, Voice
from avowed.store.passages import Wanted
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Key, Limit, Offset, OpenCase, Words
from avowed.web.kept import KeptRoute

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["read"], route_class=KeptRoute)


@routes.get("/reports", response_model=ReportList)
def reports(
    case: OpenCase, words: Words = "", publisher: Words = "", limit: Limit = 100, offset: Offset = 0
) -> Response:
    """A page of the reports with these words in title or publisher, oldest publication first."""
    return shown(case.desk.reports(words, publisher, limit, offset))


@routes.get("/report", response_model=MarkedReport)
def report(case: OpenCase, id: Key) -> Response:  # noqa: A002  # the name in the address
    """A report's text with its mentions and lines in place."""
    return shown(case.desk.report(id))


@routes.get("/report/page", response_class=Response, responses={200: {"content": {"image/png": {}}}})
def page(case: OpenCase, id: Key, number: Annotated[int, Query(ge=1, le=10_000)]) -> Response:  # noqa: A002
    """A page of a PDF, drawn in a limited child process."""
    return Response(case.desk.page_picture(id, number), media_type="image/png")


@routes.get("/lines", response_model=tuple[Passage, ...])
def lines(case: OpenCase, key: Annotated[list[Key], Query(max_length=200)]) -> Response:
    """The lines with these keys."""
    return shown(case.desk.lines(key), tuple[Passage, ...])


@routes.get("/lines/like", response_model=tuple[Passage, ...])
def lines_like(
    case: OpenCase,
    words: Words = "",
    kind: Kind | None = None,
    dimension: Dimension | None = None,
    sign: Annotated[int | None, Query(ge=-1, le=1)] = None,
    voice: Voice | None = None,
    certainty: Factuality | None = None,
    actor: Words = "",
    other: Words = "",
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """A page of the lines that are as asked for by the meaning of their fields, the latest published first.

    With `other` they are ties between two actors.
    """
    key = case.actor_key(actor) if actor else ""
    pair = (key, case.actor_key(other)) if key and other else None
    wanted = Wanted(words, kind, dimension or "", sign, voice or "", certainty or "", "" if pair else key, pair)
    return shown(case.desk.lines_like(wanted, limit, offset), tuple[Passage, ...])


@routes.get("/sources", response_model=tuple[Publisher, ...])
def sources(case: OpenCase) -> Response:
    """Publishers with how much is from them and their grades, those of most lines first."""
    return shown(case.desk.publishers(), tuple[Publisher, ...])


@routes.get("/search", response_model=tuple[tuple[str, str, str], ...])
def search(case: OpenCase, words: Words, limit: Limit = 30) -> Response:
    """Full text: report, title and the words around each hit, «marked»."""
    return shown(case.find(words, limit), tuple[tuple[str, str, str], ...])
