"""Several programs write to one case at once: nothing is lost, nothing is refused, and what is derived is of the last state."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from avowed.model.decisions import Decision, Verdict
from avowed.store import check, derive, find, open_case, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report
from tests.faults.writing import AT

ROOT = Path(__file__).parents[2]


@pytest.mark.faults
@pytest.mark.timeout(120)
def test_four_writers_for_five_seconds_lose_nothing_and_are_never_refused(case):
    command = [sys.executable, "-m", "tests.faults.writing", str(case.folder)]
    writers = [
        subprocess.Popen([*command, name, "5"], cwd=ROOT, stdout=subprocess.PIPE) for name in ("a", "b", "c", "d")
    ]
    done = [json.loads(writer.communicate()[0]) for writer in writers]
    assert [one["faults"] for one in done] == [[], [], [], []]
    numbers = sorted(number for one in done for number in one["decisions"])
    assert numbers == list(range(1, len(numbers) + 1))
    assert [decision.number for decision in write.decisions(case)] == numbers
    stored = {one.report.id for one in find.reports(case)}
    assert stored == {identity for one in done for identity in one["reports"]}
    assert [fault for fault in check.verify(case) if "original" not in fault] == []
    assert_derived_is_of_the_last_state(case)


def assert_derived_is_of_the_last_state(case) -> None:
    """Deriving once more changes nothing."""
    before = {actor.key for actor in find.actors(case).values()}
    rebuild(case)
    assert {actor.key for actor in find.actors(case).values()} == before


def test_a_report_added_while_another_program_derives_is_in_what_is_derived(case, monkeypatch):
    write.add_reading(case, reading(report("Ash backs Birch."), Told("Ash", "Birch")), AT)
    real, calls = derive.save_resolution, []

    def meanwhile(store, *given) -> None:
        calls.append(1)
        if len(calls) == 1:
            with open_case(case.folder) as other:
                write.add_reading(other, reading(report("Cedar backs Dogwood."), Told("Cedar", "Dogwood")), AT)
        real(store, *given)

    monkeypatch.setattr(derive, "save_resolution", meanwhile)
    rebuild(case)
    assert {actor.name for actor in find.actors(case).values()} >= {"Ash", "Birch", "Cedar", "Dogwood"}


def test_a_decision_made_while_another_program_derives_is_not_lost_in_what_is_derived(case, monkeypatch):
    for text, names in {"Ash backs Birch.": ("Ash", "Birch"), "Ashe backs Birch.": ("Ashe", "Birch")}.items():
        write.add_reading(case, reading(report(text), Told(*names)), AT)
    rebuild(case)
    keys = {one.name: one.key for one in find.occurrences(case)}
    real, calls = derive.save_resolution, []

    def meanwhile(store, *given) -> None:
        calls.append(1)
        if len(calls) == 1:
            with open_case(case.folder) as other:
                write.decide(other, Decision(0, Verdict.SAME, keys["Ash"], keys["Ashe"], "me", AT))
                rebuild(other)
        real(store, *given)

    monkeypatch.setattr(derive, "save_resolution", meanwhile)
    rebuild(case)
    assert len(find.actors(case)) == 2
