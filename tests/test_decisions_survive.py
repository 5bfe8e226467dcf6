from dataclasses import replace
from datetime import UTC, datetime

import pytest

from avowed.case import Case
from avowed.store import find, passing
from avowed.store.write import add_reading
from avowed.walk.rebuild import bring_up, rebuild
from benchmarks.resolve import case as invented
from tests.building import Told, reading, report

NOW = datetime(2022, 1, 1, tzinfo=UTC)
FIRST = reading(report("The Dawn Brigades armed Sarn Guard."), Told("Dawn Brigades", "Sarn Guard"))
SECOND = reading(report("The River Column left Sarn Guard."), Told("River Column", "Sarn Guard"))


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "case", clock=lambda: NOW) as held:
        for one in (FIRST, SECOND):
            add_reading(held.store, one, NOW.isoformat())
        rebuild(held.store)
        yield held


def _one(case, left, right):
    return find.actors_named(case.store, left) == find.actors_named(case.store, right)


def test_a_decision_survives_a_reading_by_a_newer_reader(case):
    case.same("Dawn Brigades", "River Column", "one leaflet names both")
    add_reading(case.store, replace(FIRST, reader="by hand/2"), NOW.isoformat())
    bring_up(case.store, [FIRST.report.id])
    assert _one(case, "Dawn Brigades", "River Column")


def test_a_decision_survives_reports_that_are_resolved_in_passing(case):
    case.same("Dawn Brigades", "River Column")
    for one in invented.readings(60):
        add_reading(case.store, one, NOW.isoformat())
    rebuild(case.store)
    third = reading(report("The River Column shelled Port Sarn."), Told("River Column", "Port Sarn"))
    add_reading(case.store, third, NOW.isoformat())
    bring_up(case.store, [third.report.id], large=1)
    assert passing.passed(case.store) == 1
    assert _one(case, "Dawn Brigades", "River Column")
    (key,) = find.actors_named(case.store, "Dawn Brigades")
    assert find.actors(case.store, [key])[key].reports == 3


def test_a_decision_taken_back_gives_what_was_before(case):
    number = case.same("Dawn Brigades", "River Column")
    case.undo(number)
    assert not _one(case, "Dawn Brigades", "River Column")
    assert [one.verdict for one in case.decisions()] == ["same", "undo"]


def test_decisions_that_contradict_each_other_are_both_kept_in_the_log(case):
    case.same("Dawn Brigades", "River Column")
    left, right = (key for one in (FIRST, SECOND) for key in _keys(case, one))
    case.not_same(left, right)
    assert not _one(case, "Dawn Brigades", "River Column")
    assert [one.verdict for one in case.decisions()] == ["same", "not-same"]


def _keys(case, one):
    rows = case.store.connection.execute(
        "SELECT key FROM occurrences WHERE report = ? AND name <> 'Sarn Guard'", (one.report.id,)
    )
    return [row["key"] for row in rows]
