"""Which incidents are told in ordinary print: those that an analyst would write down."""

import pytest

from avowed.annotate.incidents.likely import TABLE
from avowed.annotate.weights import load_weights
from tests.annotate.incidents.test_incidents import incidents

TOLD = "On March 25, 2020, gunmen of the Karsh Front attacked a school in Dasmir, killing nine pupils."


def test_an_attack_with_its_day_place_and_toll_is_told_and_is_likely() -> None:
    ((one, _),) = incidents(TOLD)
    assert one.score > 0.8


@pytest.mark.parametrize(
    "topic",
    [
        "Analysts say that attacks like these make voters anxious.",
        "The debate about terrorism and violence will go on, whatever the parties say of the killings.",
        "Republicans acknowledge that this part of their plan will be the hardest to execute.",
        "The front, responsible for many more deaths than its rivals, was never mentioned.",
        "He said that fighting crime was the first duty of a government.",
        "This battle of ideas is not an isolated problem of one state.",
    ],
)
def test_violence_as_a_topic_is_no_incident(topic: str) -> None:
    assert not incidents(topic)


def test_what_is_told_is_told_once_however_often_it_is_mentioned() -> None:
    text = (
        TOLD + " The minister spoke of the attacks. Such attacks draw us together, she wrote. Attacks change elections."
    )
    assert len(incidents(text)) == 1


def test_without_letter_case_the_model_of_incidents_alone_decides() -> None:
    assert load_weights(TABLE).settings["default"] < 0.5
    assert all(one.score >= 0.0 for one, _ in incidents(TOLD.upper()))
