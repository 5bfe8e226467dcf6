"""What is listed beside the ties: what happened, what was said, what was foretold, and who published it."""

from dataclasses import dataclass

from avowed.model.decisions import Outcome
from avowed.model.findings.lines import Line, Source
from avowed.model.when import When


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated thing on a timeline: an incident or a tie, in words, with the lines behind it."""

    when: When
    kind: str
    words: str
    actors: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what of whom: the innermost speaker, in which chain, in whose words."""

    speaker: str
    role: str
    kind: str
    words: str
    about: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class Foretold:
    """A prediction: who foretells what, by when (unknown where no time is given), and what became of it, as decided."""

    speaker: str
    words: str
    about: tuple[str, ...]
    by: When
    outcome: Outcome
    shown_by: str
    line: Line


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher in the case: how many reports and independent families, how many lines, graded how."""

    name: str
    reports: tuple[Source, ...]
    families: int
    lines: int
    grade: str = "F"
    takes_from: tuple[tuple[str, int], ...] = ()
    """The origins that its reports name, each with the number of reports."""
    taken_by: tuple[tuple[str, int], ...] = ()
    """The publishers whose reports name it as their origin."""
