"""Rules and model together, on sentences that neither was made for."""

from collections.abc import Sequence

import pytest

from avowed.annotate.annotator import Annotator
from avowed.annotate.ties.hybrid import SEEN, _Found, _merely_beside, joined
from avowed.annotate.ties.match import Draft
from avowed.model.evidence import Assertion, Reading, Report, TieContent, report_id
from tests.annotate.marked import marked_page
from tests.annotate.one_reader import one_reader

TEXT = (
    "The Marrow Brigade attacked an army convoy near Delvana on Tuesday. Colonel Ivo Stanic leads the brigade. "
    "Fighters of the Pine League ambushed the Marrow Brigade near the village of Orsk and killed four of its men."
)


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return one_reader()


def read(annotator: Annotator, text: str) -> Reading:
    (reading,) = annotator.annotate([Report(report_id(text), "x", text)])
    return reading


def ties(reading: Reading) -> Sequence[Assertion]:
    return [one for one in reading.assertions if isinstance(one.content, TieContent)]


def test_without_a_model_the_rules_stand_alone() -> None:
    page = marked_page("<The Karsh Front> attacked <the Ardan Army>.")
    drawn = tuple[Draft, ...]()
    assert joined(page, drawn) == drawn


@pytest.mark.slow
def test_every_tie_says_what_read_it(annotator: Annotator) -> None:
    assert all(one.rule for one in ties(read(annotator, TEXT)))


@pytest.mark.slow
def test_a_tie_that_rule_and_model_agree_on_scores_high(annotator: Annotator) -> None:
    assert max(one.score for one in ties(read(annotator, TEXT)) if not one.rule.startswith(SEEN)) > 0.7


@pytest.mark.slow
def test_no_pair_has_a_tie_of_the_model_beside_one_of_the_same_sign_by_rule(annotator: Annotator) -> None:
    reading = read(annotator, TEXT)
    actor = {one.id: one.actor for one in reading.mentions}
    places = [
        (one.quote.start, frozenset((actor[one.content.subject], actor[one.content.object])), one.content.sign)
        for one in ties(reading)
        if isinstance(one.content, TieContent)
    ]
    assert len(places) == len(set(places))


@pytest.mark.slow
def test_locations_are_read_and_are_no_tie(annotator: Annotator) -> None:
    reading = read(annotator, TEXT)
    found = [one for one in reading.assertions if one.trigger_type == "CoLocated"]
    assert found
    assert not any(isinstance(one.content, TieContent) for one in found)


@pytest.mark.slow
def test_no_location_of_a_person_is_told(annotator: Annotator) -> None:
    text = f"{TEXT} General Anwar Dessik was in Karsan with Pavo Lisk, near the barracks of Velm."
    reading = read(annotator, text)
    kind = {one.id: one.type for one in reading.mentions}
    placed = [one.content for one in reading.assertions if one.trigger_type in ("CoLocated", "Apart")]
    assert placed
    assert not [one for one in placed if "person" in (kind[one.subject], kind.get(one.value_mention or ""))]


@pytest.mark.slow
def test_every_quote_covers_what_it_is_about(annotator: Annotator) -> None:
    reading = read(annotator, TEXT)
    span = {one.id: one.span for one in reading.mentions}
    for one in ties(reading):
        assert isinstance(one.content, TieContent)
        assert one.quote.covers(span[one.content.subject])
        assert one.quote.covers(span[one.content.object])


@pytest.mark.slow
def test_the_same_text_gives_the_same_reading(annotator: Annotator) -> None:
    assert read(annotator, TEXT) == read(annotator, TEXT)


@pytest.mark.slow
def test_an_envoy_to_a_body_is_no_member_of_it(annotator: Annotator) -> None:
    found = ties(read(annotator, "The country's deputy ambassador to the Orsk Council, Ivo Stanic, asked for help."))
    assert not [one for one in found if isinstance(one.content, TieContent) and one.content.dimension == "membership"]


def test_a_body_that_is_named_before_a_room_is_no_party() -> None:
    for words, beside in (("the Ardan Army briefing room", True), ("the camp of the Ardan Army", False)):
        page = marked_page(f"<Omar Belo> spoke in {words.replace('Ardan Army', '<Ardan Army>')}.")
        speaker, body = page.mentions
        found = _Found((0, "a1", "a2", "BelongsTo+"), speaker, body)
        assert _merely_beside(found, page) is beside
