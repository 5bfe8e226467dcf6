"""Reading on several cores gives what reading on one gives, in the same order, whatever becomes of a worker."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from multiprocessing import active_children

import pytest

from avowed.model.evidence import Reading, Report, report_id
from avowed.walk import crew
from avowed.walk.crew import annotated

pytestmark = pytest.mark.slow


def reports(count: int) -> list[list[Report]]:
    """Batches of two reports, each of its own words."""
    texts = [
        f"The Dawn Brigades shelled Karsan on {1 + at} May 2019, killing {at + 2} soldiers of the Northern Front. "
        f"A spokesman for the Front, Anwar Dessik, said that the Brigades had help from Velm.\n\n"
        for at in range(count)
    ]
    made = [Report(report_id(text * 40), f"r{at}", text * 40, language="en") for at, text in enumerate(texts)]
    return [made[at : at + 2] for at in range(0, len(made), 2)]


def ids(readings: Iterable[list[Reading]]) -> list[str]:
    return [reading.report.id for batch in readings for reading in batch]


def test_two_workers_read_what_one_reads_in_the_same_order() -> None:
    batches = reports(12)
    assert sum(len(one.text) for batch in batches for one in batch) > crew.WORTH_A_CREW
    assert list(annotated(batches, workers=2)) == list(annotated(batches, workers=1))


def test_a_killed_worker_loses_no_report() -> None:
    batches = reports(16)

    def killing() -> Iterator[list[Report]]:
        for number, batch in enumerate(batches):
            if number == len(batches) - 2:
                for worker in children():
                    os.kill(worker, signal.SIGKILL)
            yield batch

    assert ids(annotated(killing(), workers=2)) == ids(batches_as_readings(batches))


def test_of_long_reports_one_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way, most = 0, 0

    class Line:
        def send(self, _: object) -> None:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)

        def recv(self) -> list[Reading]:
            nonlocal under_way
            time.sleep(0.05)
            under_way -= 1
            return []

    class Process:
        def kill(self) -> None: ...
        def join(self) -> None: ...

    monkeypatch.setattr(crew, "_started", lambda _, idle: idle.put(Line()) or Process())
    for text, at_once in (("x" * (crew.LONG + 1), 1), ("x" * crew.LONG, 2)):
        most = 0
        batches = [[Report(report_id(text), "r", text, language="en")]] * 4
        list(annotated(batches, workers=2))
        assert most == at_once


def test_few_words_start_no_worker() -> None:
    before = children()
    list(annotated([reports(2)[0][:1]], workers=2))
    assert children() == before


def children() -> set[int]:
    return {child.pid for child in active_children() if child.pid}


def batches_as_readings(batches: list[list[Report]]) -> Iterator[list[Reading]]:
    for batch in batches:
        yield [Reading(report, "none") for report in batch]
