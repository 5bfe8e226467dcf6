"""Decisions: each a row in the log, with who, when, why and what the person knew of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from avowed.case import Case
from avowed.errors import UsageError
from avowed.model.decisions import Decision, Verdict
from avowed.model.pages import Checked
from avowed.model.resolution import Proposal
from avowed.web.answers import PROBLEMS, shown
from avowed.web.asked import OpenCase, OpenDesk

routes = APIRouter(prefix="/api", responses=PROBLEMS, tags=["decide"])
_Key = Annotated[str, Field(max_length=600)]


class Decide(BaseModel):
    """A decision to be made: `left` and `right` are actors or incidents, a line, a publisher and its letter, or a number.

    `seen` is the number of the latest decision that this page knew of.
    """

    verdict: Verdict
    left: _Key
    right: _Key = ""
    why: Annotated[str, Field(max_length=2000)] = ""
    seen: Annotated[int, Field(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class Decided:
    """The number of the decision that was made, for undo."""

    number: int


@routes.post("/decisions", response_model=Decided)
def decide(case: OpenCase, desk: OpenDesk, asked: Decide) -> Response:
    """Make a decision; 409 where somebody decided on the same thing since it was looked at."""
    return shown(Decided(_MADE_BY[asked.verdict](case, asked, desk.who)))


@routes.get("/decisions", response_model=tuple[Decision, ...])
def decisions(case: OpenCase) -> Response:
    """The log, in order."""
    return shown(case.decisions(), tuple[Decision, ...])


@routes.get("/proposals", response_model=tuple[Proposal, ...])
def proposals(case: OpenCase) -> Response:
    """Pairs of actors that may be one, with the reasons, the likeliest first."""
    return shown(case.proposals(), tuple[Proposal, ...])


@routes.get("/checked", response_model=tuple[Checked, ...])
def checked(case: OpenCase) -> Response:
    """How far the checking has come, by kind of line."""
    return shown(case.checked(), tuple[Checked, ...])


def _undo(case: Case, asked: Decide, who: str) -> int:
    if not asked.left.isdecimal() or len(asked.left) > 15:
        raise UsageError(f"{asked.left[:20]!r} is no decision's number.")
    return case.undo(int(asked.left), asked.why, who, asked.seen)


_MADE_BY: dict[Verdict, Callable[[Case, Decide, str], int]] = {
    Verdict.SAME: lambda case, asked, who: case.same(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.NOT_SAME: lambda case, asked, who: case.not_same(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.UNSURE: lambda case, asked, who: case.unsure(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.ACCEPT: lambda case, asked, who: case.accept(asked.left, asked.why, who, asked.seen),
    Verdict.REJECT: lambda case, asked, who: case.reject(asked.left, asked.why, who, asked.seen),
    Verdict.GRADE: lambda case, asked, who: case.grade(asked.left, asked.right, asked.why, who, asked.seen),
    Verdict.UNDO: _undo,
}
