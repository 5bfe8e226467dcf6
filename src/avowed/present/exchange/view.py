"""What an export is made of: the case's actors, ties, incidents and lines, resolved and named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID, uuid5

from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import Mode
from avowed.model.world import Actor, Incident

NAMESPACE = UUID("6f1f6c0e-4a5c-5f0e-9c3b-2d1b8f1a7e55")  # of ids that must be the same on every export of a case


@dataclass(frozen=True)
class Exported:
    """A case as it is written out; `made_on` is the day of the export."""

    actors: Mapping[str, Actor]
    ties: tuple[Tie, ...]
    incidents: tuple[Incident, ...]
    lines: Mapping[str, Line]
    made_on: date

    @cached_property
    def names(self) -> dict[str, str]:
        """Actor key -> the name to show."""
        return {key: actor.name for key, actor in self.actors.items()}

    @cached_property
    def counted(self) -> tuple[Tie, ...]:
        """Ties that no person rejected."""
        return tuple(tie for tie in self.ties if tie.line.decision != "reject")

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Report id -> source, of all reports that any tie or incident rests on."""
        every = (*(tie.line for tie in self.ties), *self.lines.values())
        return {line.source.report: line.source for line in every}

    @cached_property
    def involved(self) -> frozenset[str]:
        """Actors with a part in a tie or an incident."""
        parties = {key for tie in self.ties for key in (tie.subject, tie.object)}
        return frozenset(parties | {told.actor for one in self.incidents for told in one.responsibility}) & frozenset(
            self.actors
        )

    def told(self, incident: Incident) -> Iterator[Line]:
        """The lines of an incident."""
        return (self.lines[key] for key in incident.assertions if key in self.lines)


@dataclass(frozen=True, slots=True)
class Text:
    """One report with its lines: each with what it says in a few words, and its kind."""

    source: Source
    text: str
    lines: tuple[tuple[str, str, Line], ...]


def asserts(tie: Tie) -> bool:
    """True where a line says that the tie is or was; a denial, a plan and a supposition say no such thing."""
    return not tie.line.negated and tie.line.mode is Mode.ACTUAL


def web_address(source: Source) -> str:
    """Where a report can be opened on the web; empty for a file."""
    return source.location if source.location.startswith(("http://", "https://")) else ""


def identity(*parts: str) -> UUID:
    """The same id for the same thing on every export."""
    return uuid5(NAMESPACE, "\x1f".join(parts))
