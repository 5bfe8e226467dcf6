"""What is kept in a case besides the reports that are added: settings, known actors; and what is taken out of it."""

from collections.abc import Iterable
from pathlib import Path

from avowed import known, settings, store
from avowed.model.evidence import Reading
from avowed.store import originals, write
from avowed.walk.intake import Added, take_readings
from avowed.walk.rebuild import bring_up, rebuild
from avowed.walk.verbs.opened import Opened


class Keeps(Opened):
    """Verbs that put things into a case, or out of it."""

    def settings_text(self) -> str:
        """The settings as they are written down, with their comments."""
        return (self.store.shelf.read(settings.FILE) or settings.default_text().encode()).decode("utf-8")

    def set_settings(self, content: bytes) -> None:
        """Put other settings in place; SettingsError says what is not understood, and the old ones stay then."""
        self.settings = settings.read(content, settings.FILE)
        self.store.shelf.write(settings.FILE, content)

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
