"""What routes share: the case of this request, and the words and numbers that may be asked with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Query, Request

from avowed.case import Case, Clock, now
from avowed.errors import UsageError
from avowed.model.vocabulary import Precision
from avowed.model.when import When
from avowed.walk.memory import collecting_later
from avowed.web.adding import Tray
from avowed.web.kept import Kept
from avowed.web.safety import Access


@dataclass(frozen=True)
class Desk:
    """What one run of the desk holds: the case's place, who may ask, who decides, and the tray of new files."""

    place: Path | str
    access: Access
    who: str
    tray: Tray
    clock: Clock = field(default=now)
    kept: Kept = field(default_factory=Kept, compare=False)


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    found: Desk = request.app.state.desk
    return found


def opened(request: Request) -> Iterator[Case]:
    """The case, opened for this request alone: a connection is never shared between threads."""
    desk = desk_of(request)
    with Case.open(desk.place, desk.clock) as case, collecting_later():
        yield case


OpenCase = Annotated[Case, Depends(opened)]
OpenDesk = Annotated[Desk, Depends(desk_of)]
Name = Annotated[str, Query(min_length=1, max_length=300)]
Words = Annotated[str, Query(max_length=300)]
Names = Annotated[list[Words] | None, Query(max_length=10)]
Key = Annotated[str, Query(min_length=1, max_length=600)]
Day = Annotated[date | None, Query(description="Only what was published by this day.")]
Since = Annotated[date | None, Query(description="Only what is told to hold on this day or later.")]
Until = Annotated[date | None, Query(description="Only what is told to hold on this day or earlier.")]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def during(since: date | None, until: date | None) -> When | None:
    """The time that is asked for; None for all times. UsageError where it ends before it begins."""
    if since is None and until is None:
        return None
    if since and until and since > until:
        raise UsageError(f"The time asked for ends ({until}) before it begins ({since}).")
    return When(since, until, Precision.DAY)
