"""Files on their way into the case: put in a tray one by one, then read in the background with progress and a stop."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import BinaryIO
from uuid import uuid4

from avowed.case import Case
from avowed.errors import AvowedError, UsageError
from avowed.walk.intake import Added, Step

_LONGEST_NAME = 200
_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one file."""

    source: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of the tray is; `state` is empty, waiting, reading, stopping, stopped, done or failed."""

    state: str = "empty"
    waiting: int = 0
    total: int = 0
    done: int = 0
    words: int = 0
    read: int = 0
    already: int = 0
    copies: int = 0
    assertions: int = 0
    skipped: tuple[Told, ...] = ()
    latest: tuple[Told, ...] = ()
    message: str = ""


class Tray:
    """The files that wait, and the one reading that may be going on."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._folder: Path | None = None
        self._files: list[tuple[str, Path]] = []
        self._stop = Event()
        self._progress = Progress()
        self._thread: Thread | None = None

    def new_file(self, name: str) -> tuple[str, Path]:
        """A name fit to be shown and a path of our own making to write to; nothing of the name is in the path."""
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="avowed-tray-"))
            return plain_name(name), self._folder / uuid4().hex

    def put(self, name: str, path: Path) -> Progress:
        """Put a file that is written whole into the tray."""
        with self._lock:
            self._files.append((name, path))
            if self._progress.state not in ("reading", "stopping"):
                self._progress = Progress("waiting", waiting=len(self._files))
            return self._progress

    def progress(self) -> Progress:
        """How far it is."""
        with self._lock:
            return self._progress

    def read(self, open_case: Callable[[], Case]) -> Progress:
        """Begin to read what waits; UsageError when a reading is going on or nothing waits."""
        with self._lock:
            if self._progress.state in ("reading", "stopping"):
                raise UsageError("Files are being read already. Wait until they are done, or stop it.")
            if not self._files:
                raise UsageError("No file waits to be read. Drop files first.")
            files, self._files = self._files, []
            self._stop.clear()
            self._progress = Progress("reading", total=len(files))
            self._thread = Thread(target=self._work, args=(open_case, files), name="adding", daemon=True)
            self._thread.start()
            return self._progress

    def stop(self) -> Progress:
        """Ask the reading to end after the reports in hand; what was read stays."""
        with self._lock:
            self._stop.set()
            if self._progress.state == "reading":
                self._progress = replace(self._progress, state="stopping")
            return self._progress

    def close(self) -> None:
        """Stop, wait, and throw the tray away."""
        self.stop()
        if self._thread:
            self._thread.join(timeout=60)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _work(self, open_case: Callable[[], Case], files: list[tuple[str, Path]]) -> None:
        try:
            with open_case() as case:
                self._end(case.add_files(self._opened(files), tell=self._tell))
        except AvowedError as error:
            self._fail(str(error))
        except Exception as error:  # the thread's last handler: a fault must be seen, not end in silence
            self._fail(f"A fault of Avowed, not yours: {type(error).__name__}. What was read before it is kept.")
        finally:
            for _, path in files:
                path.unlink(missing_ok=True)

    def _opened(self, files: list[tuple[str, Path]]) -> Iterator[tuple[str, BinaryIO]]:
        for name, path in files:
            if self._stop.is_set():
                return
            yield name, path.open("rb")

    def _tell(self, step: Step) -> None:
        with self._lock:
            before = self._progress
            latest = (Told(step.source, step.outcome), *before.latest)[:8]
            self._progress = replace(before, done=before.done + 1, words=before.words + step.words, latest=latest)

    def _end(self, added: Added) -> None:
        with self._lock:
            self._progress = replace(
                self._progress,
                state="stopped" if self._stop.is_set() else "done",
                read=len(added.read),
                already=len(added.already),
                copies=len(added.copies),
                assertions=added.assertions,
                skipped=tuple(Told(one.source, one.reason) for one in added.skipped[:_SHOWN]),
            )

    def _fail(self, message: str) -> None:
        with self._lock:
            self._progress = replace(self._progress, state="failed", message=message)


def plain_name(name: str) -> str:
    """The last part of a name as people know the file, without what could lead elsewhere or deceive the eye."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(char for char in last if char.isprintable())[-_LONGEST_NAME:].strip()
    return kept if kept.strip(".") else "unnamed"
