"""Run as a program and be killed: adds a file of JSON lines to a case with an annotator that needs no model."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from avowed.model.evidence import Reading, Report
from avowed.read import ReadOptions, opened, originals
from avowed.settings import default_text
from avowed.store import create, open_case
from avowed.walk.intake import Intake, Step
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading


class PlainAnnotator:
    """Ties the first two names of every report."""

    version = "plain/1"

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        return [reading(report, Told(*self._names(report)), reader=self.version) for report in reports]

    def _names(self, report: Report) -> tuple[str, str]:
        first, second = [word for word in report.text.split() if word.istitle()][:2]
        return first, second


def clock() -> datetime:
    return datetime(2024, 1, 1, tzinfo=UTC)


def tell(_: Step) -> None:
    """Tell nobody."""


def main(folder: Path, lines: Path) -> None:
    options = ReadOptions(today=clock().date())
    annotator = PlainAnnotator()
    held = open_case(folder) if (folder / "case.sqlite").exists() else create(folder, default_text())
    with held as store, opened(options) as open_one:
        Intake(store, open_one, partial(map, annotator.annotate), annotator.version, clock, tell).take(
            originals([lines])
        )
        rebuild(store)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
