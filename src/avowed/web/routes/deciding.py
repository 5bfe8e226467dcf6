"""Decisions: each a row in the log, with who, when, why and what the person knew of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from avowed.case import Case
from avowed.errors import UsageError
from avowed.model.corrections import Correction
from avowed.model.decisions import Decision, Verdict
from avowed.model.pages import Checked, Passage, Proposed, ProposedIncidents
from avowed.model.vocabulary import Dimension, Factuality, Kind, Mode, Voice
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import Limit, OpenCase, OpenDesk
from avowed.web.kept import KeptRoute

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["decide"], route_class=KeptRoute)
_Key = Annotated[str, Field(max_length=600)]


class Given(BaseModel):
    """What is other than it was read, or the whole of a line that was missed; see `model.corrections`."""

    start: Annotated[int, Field(ge=0, le=2**31)] | None = None
    end: Annotated[int, Field(ge=0, le=2**31)] | None = None
    subject: _Key | None = None
    object: _Key | None = None
    dimension: Dimension | None = None
    sign: Annotated[int, Field(ge=-1, le=1)] | None = None
    negated: bool | None = None
    factuality: Factuality | None = None
    mode: Mode | None = None
    voice: Voice | None = None
    speaker: _Key | None = None
    when: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] | None = None


class Decide(BaseModel):
    """A decision to be made: `left` and `right` are actors or incidents, a line, a publisher and its letter, or a number.

    For suppose and rate, `left` (and `right`) is the line (and the incident), `words` the hypothesis.
    For edit and add, `left` is the line or the report and `given` what a person says of it.
    `seen` is the number of the latest decision that this page knew of.
    """

    verdict: Verdict
    left: _Key
    right: _Key = ""
    given: Given | None = None
    rating: Annotated[int, Field(ge=-2, le=2)] = 0
    words: _Key = ""
    why: Annotated[str, Field(max_length=2000)] = ""
    seen: Annotated[int, Field(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class Decided:
    """The number of the decision that was made, for undo, and the earlier decisions that it contradicts, in words."""

    number: int
    against: tuple[str, ...]


@routes.post("/decisions", response_model=Decided)
def decide(case: OpenCase, desk: OpenDesk, asked: Decide) -> Response:
    """Make a decision; 409 where somebody decided on the same thing since it was looked at."""
    make = _MADE_BY.get(asked.verdict)
    if make is None:
        raise UsageError(f"{asked.verdict} is decided elsewhere.")
    number = make(case, asked, desk.who)
    return shown(Decided(number, case.against(number)))


@routes.get("/decisions", response_model=tuple[Decision, ...])
def decisions(case: OpenCase) -> Response:
    """The log, in order."""
    return shown(case.decisions(), tuple[Decision, ...])


@routes.get("/proposals", response_model=tuple[Proposed, ...])
def proposals(case: OpenCase, limit: Limit = 20) -> Response:
    """Pairs of actors that may be one, with the reasons and lines that speak of them, the likeliest first."""
    return shown(case.desk.proposed(limit), tuple[Proposed, ...])


@routes.get("/proposals/incidents", response_model=tuple[ProposedIncidents, ...])
def proposed_incidents(case: OpenCase, limit: Limit = 20) -> Response:
    """Pairs of incidents that may be one, with the reasons and the lines that tell of them, the likeliest first."""
    return shown(case.desk.proposed_incidents(limit), tuple[ProposedIncidents, ...])


@routes.get("/to-check", response_model=tuple[Passage, ...])
def to_check(case: OpenCase, kind: Kind | None = None, limit: Limit = 20) -> Response:
    """Lines that nobody has decided on, the most useful first: doubtful ones on which much depends."""
    return shown(case.desk.to_check(kind, limit), tuple[Passage, ...])


@routes.get("/checked", response_model=tuple[Checked, ...])
def checked(case: OpenCase) -> Response:
    """How far the checking has come, by kind of line."""
    return shown(case.desk.checked(), tuple[Checked, ...])


def _undo(case: Case, asked: Decide, who: str) -> int:
    if not asked.left.isdecimal() or len(asked.left) > 15:
        raise UsageError(f"{asked.left[:20]!r} is no decision's number.")
    return case.undo(int(asked.left), asked.why, who, asked.seen)


def _correction(asked: Decide) -> Correction:
    return Correction(**(asked.given.model_dump() if asked.given else {}))


_MADE_BY: dict[Verdict, Callable[[Case, Decide, str], int]] = {
    Verdict.SAME: lambda case, asked, who: case.same(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.NOT_SAME: lambda case, asked, who: case.not_same(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.UNSURE: lambda case, asked, who: case.unsure(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.ACCEPT: lambda case, asked, who: case.accept(asked.left, asked.why, who, asked.seen),
    Verdict.REJECT: lambda case, asked, who: case.reject(asked.left, asked.why, who, asked.seen),
    Verdict.GRADE: lambda case, asked, who: case.grade(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.EDIT: lambda case, asked, who: case.edit(asked.left, _correction(asked), asked.why, who, asked.seen),
    Verdict.ADD: lambda case, asked, who: case.add_line(asked.left, _correction(asked), asked.why, who, asked.seen),
    Verdict.SUPPOSE: lambda case, asked, who: case.suppose(asked.left, asked.words, asked.why, who, asked.seen),
    Verdict.RATE: lambda case, asked, who: case.rate(
        asked.left, asked.right, asked.words, asked.rating, asked.why, who
    ),
    Verdict.UNDO: _undo,
}
