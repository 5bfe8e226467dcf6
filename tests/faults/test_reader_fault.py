"""A fault of the reader over one report costs that report its lines, and nothing else."""

from collections.abc import Sequence

import pytest

from avowed.model.evidence import Reading, Report
from avowed.walk import crew
from tests.building import Told, reading, report


class Failing:
    """A reader that fails over every report which names Cedar."""

    version = "failing/1"

    def annotate(self, reports: Sequence[Report]) -> list[Reading]:
        if any("Cedar" in one.text for one in reports):
            raise ZeroDivisionError("no such thing")
        return [reading(one, Told("Ash", "Birch"), reader=self.version) for one in reports]


@pytest.fixture(autouse=True)
def failing(monkeypatch):
    monkeypatch.setattr(crew, "_annotator", Failing)


def test_the_other_reports_of_a_batch_are_read_and_the_reason_is_kept():
    batch = [report("Ash backs Birch."), report("Ash backs Birch, says Cedar."), report("Ash backs Birch again.")]
    ((first, second, third),) = crew.annotated([batch])
    assert len(first.assertions) == len(third.assertions) == 1
    assert second.assertions == ()
    assert second.reader == "failing/1"
    assert "a fault of Avowed in reading it (ZeroDivisionError: no such thing)" in second.skipped


def test_the_next_batches_are_read_too():
    batches = [[report("Ash backs Birch, says Cedar.")], [report("Ash backs Birch.")]]
    assert [len(one.assertions) for batch in crew.annotated(batches) for one in batch] == [0, 1]
