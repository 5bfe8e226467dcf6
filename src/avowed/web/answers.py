"""Values of the model as JSON answers, errors of the product as problems that say what to do next."""

from collections.abc import Hashable
from functools import cache
from typing import Any, cast

from pydantic import BaseModel, TypeAdapter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from avowed.errors import (
    AmbiguousName,
    AvowedError,
    CannotWrite,
    CaseError,
    NotInCase,
    Superseded,
    UnknownName,
    UsageError,
)


class Problem(BaseModel):
    """What went wrong, in words for people; `near` and `candidates` are names to choose from instead of `name`."""

    kind: str
    message: str
    name: str = ""
    near: list[str] = []
    candidates: list[str] = []


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": words}
    for status, words in {
        400: "It cannot be done as asked.",
        403: "Not from this page.",
        404: "The case does not hold it.",
        409: "Ambiguous, or decided otherwise meanwhile.",
        503: "The case cannot be read or written just now.",
    }.items()
}
_STATUS: tuple[tuple[type[AvowedError], int], ...] = (
    (UnknownName, 404),
    (NotInCase, 404),
    (AmbiguousName, 409),
    (Superseded, 409),
    (UsageError, 400),
    (CannotWrite, 503),
    (CaseError, 503),
)


def shown(value: object, kind: Any = None) -> Response:
    """A value as a JSON answer; `kind` is its type where the value itself cannot say (tuples and lists)."""
    return Response(_adapter(cast("Hashable", kind or type(value))).dump_json(value), media_type="application/json")


async def problem(_: Request, error: Exception) -> Response:
    """The answer for an error of the product."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    told = Problem(kind=type(error).__name__, message=str(error))
    if isinstance(error, UnknownName):
        told.name, told.near = error.name, list(error.near)
    if isinstance(error, AmbiguousName):
        told.name, told.candidates = error.name, list(error.candidates)
    return JSONResponse(told.model_dump(), status)


async def fault(_: Request, error: Exception) -> Response:
    """The answer for a fault of ours: its kind, never its inside."""
    told = Problem(kind="fault", message=f"A fault of Avowed, not yours ({type(error).__name__}). Nothing was changed.")
    return JSONResponse(told.model_dump(), 500)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
