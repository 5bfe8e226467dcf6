"""Pictures that stand alone: valid XML with their own style; vague places are drawn vaguely."""

from datetime import date
from xml.etree import ElementTree as ET

from avowed.assess.pair import Asked, pair
from avowed.model.vocabulary import Basis, IncidentType, PlacePrecision, Stage, Voice
from avowed.model.when import on_day
from avowed.model.world import Incident, Place, Responsibility
from avowed.present import pictures_of
from avowed.settings import defaults
from tests.building import around, numbered, tie

NAMES = {"a": "Ash <Front>", "b": "Birch & Army"}
SVG = "{http://www.w3.org/2000/svg}"


def drawn(ties, incidents=()):
    answer = pair(Asked("a", "b", ("a",), ("b",), NAMES), ties, around(()), defaults(), {}, date(2024, 1, 1))
    return {name: ET.fromstring(one.svg) for name, one in pictures_of(answer, incidents).items()}  # noqa: S314  # ours


def happened(precision, place="Karsan"):
    where = Place(place, "XK", None, 31.5, 65.25, precision)
    told = (Responsibility("a", Basis.CLAIMED, "k"),)
    return Incident(
        "i", IncidentType.BOMBING, Stage.ACCOMPLISHED, on_day(date(2020, 1, 1)), where, ("k",), ("r",), told
    )


def ring(precision):
    (circle,) = drawn([tie(year=2020)], [happened(precision)])["map"].iter(f"{SVG}circle")
    return float(circle.get("r")), float(circle.get("fill-opacity"))


def test_every_picture_is_xml_that_carries_its_style():
    shown = drawn(numbered([tie(year=2020), tie(year=2021, sign=-1)]), [happened(PlacePrecision.EXACT)])
    assert set(shown) == {"timeline", "years", "network", "map"}
    assert all(picture.find(f"{SVG}style") is not None for picture in shown.values())


def test_a_place_known_by_its_province_is_a_wider_and_fainter_ring():
    exact, province = ring(PlacePrecision.EXACT), ring(PlacePrecision.ADMIN1)
    assert province[0] > exact[0]
    assert province[1] < exact[1]


def test_both_signs_of_one_year_are_drawn_on_their_own_sides():
    shown = drawn(numbered([tie(year=2020), tie(year=2020, sign=-1)]))["years"]
    marks = {tuple(rect.get("class").split()) for rect in shown.iter(f"{SVG}rect")}
    assert marks == {("year", "plus", "shown"), ("year", "minus", "shown")}


def test_what_the_two_say_is_outlined_beside_what_is_shown():
    shown = drawn(numbered([tie(year=2020), tie(year=2020, sign=-1, voice=Voice.STATED, speaker="a")]))["years"]
    assert {"said", "shown"} <= {word for rect in shown.iter(f"{SVG}rect") for word in rect.get("class").split()}


def test_nothing_is_drawn_without_anything_to_draw():
    assert set(drawn([tie()])) == {"network"}


def test_a_map_shows_the_coasts_and_borders_around_the_places():
    (border,) = drawn([tie(year=2020)], [happened(PlacePrecision.EXACT)])["map"].iter(f"{SVG}path")
    assert border.get("class") == "border"
    assert border.get("d").count("M") > 3


def test_incidents_of_one_place_are_one_ring_with_their_number():
    shown = drawn([tie(year=2020)], [happened(PlacePrecision.EXACT)] * 3)["map"]
    assert len(list(shown.iter(f"{SVG}circle"))) == 1
    assert "Karsan (3)" in [text.text for text in shown.iter(f"{SVG}text")]


def test_names_on_a_map_never_hide_each_other():
    here = [happened(precision, f"Karsan {precision}") for precision in PlacePrecision]
    names = [text.text for text in drawn([tie(year=2020)], here)["map"].iter(f"{SVG}text")]
    assert len(here) > len(names) > 0
