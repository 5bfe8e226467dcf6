import pytest

from avowed.annotate.annotator import Annotator
from avowed.model.evidence import Report, report_id
from tests.annotate.one_reader import one_reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return one_reader()


def named(annotator: Annotator, text: str) -> dict[str, str]:
    (reading,) = annotator.annotate([Report(report_id(text), "x", text)])
    names = {one.id: one.name for one in reading.actors}
    return {one.span.of(text): names[one.actor] for one in reading.mentions if one.actor}


def test_the_group_behind_the_attack_is_the_one_that_claims_it(annotator: Annotator) -> None:
    text = (
        "The Marrow Brigade is at war. The group behind the attack on the port has ties to the Pine League. "
        "Ten died. The Halmar Liberation Front has claimed responsibility."
    )
    assert named(annotator, text)["The group"] == "Halmar Liberation Front"


def test_the_group_behind_an_unclaimed_attack_is_not_the_one_spoken_of(annotator: Annotator) -> None:
    text = "The Marrow Brigade is at war. The group behind the attack on the port has ties to the Pine League."
    assert named(annotator, text).get("The group") != "Marrow Brigade"


def test_a_state_named_by_its_adjective_has_its_countrys_name(annotator: Annotator) -> None:
    assert named(annotator, "An American airstrike killed Omar Belo, a commander of the Marrow Brigade.").get(
        "American"
    ) in (None, "United States")
