"""Lines beside lines: assertions that cannot all hold, and what changed between two days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from avowed.model.findings import Line, Tie


class Contrast(StrEnum):
    """In what two assertions contradict each other."""

    SIGN = "sign"
    TOLL = "toll"
    DATE = "date"
    PLACE = "place"
    RESPONSIBILITY = "responsibility"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two lines that cannot both hold, side by side, with what they are about and what each of them says."""

    kind: Contrast
    about: tuple[str, ...]
    words: str
    left: Line
    left_says: str
    right: Line
    right_says: str
    incident: str = ""


class Course(StrEnum):
    """What became of a relation since a day."""

    NEW = "new"
    REVERSED = "reversed"
    STRONGER = "stronger"
    WEAKER = "weaker"


@dataclass(frozen=True, slots=True)
class Change:
    """How one relation changed: sympathy and hostility before and after, and the lines that are new.

    Weaker is a relation whose leading sign lost share, reversed one in which the other sign now leads.
    """

    course: Course
    left: str
    right: str
    before: tuple[float, float]
    after: tuple[float, float]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in a case since a day; the largest changes first, `more` are left out."""

    since: date
    reports: int
    relations: tuple[Change, ...]
    incidents: tuple[str, ...]
    actors: tuple[str, ...]
    decisions: tuple[int, ...]
    lines: Mapping[str, Line]
    names: Mapping[str, str]
    more: int = 0
    ties: Mapping[str, Tie] = field(default_factory=dict)
