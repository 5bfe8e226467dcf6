"""What can be asked of a case; nothing is written."""

from collections.abc import Iterable
from datetime import date

from avowed.model.contrasts import Changes, Contradiction
from avowed.model.findings import Dossier, Entry, Foretold, Line, Outlet, Said, Tie, Weight
from avowed.model.hypotheses import Labour, Matrix
from avowed.model.records import Record
from avowed.model.world import Actor, Incident
from avowed.store import find
from avowed.walk import comparing, deciding, enquiry, memory
from avowed.walk.verbs.opened import Opened


class Asks(Opened):
    """Questions to a case; `known_on` is the day up to which reports were published, all where it is left out."""

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
