"""START HERE. A case is a folder of reports with one database; this is the walk that every command takes.

    read -> annotate -> resolve -> store -> assess -> present

Each stage knows only the words of `model`; this is the place where they meet. The time of day is an argument.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from avowed import known, present, read, settings, store
from avowed.annotate.version import VERSION
from avowed.model.contrasts import Changes, Contradiction
from avowed.model.corrections import Correction
from avowed.model.decisions import Decision, Verdict
from avowed.model.evidence import Reading
from avowed.model.findings import Dossier, Entry, Foretold, Line, Outlet, Pair, Said, Tie, Weight
from avowed.model.hypotheses import Labour, Matrix
from avowed.model.records import Record
from avowed.model.resolution import Conflict, IncidentPair, Proposal
from avowed.model.when import When
from avowed.model.world import Actor, Incident
from avowed.store import backup, check, derive, find, merging, originals, write
from avowed.version import __version__
from avowed.walk import asking, comparing, crew, deciding, enquiry, exporting, memory
from avowed.walk.desk import Desk
from avowed.walk.intake import Added, Intake, Step, take_readings
from avowed.walk.rebuild import bring_up, follow, rebuild

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]  # its types come apart from it

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


def ignore(_: Step) -> None:
    """Tell nobody."""


class Case:
    """An open case. Use it in a `with`, or close it."""

    def __init__(self, held: store.Store, clock: Clock = now) -> None:
        self.store = held
        self.clock = clock
        self.settings = settings.load(held.shelf)
        self.desk = Desk(held, self.settings, self._today)
        self._conflicts: tuple[Conflict, ...] = ()

    @classmethod
    def create(cls, place: Path | str, clock: Clock = now) -> Self:
        """Make a new, empty case in a folder, or in a database by its address, with its commented settings."""
        return cls(store.create(place, settings.default_text()), clock)

    @classmethod
    def open(cls, place: Path | str, clock: Clock = now) -> Self:
        """Open the case in a folder or in a database (`postgresql://user@host/db`); errors say what is wrong with it."""
        return cls(store.open_case(place), clock)

    @classmethod
    def restore(cls, source: Path | str, place: Path | str, clock: Clock = now) -> Self:
        """Make a case again from its backup, in a folder or database that holds none; it is checked before it is put in place."""
        return cls(backup.restore(Path(source), place), clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    @property
    def place(self) -> str:
        """The case's folder, or the address of its database without a password."""
        return self.store.place

    @property
    def title(self) -> str:
        """What the case is called: the name of its folder or its database."""
        return self.store.title

    def settings_text(self) -> str:
        """The settings as they are written down, with their comments."""
        return (self.store.shelf.read(settings.FILE) or settings.default_text().encode()).decode("utf-8")

    def set_settings(self, content: bytes) -> None:
        """Put other settings in place; SettingsError says what is not understood, and the old ones stay then."""
        self.settings = settings.read(content, settings.FILE)
        self.store.shelf.write(settings.FILE, content)

    # -- taking in ---------------------------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[Path | str],
        published: When | None = None,
        tell: Callable[[Step], None] = ignore,
        *,
        fetch: bool = False,
    ) -> Added:
        """Read, annotate and store reports; what is done is skipped, so that an interrupted run can be run again.

        `fetch` opens the network for web addresses among the paths, where the case's settings allow it too.
        """
        return self._take(read.given(paths, fetch=fetch and self.settings.fetch_allowed), published, tell)

    def add_stream(self, content: bytes, published: When | None = None, tell: Callable[[Step], None] = ignore) -> Added:
        """The same for what came through a pipe: JSON lines, or one text."""
        return self._take(read.originals_in(content), published, tell)

    def add_files(
        self,
        given: Iterable[tuple[str, BinaryIO]],
        published: When | None = None,
        tell: Callable[[Step], None] = ignore,
    ) -> Added:
        """The same for open files under the names they shall be known by; they are asked for one by one."""
        return self._take(read.originals_of(given), published, tell)

    def add_readings(self, given: Iterable[tuple[Reading, bytes]]) -> Added:
        """Take in what was read elsewhere, each with the bytes to keep as its original; what is there already is skipped."""
        added = take_readings(self.store, given, self.clock)
        bring_up(self.store, added.read)
        return added

    def remove(self, report: str) -> store.Removed:
        """Take out a report and all that came from it: its text, its original, its assertions and their findings."""
        removed = write.remove_report(self.store, report)
        if removed.original:
            originals.drop(self.store.shelf, removed.original)
        rebuild(self.store)
        return removed

    def bring(self, file: Path | str) -> int:
        """Bring a file of known actors (FollowTheMoney, UCDP, CSV) or of places (CSV): they assert no tie; how many it holds."""
        count = known.bring(self.store.shelf, Path(file))
        rebuild(self.store)
        return count

    def brought(self) -> tuple[tuple[str, int], ...]:
        """The files of known actors and places that were brought, each with the number of its names."""
        return known.brought(self.store.shelf)

    def take_out(self, name: str) -> None:
        """Take out a file of actors or places that was brought, by its name; UsageError where none of that name was."""
        known.take_out(self.store.shelf, name)
        rebuild(self.store)

    def settle(self) -> None:
        """Derive the whole case anew: a few reports added to a large case are at first resolved in passing."""
        rebuild(self.store)

    # -- asking ------------------------------------------------------------------------------------------------------

    @memory.collecting_later()
    def ask(self, left: str, right: str, known_on: date | None = None, during: When | None = None) -> Pair:
        """How close two actors really are, beside what they say: every line with its words; at all times or during one."""
        return asking.ask(self.store, left, right, self.settings, self._today(), known_on, during)

    @memory.collecting_later()
    def actor(self, name: str, known_on: date | None = None) -> Dossier:
        """Who an actor is, by what the case holds."""
        return enquiry.about(self.store, name, known_on)

    def actor_key(self, name: str) -> str:
        """The key of the one actor that is meant by a name; UnknownName or AmbiguousName where there is not one."""
        return enquiry.actor_called(self.store, name).key

    def actors(self) -> tuple[Actor, ...]:
        """Every actor of the case."""
        return tuple(find.actors(self.store).values())

    def incidents(self, known_on: date | None = None) -> tuple[Incident, ...]:
        """Incidents, each merged over the reports that tell of it."""
        return enquiry.incidents_known(self.store, known_on)

    @memory.collecting_later()
    def says(self, name: str | None = None, known_on: date | None = None) -> tuple[Said, ...]:
        """Who said what of whom; with a name, that actor's words alone."""
        key = enquiry.actor_called(self.store, name).key if name else None
        return tuple(enquiry.says(self.store, (key,) if key else (), known_on))

    def predictions(self, name: str | None = None, known_on: date | None = None) -> tuple[Foretold, ...]:
        """Forecasts, warnings and threats: who foretells what, by when, and what became of it."""
        key = enquiry.actor_called(self.store, name).key if name else None
        return tuple(enquiry.predictions(self.store, key, known_on))

    def record(self, name: str | None = None, known_on: date | None = None) -> tuple[Record, ...]:
        """How often those who foretell were right, speaker by speaker; a rate only from enough decided predictions."""
        key = enquiry.actor_called(self.store, name).key if name else None
        return enquiry.record(self.store, self._today(), key, known_on)

    @memory.collecting_later()
    def timeline(self, *names: str, known_on: date | None = None) -> tuple[Entry, ...]:
        """Dated incidents and ties, oldest first, of all actors or of those named."""
        return enquiry.timeline(self.store, [enquiry.actor_called(self.store, name).key for name in names], known_on)

    def who(self, incident: str, known_on: date | None = None) -> Matrix:
        """Who did it: the hypotheses on an incident against its evidence, the least inconsistent first."""
        return comparing.who(self.store, incident, self.settings, known_on)

    @memory.collecting_later()
    def labour(self, *names: str, known_on: date | None = None) -> Labour:
        """Who leads, pays, trains, arms, shelters, scouts, executes and claims among some actors."""
        return comparing.division(self.store, names, known_on)

    @memory.collecting_later()
    def contradictions(self, *names: str, known_on: date | None = None) -> tuple[Contradiction, ...]:
        """Lines that cannot all hold, side by side, of all actors or of those named."""
        return comparing.contradictions(self.store, names, known_on)

    @memory.collecting_later()
    def changes(self, since: date, known_on: date | None = None) -> Changes:
        """What was published after a day: relations that are new, reversed, stronger or weaker, and what else is new."""
        return comparing.changes(self.store, since, self.settings, self._today(), known_on)

    def why(self, line: str) -> tuple[Tie, Weight]:
        """What a line on a tie weighs, factor by factor."""
        return enquiry.why(self.store, deciding.line_key(self.store, line), self.settings, self._today())

    def sources(self) -> tuple[Outlet, ...]:
        """Publishers with their reports, copies, lines and grades."""
        return enquiry.outlets(self.store)

    def find(self, words: str, limit: int = 20) -> tuple[tuple[str, str, str], ...]:
        """Full text: report id, title and the words around each hit."""
        return find.search(self.store, words, limit)

    def names(self) -> dict[str, str]:
        """Actor key -> the name to show."""
        return enquiry.names_of(self.store)

    def lines(self, keys: Iterable[str] | None = None) -> dict[str, Line]:
        """Lines by key; those behind all incidents when no keys are given."""
        wanted = [key for one in self.incidents() for key in one.assertions] if keys is None else list(keys)
        return find.lines(self.store, wanted)

    # -- deciding ----------------------------------------------------------------------------------------------------
    # Each gives the decision's number, for undo. `seen` is the number of the latest decision that the person knew of:
    # a later one on the same thing raises Superseded, so that two windows never overwrite each other.

    def same(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that two actors are one."""
        return self._decide(Verdict.SAME, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def not_same(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that two actors are two."""
        return self._decide(Verdict.NOT_SAME, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def unsure(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that it cannot be told whether two actors are one: they stay apart and are not proposed again."""
        return self._decide(Verdict.UNSURE, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def accept(self, line: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that a line was read rightly."""
        return self._decide(Verdict.ACCEPT, (deciding.line_key(self.store, line), ""), why, who, seen)

    def reject(self, line: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that a line was read wrongly: it counts no more, and is kept."""
        return self._decide(Verdict.REJECT, (deciding.line_key(self.store, line), ""), why, who, seen)

    def edit(self, line: str, given: Correction, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide how a line should have been read: it counts no more, and the corrected line stands beside it."""
        on = deciding.correction_of(self.store, Verdict.EDIT, deciding.line_key(self.store, line), given)
        return self._decide(Verdict.EDIT, on, why, who, seen)

    def add_line(self, report: str, given: Correction, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Add a tie that was missed in a report, with the words that tell of it."""
        return self._decide(Verdict.ADD, deciding.correction_of(self.store, Verdict.ADD, report, given), why, who, seen)

    def grade(self, publisher: str, letter: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Grade a publisher by an Admiralty letter, A to F."""
        return self._decide(Verdict.GRADE, deciding.graded(self.store, publisher, letter), why, who, seen)

    def outcome(self, line: str, became: str, report: str = "", why: str = "", who: str = "") -> int:
        """Decide what became of a prediction: "came-true", "failed" or "open", with the report that shows it."""
        return self._decide(Verdict.OUTCOME, deciding.foretold(self.store, line, became, report), why, who, None)

    def suppose(self, incident: str, words: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Add a hypothesis on who did it: an actor's name, or words of your own."""
        return self._decide(Verdict.SUPPOSE, deciding.supposed(self.store, incident, words), why, who, seen)

    def rate(self, line: str, incident: str, words: str, rating: int, why: str = "", who: str = "") -> int:
        """Rate a line for a hypothesis on an incident: -2 strongly inconsistent ... +2 strongly consistent."""
        return self._decide(Verdict.RATE, deciding.rated(self.store, line, incident, words, rating), why, who, None)

    def undo(self, number: int, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Take a decision back by one more row in the log."""
        return self._decide(Verdict.UNDO, (deciding.undoable(self.store, number), ""), why, who, seen)

    def decisions(self) -> tuple[Decision, ...]:
        """The log, in order."""
        return write.decisions(self.store)

    def against(self, number: int) -> tuple[str, ...]:
        """The earlier decisions that one just made contradicts, in words."""
        return deciding.against(self.decisions(), number, self._conflicts)

    def proposals(self) -> tuple[Proposal, ...]:
        """Pairs of actors that may be one, for a person to decide."""
        return derive.proposals(self.store)

    def incident_proposals(self) -> tuple[IncidentPair, ...]:
        """Pairs of incidents that may be one, for a person to decide."""
        return merging.pairs(self.store)

    # -- showing and checking ----------------------------------------------------------------------------------------

    def report(self, left: str, right: str, known_on: date | None = None) -> str:
        """The answer for two actors as one self-contained HTML page."""
        asked = self.ask(left, right, known_on)
        both = (asked.left, asked.right)
        happened = enquiry.incidents_of(self.store, both, known_on)
        return present.page(asked, enquiry.timeline(self.store, both, known_on), self._today(), happened)

    def dossier(self, name: str, known_on: date | None = None) -> str:
        """Who an actor is, as one self-contained HTML page."""
        found = self.actor(name, known_on)
        happened = enquiry.incidents_of(self.store, (found.key,), known_on)
        return present.dossier_page(
            found, enquiry.timeline(self.store, (found.key,), known_on), self._today(), happened
        )

    def verify(self) -> Iterator[str]:
        """Cut every stored quote again from its report and hash every original again; yields what is not equal."""
        return check.verify(self.store)

    def back_up(self, target: Path | str) -> store.BackedUp:
        """Write the whole case into one file; others may go on writing to it meanwhile."""
        return backup.back_up(self.store, Path(target))

    def export(self, folder: Path | str, formats: Iterable[str] = ("csv",)) -> tuple[Path, ...]:
        """Write the case into a folder in the forms that other programs open; `exporting.NAMES` are the formats."""
        return exporting.export(self.store, Path(folder), formats, self._today())

    def frames(self) -> "dict[str, DataFrame]":
        """Ties, incidents and other lines as pandas DataFrames, each row with its citation; needs `avowed[frames]`."""
        from avowed.walk.frames import frames  # noqa: PLC0415  # with pandas, an extra

        return frames(self.store)

    def pictures(self, left: str, right: str, known_on: date | None = None) -> dict[str, present.Picture]:
        """The answer for two actors as SVG, by name: `timeline`, `years`, `network`, `map`; notebooks show them as they are."""
        asked = self.ask(left, right, known_on)
        return present.pictures_of(asked, enquiry.incidents_of(self.store, (asked.left, asked.right), known_on))

    def counts(self) -> dict[str, int]:
        """How much the case holds."""
        return find.counts(self.store)

    def _take(
        self, given: Iterable[read.Original | read.Skipped], published: When | None, tell: Callable[[Step], None]
    ) -> Added:
        options = read.ReadOptions(today=self._today(), published=published, tesseract=read.tesseract())
        with read.opened(options) as reader:
            added = Intake(self.store, reader, crew.annotated, VERSION, self.clock, tell).take(given)
        bring_up(self.store, added.read)
        return added

    def _decide(self, verdict: Verdict, on: tuple[str, str], why: str, who: str, seen: int | None) -> int:
        row = Decision(0, verdict, *on, who, self._stamp(), why, __version__)
        number = write.decide(self.store, row, seen)
        self._conflicts = follow(self.store, row)
        return number

    def _today(self) -> date:
        return self.clock().date()

    def _stamp(self) -> str:
        return self.clock().isoformat(timespec="seconds")
