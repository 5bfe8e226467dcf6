"""What a person types becomes keys of the log: names, one report's occurrence, lines of incidents."""

import pytest

from avowed.errors import UnknownName, UsageError
from avowed.model.decisions import Decision, Verdict
from avowed.model.vocabulary import IncidentType, Precision, Stage
from avowed.model.when import When
from avowed.model.world import Incident
from avowed.settings import default_text
from avowed.store import Store, create, derive, find, write
from avowed.walk.deciding import occurrences_of
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"


@pytest.fixture
def case(tmp_path) -> Store:
    held = create(tmp_path / "case", default_text())
    for paper in ("Herald", "Courier", "Post"):
        text = f"The {paper} says that Alder Front met Birch Army."
        write.add_reading(held, reading(report(text, publisher=paper), Told("Alder Front", "Birch Army")), AT)
    rebuild(held)
    yield held
    held.close()


def test_two_names_stand_for_their_first_occurrences(case):
    left, right = occurrences_of(case, "Alder Front", "Birch Army")
    assert (left, right) == (
        find.occurrence_keys(case, "alder-front")[0],
        find.occurrence_keys(case, "birch-army")[0],
    )


def test_one_actor_by_two_names_lists_its_occurrences(case):
    with pytest.raises(UsageError, match="one actor already") as told:
        occurrences_of(case, "Alder Front", "alder-front")
    assert all(key in str(told.value) for key in find.occurrence_keys(case, "alder-front"))


def test_one_reports_occurrence_is_parted_from_the_others(case):
    keys = find.occurrence_keys(case, "alder-front")
    left, right = occurrences_of(case, keys[0], "Alder Front")
    assert left == keys[0]
    assert right in keys[1:]
    write.decide(case, Decision(0, Verdict.NOT_SAME, left, right, "me", AT))
    rebuild(case)
    assert find.actor_of(case, keys[0]) != find.actor_of(case, keys[1]) == find.actor_of(case, keys[2])


def test_an_occurrence_cannot_be_parted_from_itself(case):
    key = find.occurrence_keys(case, "alder-front")[0]
    with pytest.raises(UsageError, match="nothing to decide"):
        occurrences_of(case, key, key)


def test_a_name_that_is_nobodys_is_told(case):
    with pytest.raises(UnknownName):
        occurrences_of(case, "Alder Front", "Quixotic Zebra")


def test_two_incidents_are_given_by_lines_that_tell_of_them(case):
    when = When(None, None, Precision.UNKNOWN)
    told = [
        Incident(key, IncidentType.BOMBING, Stage.ACCOMPLISHED, when, None, (key,), ("r",)) for key in ("0a1b", "2c3d")
    ]
    derive.save_incidents(case, told)
    assert occurrences_of(case, "0a1b", "2c3d") == ("0a1b", "2c3d")


def test_lines_of_ties_are_no_incidents(case):
    one, other = [tie.line.key for tie in find.ties_of(case, ["alder-front"])][:2]
    with pytest.raises(UnknownName):
        occurrences_of(case, one, other)
