"""A progress bar on standard error with rate and time left; silent where standard error is no terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from avowed.cli.app import harmless
from avowed.walk.intake import Step


class Bar:
    """Counts documents; the total is None where nobody can know it beforehand."""

    def __init__(self, total: int | None) -> None:
        self._words = 0
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[name]}", markup=False),
            console=Console(stderr=True),
            disable=not sys.stderr.isatty(),
            transient=True,
        )
        self._task = self._progress.add_task("reading", total=total, rate="", name="")

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._progress.stop()

    def tell(self, step: Step) -> None:
        """One more document is done."""
        self.count(1, step.words, harmless(Path(step.source).name[:40]))

    def count(self, documents: int, words: int, name: str = "") -> None:
        """So many more documents are done."""
        self._words += words
        elapsed = self._progress.tasks[0].elapsed or 0.0
        rate = f"{self._words / elapsed:,.0f} words/s" if elapsed and self._words else ""
        self._progress.update(self._task, advance=documents, rate=rate, name=name)
        task = self._progress.tasks[0]
        if task.total is not None and task.completed > task.total:
            self._progress.update(self._task, total=task.completed)  # an archive held more than the one it counted for


def documents_in(paths: Sequence[str]) -> int | None:
    """How many documents files and folders hold, as far as that is seen from outside; None for standard input."""
    if list(paths) == ["-"]:
        return None
    return sum(_documents(Path(path)) for path in paths)


def _documents(path: Path) -> int:
    if path.is_dir():
        return sum(_documents(inner) for inner in path.rglob("*") if inner.is_file())
    if path.suffix == ".jsonl" and path.is_file():
        with path.open("rb") as lines:
            return sum(1 for _ in lines)
    return 1
