import pytest

from avowed.model.evidence import Report, report_id
from tests.annotate.one_reader import one_reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def annotator():
    return one_reader()


def actors(annotator, text):
    (reading,) = annotator.annotate([Report(report_id(text), "x", text)])
    return {m.span.of(text): m.actor for m in reading.mentions if m.actor}


def test_the_front_is_the_liberation_front_named_before(annotator):
    found = actors(annotator, "The Halmar Liberation Front attacked the town. Later the Front shelled the army base.")
    assert found["the Front"] == found["The Halmar Liberation Front"]


def test_two_fronts_leave_the_front_unsettled(annotator):
    text = "The Halmar Liberation Front fought the Orlun Popular Front. Later the Front shelled the base."
    found = actors(annotator, text)
    assert found["The Halmar Liberation Front"] != found["the Orlun Popular Front"]
    assert found.get("the Front") not in (found["The Halmar Liberation Front"], found["the Orlun Popular Front"])


def test_a_name_used_on_its_own_is_not_a_short_form(annotator):
    found = actors(annotator, "Dawn attacked the camp. The Dawn Brigades denied it. Dawn laughed.")
    assert found.get("Dawn") != found["The Dawn Brigades"]


def test_the_coalition_is_not_the_local_force_of_that_name(annotator):
    found = actors(annotator, "The Halmar Arab Coalition took the town. The Coalition supports them from the air.")
    assert found["The Coalition"] != found["The Halmar Arab Coalition"]
