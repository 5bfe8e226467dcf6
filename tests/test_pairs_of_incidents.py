"""Two incidents that may be one are put before a person; what is decided holds, warns where it clashes and is taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from avowed import Case
from avowed.store import find, passing, write
from avowed.walk.passing import refresh
from tests.web.twice_told import AT, TOLD, twice_told_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(twice_told_case(tmp_path)) as held:
        yield held


def told(case: Case) -> list[int]:
    """How many reports tell of each incident."""
    return sorted(len(one.reports) for one in case.incidents())


def test_what_may_be_one_incident_is_proposed_with_its_reasons(case):
    (pair,) = case.incident_proposals()
    assert {pair.left.key, pair.right.key} == {pair.proposal.left, pair.proposal.right}
    reasons = {feature.name: feature.weight for feature in pair.proposal.features}
    assert reasons["same day"] > 0 > reasons["other doers"]
    assert told(case) == [1, 1], "nothing is merged on a doubt"


def test_a_merge_is_made_by_a_person_and_taken_back(case):
    (pair,) = before = case.incident_proposals()
    number = case.same(pair.proposal.left, pair.proposal.right, who="ada")
    assert told(case) == [2]
    assert case.incident_proposals() == ()
    assert case.incidents()[0].reviewed
    case.undo(number, who="ada")
    assert told(case) == [1, 1]
    assert case.incident_proposals() == before


@pytest.mark.parametrize("verdict", ["not_same", "unsure"])
def test_what_is_kept_apart_is_not_proposed_again(case, verdict):
    (pair,) = case.incident_proposals()
    getattr(case, verdict)(pair.proposal.left, pair.proposal.right, who="ada")
    assert told(case) == [1, 1]
    assert case.incident_proposals() == ()


def test_a_decision_against_an_earlier_one_says_so(case):
    (pair,) = case.incident_proposals()
    assert case.against(case.not_same(pair.proposal.left, pair.proposal.right, who="ada")) == ()
    (words,) = case.against(case.same(pair.proposal.left, pair.proposal.right, who="ben"))
    assert words == "decision 2 takes the place of earlier ones on the same pair"


def test_a_report_resolved_in_passing_is_proposed_as_well(tmp_path):
    with Case.create(tmp_path / "case") as case:
        write.add_reading(case.store, TOLD[0], AT)
        case.settle()
        assert case.incident_proposals() == ()
        write.add_reading(case.store, TOLD[1], AT)
        assert refresh(case.store, passing.unresolved(case.store))
        (pair,) = case.incident_proposals()
        passed = pair.proposal
        case.settle()
        assert [one.proposal for one in case.incident_proposals()] == [passed]
        assert len(find.reports(case.store)) == 2
