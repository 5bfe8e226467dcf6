"""Taking reports in: each original is kept, read, annotated and stored as one transaction; what is done is skipped."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice, tee

from avowed.model.evidence import Reading, Report, without_faint
from avowed.read import Original, Outcome, Skipped
from avowed.store import Store, originals
from avowed.store.write import add_reading, has_reading, note_original, outcome_of

_BATCH = 16  # reports parsed together; a kill loses at most these, and larger batches were no faster on two cores

Clock = Callable[[], datetime]
Open = Callable[[Original], Outcome]


Annotate = Callable[[Iterable[Sequence[Report]]], Iterable[list[Reading]]]


@dataclass(frozen=True, slots=True)
class Step:
    """One document dealt with: what became of it, and how many words were annotated."""

    source: str
    outcome: str
    words: int = 0


@dataclass(slots=True)
class Added:
    """What an intake did; read + already + copies + skipped = given."""

    read: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    copies: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    assertions: int = 0
    words: int = 0

    @property
    def given(self) -> int:
        """How many documents were given."""
        return len(self.read) + len(self.already) + len(self.copies) + len(self.skipped)


@dataclass(frozen=True)
class Intake:
    """What taking in needs: where to, how to open an original, how to annotate batches, what time it is, whom to tell.

    `version` names the annotator's rules: a report is read once by each version.
    """

    store: Store
    open: Open
    annotate: Annotate
    version: str
    clock: Clock
    tell: Callable[[Step], None]

    def take(self, given: Iterable[Original | Skipped]) -> Added:
        """Deal with every document; one that cannot be read is recorded with its reason and the rest goes on."""
        added = Added()
        batches, taken = tee(_batches(self._reports(given, added)))
        readings = self.annotate([report for _, report in batch] for batch in taken)
        for batch, read in zip(batches, readings, strict=True):
            self._store(batch, read, added)
        return added

    def _reports(self, given: Iterable[Original | Skipped], added: Added) -> Iterator[tuple[Original, Report]]:
        """The reports that are new to the case."""
        seen: dict[str, str] = {}
        for document in given:
            if isinstance(document, Skipped):
                self._skip(document, added)
            elif self._done(document):
                added.already.append(document.source)
                self.tell(Step(document.source, "already there"))
            else:
                yield from self._open(document, seen, added)

    def _open(self, document: Original, seen: dict[str, str], added: Added) -> Iterator[tuple[Original, Report]]:
        outcome = self.open(document)
        if isinstance(outcome, Skipped):
            note_original(self.store, document.sha256, document.source, outcome.reason, self._now())
            self._skip(outcome, added)
        elif outcome.id in seen or has_reading(self.store, outcome.id, self.version):
            originals.keep(self.store.shelf, document.sha256, document.content)
            note_original(self.store, document.sha256, document.source, outcome.id, self._now())
            added.copies.append((document.source, seen.get(outcome.id, outcome.id)))
            self.tell(Step(document.source, "the same text as another"))
        else:
            seen[outcome.id] = document.source
            yield document, outcome

    def _store(self, batch: list[tuple[Original, Report]], readings: list[Reading], added: Added) -> None:
        for (document, report), reading in zip(batch, map(without_faint, readings), strict=True):
            originals.keep(self.store.shelf, document.sha256, document.content)
            done = add_reading(self.store, reading, self._now(), document.source)
            words = len(report.text.split())
            added.read.append(report.id)
            added.assertions += done.assertions
            added.words += words
            self.tell(Step(document.source, reading.skipped or f"{done.assertions} assertions", words))

    def _done(self, document: Original) -> bool:
        outcome = outcome_of(self.store, document.sha256, document.source)
        return outcome is not None and has_reading(self.store, outcome, self.version)

    def _skip(self, skipped: Skipped, added: Added) -> None:
        added.skipped.append(skipped)
        self.tell(Step(skipped.source, skipped.reason))

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")


def _batches(reports: Iterator[tuple[Original, Report]]) -> Iterator[list[tuple[Original, Report]]]:
    while batch := list(islice(reports, _BATCH)):
        yield batch


def take_readings(store: Store, given: Iterable[tuple[Reading, bytes]], clock: Clock) -> Added:
    """Store what was read elsewhere, one report a transaction, with what it came from."""
    added = Added()
    for reading, original in given:
        report = reading.report
        if has_reading(store, report.id, reading.reader):
            added.already.append(report.source)
            continue
        originals.keep(store.shelf, report.sha256, original)
        done = add_reading(store, reading, clock().isoformat(timespec="seconds"), report.source)
        added.read.append(report.id)
        added.assertions += done.assertions
        added.words += len(report.text.split())
    return added
