"""What routes share: the case of this request, and the words and numbers that may be asked with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Query, Request

from avowed.case import Case, Clock, now
from avowed.web.adding import Tray
from avowed.web.safety import Access


@dataclass(frozen=True)
class Desk:
    """What one run of the desk holds: the case's folder, who may ask, who decides, and the tray of new files."""

    folder: Path
    access: Access
    who: str
    tray: Tray
    clock: Clock = field(default=now)


def desk_of(request: Request) -> Desk:
    """The desk that serves this request."""
    found: Desk = request.app.state.desk
    return found


def opened(request: Request) -> Iterator[Case]:
    """The case, opened for this request alone: a connection is never shared between threads."""
    desk = desk_of(request)
    with Case.open(desk.folder, desk.clock) as case:
        yield case


OpenCase = Annotated[Case, Depends(opened)]
OpenDesk = Annotated[Desk, Depends(desk_of)]
Name = Annotated[str, Query(min_length=1, max_length=300)]
Words = Annotated[str, Query(max_length=300)]
Key = Annotated[str, Query(min_length=1, max_length=600)]
Day = Annotated[date | None, Query(description="Only what was published by this day.")]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
