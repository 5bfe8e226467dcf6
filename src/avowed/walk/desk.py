"""What the desk shows page by page, put together from the store; `Case.desk` hands it out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from avowed.errors import NotInCase, ReadError
from avowed.model.decisions import IDENTITY, ON_OCCURRENCES, Decision, Verdict, in_force
from avowed.model.network import Network
from avowed.model.pages import (
    ActorPage,
    ActorRow,
    Bearings,
    Checked,
    IncidentPage,
    Known,
    MarkedReport,
    Passage,
    Proposed,
    ProposedIncidents,
    Publisher,
    ReportList,
    Tied,
)
from avowed.model.timeline import Timeline
from avowed.model.vocabulary import Kind
from avowed.model.world import Incident
from avowed.read.picture import page_picture
from avowed.settings import Settings
from avowed.store import Store, derive, find, happenings, lists, marked, merging, network, originals, passages, queue
from avowed.store.happenings import Sought
from avowed.store.passages import Wanted
from avowed.store.write import decisions
from avowed.walk import dated, memory
from avowed.walk.actor_page import actor_page
from avowed.walk.asking import paths_between
from avowed.walk.comparing import who
from avowed.walk.enquiry import actor_called, names_of

_PATHS = 12  # between two actors, the shortest and best told
_BESIDE, _LINES_OF_ONE = 3, 5  # lines shown for either of two actors that may be one; read in one sentence


class Desk:
    """Pages over one open case."""

    def __init__(self, store: Store, settings: Settings, today: Callable[[], date]) -> None:
        self.store = store
        self.settings = settings
        self.today = today

    def report(self, identity: str) -> MarkedReport:
        """A report's text with its mentions and lines in place; NotInCase when there is none of this id."""
        found = marked.marked(self.store, identity)
        if found is None:
            raise NotInCase(f"There is no report {identity[:16]!r} in this case. `avowed sources` lists them.")
        return found

    def page_picture(self, identity: str, number: int) -> bytes:
        """A page of a report that is a PDF, as PNG; NotInCase or ReadError when it cannot be had."""
        report = find.report(self.store, identity)
        content = originals.content(self.store.shelf, report.sha256) if report and report.format == "pdf" else None
        if report is None or content is None:
            raise NotInCase("This report is no PDF of the case.")
        try:
            return page_picture(content, number, report.source)
        except ReadError as error:
            raise NotInCase(f"Page {number} cannot be shown: {error.reason}.") from error

    def reports(self, words: str, publisher: str, limit: int, offset: int = 0) -> ReportList:
        """A page of the reports with these words in title or publisher, oldest publication first."""
        return marked.rows(self.store, words, publisher, limit, offset)

    def publishers(self) -> tuple[Publisher, ...]:
        """Publishers with how much is from them and the grades they were given, those of most lines first."""
        return marked.publishers(self.store)

    def lines(self, keys: list[str]) -> tuple[Passage, ...]:
        """The lines with these keys, each with what it says and who has a part in it."""
        return passages.with_keys(self.store, list(dict.fromkeys(keys)))

    def lines_like(self, wanted: Wanted, limit: int, offset: int = 0) -> tuple[Passage, ...]:
        """A page of the lines that are as asked for, the latest published first."""
        return passages.like(self.store, wanted, limit, offset)

    def to_check(self, kind: Kind | None, limit: int) -> tuple[Passage, ...]:
        """Lines that nobody has decided on, the most useful first."""
        return passages.with_keys(self.store, queue.to_check(self.store, kind, limit))

    def checked(self) -> tuple[Checked, ...]:
        """How many lines of each kind a person has decided on, and how many of these were right; then the pairs."""
        log = in_force(decisions(self.store))
        pairs = [one for one in log if one.verdict in IDENTITY]
        actors = [one for one in pairs if ON_OCCURRENCES in one.left]
        incidents = [one for one in pairs if ON_OCCURRENCES not in one.left]
        return (
            *lists.checked(self.store, log),
            _asked("pair of actors", actors, derive.proposals_left(self.store)),
            _asked("pair of incidents", incidents, merging.count(self.store)),
        )

    def proposed(self, limit: int) -> tuple[Proposed, ...]:
        """Pairs of actors that may be one, the likeliest first, with lines that speak of them."""
        found = derive.proposals(self.store)[:limit]
        rows = {
            row.key: row for row in lists.actors_with(self.store, [k for one in found for k in (one.left, one.right)])
        }
        return tuple(
            Proposed(one, rows[one.left], rows[one.right], self._some_of(one.left), self._some_of(one.right))
            for one in found
        )

    def proposed_incidents(self, limit: int) -> tuple[ProposedIncidents, ...]:
        """Pairs of incidents that may be one, the likeliest first, with the lines that tell of them."""
        found = merging.pairs(self.store, limit)
        told = [one for pair in found for one in (pair.left, pair.right)]
        lines = passages.with_keys(self.store, list(dict.fromkeys(key for one in told for key in one.assertions)))
        by_key = {one.line.key: one for one in lines}
        names = self._names_in(tuple(told))
        return tuple(ProposedIncidents(one, _of(one.left, by_key), _of(one.right, by_key), names) for one in found)

    def actors_like(self, words: str, limit: int = 20, offset: int = 0) -> tuple[ActorRow, ...]:
        """Actors with a name that has a word beginning so, those of most reports first."""
        return lists.actors_like(self.store, words, limit, offset)

    @memory.collecting_later()
    def actor(self, name: str, known_on: date | None = None) -> ActorPage:
        """What a page shows of an actor: the latest of each part."""
        return actor_page(self.store, name, known_on)

    def bearings(self, name: str, limit: int, offset: int = 0) -> Bearings:
        """A page of how each report names an actor, so that one can be parted from the others."""
        return lists.bearings(self.store, actor_called(self.store, name).key, limit, offset)

    def most_tied(self, limit: int) -> tuple[Tied, ...]:
        """Pairs to begin with: those with most lines of both signs."""
        return lists.most_tied(self.store, limit)

    def incidents(self, sought: Sought, limit: int, offset: int = 0) -> IncidentPage:
        """A page of the incidents, the latest first."""
        found, total = happenings.incidents(self.store, sought, limit, offset)
        return IncidentPage(found, self._names_in(found), total)

    def incident(self, key: str) -> Known:
        """One incident with its lines and the hypotheses on who did it."""
        found = derive.incident(self.store, key)
        if found is None:
            raise NotInCase(f"There is no incident {key[:40]!r} in this case. `avowed incidents` lists them.")
        matrix = who(self.store, found.key, self.settings)
        parts = happenings.beside(self.store, found)
        names = self._names_in((found, *parts))
        return Known(found, passages.with_keys(self.store, found.assertions), matrix, parts, names)

    def network(self, focus: str, other: str, steps: int, most: int, known_on: date | None = None) -> Network:
        """The actors around one, or those of most ties, with the bonds between them; and the ways to another actor."""
        day = known_on.isoformat() if known_on else None
        if not focus:
            return network.whole(self.store, most, day)
        start = actor_called(self.store, focus).key
        if not other:
            return replace(network.around(self.store, (start,), steps, most, day), focus=start)
        end = actor_called(self.store, other).key
        paths = paths_between(self.store, start, end, self.settings, self.today(), known_on)[:_PATHS]
        through = dict.fromkeys(key for path in paths for step in path.steps for key in (step.start, step.end))
        found = network.around(self.store, (start, end, *through), steps, most, day)
        return replace(found, focus=start, other=end, paths=paths)

    def timeline(self, asked: dated.Asked) -> Timeline:
        """Incidents and ties in the order of their days."""
        return dated.timeline_of(self.store, asked)

    def parts_of(self, name: str) -> tuple[str, ...]:
        """The keys of an actor and of its parts; none for no name."""
        return find.parts_of(self.store, actor_called(self.store, name).key) if name else ()

    def _some_of(self, actor: str) -> tuple[Passage, ...]:
        """Lines in other words each: one sentence may hold several."""
        held: dict[str, Passage] = {}
        for one in passages.like(self.store, Wanted(actor=actor), _BESIDE * _LINES_OF_ONE, 0):
            held.setdefault(one.line.quote, one)
        return tuple(held.values())[:_BESIDE]

    def _names_in(self, incidents: tuple[Incident, ...]) -> dict[str, str]:
        keys = {key for one in incidents for told in one.responsibility for key in (told.actor, told.speaker)}
        return {key: name for key, name in names_of(self.store).items() if key in keys}


def _asked(kind: str, made: Sequence[Decision], left: int) -> Checked:
    """How far a person has come with pairs that may be one; those that are were proposed rightly."""
    return Checked(kind, left + len(made), len(made), sum(one.verdict is Verdict.SAME for one in made))


def _of(incident: Incident, lines: Mapping[str, Passage]) -> tuple[Passage, ...]:
    return tuple(lines[key] for key in incident.assertions if key in lines)
