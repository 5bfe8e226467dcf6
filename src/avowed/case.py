"""START HERE. A case is a folder of reports with one database; this is the walk that every command takes.

    read -> annotate -> resolve -> store -> assess -> present

Each stage knows only the words of `model`; this is the place where they meet. The time of day is an argument. What else a
case can do stands in `walk.verbs`, a line or two a verb.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import BinaryIO, Self

from avowed import present, read, settings, store
from avowed.annotate.version import VERSION
from avowed.model.findings import Pair
from avowed.model.when import When
from avowed.store import backup
from avowed.walk import asking, crew, enquiry, memory
from avowed.walk.intake import Added, Intake, Step
from avowed.walk.rebuild import bring_up
from avowed.walk.verbs import Asks, Clock, Decides, Keeps, Shows, now

__all__ = ["Case", "Clock", "now"]


def ignore(_: Step) -> None:
    """Tell nobody."""


class Case(Keeps, Decides, Shows, Asks):
    """An open case. Use it in a `with`, or close it."""

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

    def _take(
        self, given: Iterable[read.Original | read.Skipped], published: When | None, tell: Callable[[Step], None]
    ) -> Added:
        options = read.ReadOptions(today=self._today(), published=published, tesseract=read.tesseract())
        with read.opened(options) as reader:
            added = Intake(self.store, reader, crew.annotated, VERSION, self.clock, tell).take(given)
        bring_up(self.store, added.read)
        return added

    @memory.collecting_later()
    def ask(self, left: str, right: str, known_on: date | None = None, during: When | None = None) -> Pair:
        """How close two actors really are, beside what they say: every line with its words; at all times or during one."""
        return asking.ask(self.store, left, right, self.settings, self._today(), known_on, during)

    def report(self, left: str, right: str, known_on: date | None = None) -> str:
        """The answer for two actors as one self-contained HTML page."""
        asked = self.ask(left, right, known_on)
        both = (asked.left, asked.right)
        happened = enquiry.incidents_of(self.store, both, known_on)
        return present.page(asked, enquiry.timeline(self.store, both, known_on), self._today(), happened)

    def pictures(self, left: str, right: str, known_on: date | None = None) -> dict[str, present.Picture]:
        """The answer for two actors as SVG, by name: `timeline`, `years`, `network`, `map`; notebooks show them as they are."""
        asked = self.ask(left, right, known_on)
        return present.pictures_of(asked, enquiry.incidents_of(self.store, (asked.left, asked.right), known_on))
