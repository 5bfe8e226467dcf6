"""A case as files and pages for others to open, and whether it is sound."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from avowed import present, store
from avowed.store import backup, check, find
from avowed.walk import enquiry, exporting
from avowed.walk.verbs.asks import Asks

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]  # its types come apart from it


class Shows(Asks):
    """Verbs that write a case down in other forms, and those that check it."""

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

    def counts(self) -> dict[str, int]:
        """How much the case holds."""
        return find.counts(self.store)
