"""Model and rules together read the incidents of a wire report in capitals: one incident, who took part, on whose word."""

import pytest

from avowed import read_texts

WIRE = (
    "GUERRILLAS OF THE RED FRONT TODAY BLEW UP THE RAILWAY BRIDGE NEAR ORLUN WITH DYNAMITE, THE POLICE REPORTED. "
    "TWO PEASANTS WERE KILLED.  THE RED FRONT CLAIMED RESPONSIBILITY FOR THE ATTACK IN A COMMUNIQUE SENT TO A RADIO STATION."
)
QUIET = "THE PRESIDENT OF VELM TODAY OPENED A FAIR OF CATTLE AND MACHINES IN ORLUN AND PRAISED THE FARMERS."

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def readings():
    return list(read_texts([{"id": "wire", "text": WIRE}, {"id": "quiet", "text": QUIET}]))


def bombings(reading):
    return [one for one in reading["assertions"] if one["kind"] == "incident" and one["type"] == "bombing"]


def test_one_incident_told_twice_is_read_once(readings):
    assert len(bombings(readings[0])) == 1


def test_its_fillers_are_mentions_by_role(readings):
    words = {one["id"]: WIRE[one["start"] : one["end"]] for one in readings[0]["mentions"]}
    (one,) = bombings(readings[0])
    parts = {(part["role"], words[part["mention"]]) for part in one["participants"]}
    assert ("weapon", "DYNAMITE") in parts
    assert any(role == "target" and "BRIDGE" in text for role, text in parts)
    assert any(role == "perpetrator_individual" and "GUERRILLAS" in text for role, text in parts)


def test_who_claims_it_is_named_as_claiming(readings):
    (one,) = bombings(readings[0])
    bases = {part["basis"] for part in one["participants"] if part["role"] == "perpetrator_organisation"}
    assert "claimed" in bases


def test_a_report_without_violence_tells_of_none(readings):
    assert [one for one in readings[1]["assertions"] if one["kind"] == "incident" and one["type"] == "attack"] == []
