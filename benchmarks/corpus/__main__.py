"""One step in a process of its own, its times as JSON: `read IN OUT WORKERS`, `resolve FOLDER REPORTS`."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import monotonic, process_time

from avowed.bulk import asking, database
from avowed.bulk.engine import by
from avowed.bulk.kept import Corpus, Counts
from avowed.bulk.resolving import resolve
from avowed.bulk.run import read_corpus
from avowed.bulk.workers import Workers
from benchmarks.corpus.invented import make
from benchmarks.corpus.watching import processor_below
from benchmarks.crowd.reports import cast

TODAY = date(2024, 1, 1)


def read(given: str, folder: str, workers: str) -> dict[str, float]:
    """Read a corpus; when every worker had given back its second piece, and when all was read."""
    began = monotonic()
    told: list[tuple[float, float, Counts]] = []

    def tell(counts: Counts) -> None:
        told.append((monotonic(), processor_below(os.getpid()), counts))

    done = read_corpus(Path(given), Path(folder), by(Workers(int(workers))), TODAY, tell=tell)
    warm, end = told[2 * int(workers) - 1], told[-1]
    behind = [counts for _, _, counts in told[2 * int(workers) :]]
    words, documents = sum(one.words for one in behind), sum(one.given for one in behind)
    return {
        "words": done.corpus.words,
        "start": warm[0] - began,
        "clock_a_word": (end[0] - warm[0]) / words,
        "processor_a_word": (end[1] - warm[1]) / words,
        "processor_a_document": (end[1] - warm[1]) / documents,
        "bytes": sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()),
    }


def resolved(folder: str, reports: str) -> dict[str, float]:
    """Make an invented corpus if there is none, resolve it, and ask for the two most named."""
    path, count = Path(folder), int(reports)
    if not (path / "corpus.json").exists():
        make(path, count)
        return {}
    began = process_time()
    resolve(Corpus(path))
    took = process_time() - began
    first, second = cast(max(40, count // 4)).names[:2]
    began = process_time()
    with database.opened(Corpus(path)) as connection:
        ties = len(asking.ask(connection, first, second, TODAY).ties)
    return {"resolve": took, "ask": process_time() - began, "ties": ties}


def main(arguments: Sequence[str]) -> int:
    """Do one step and print what it took."""
    step, *given = arguments
    steps: dict[str, Callable[..., dict[str, float]]] = {"read": read, "resolve": resolved}
    print(json.dumps(steps[step](*given)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
