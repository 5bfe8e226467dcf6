import re

import pytest

from avowed.annotate.page import Page
from avowed.annotate.places import find_places, load_gazetteer
from avowed.model.evidence import LocalPlace, Mention, Report, Span
from avowed.model.vocabulary import Form, MentionType, PlacePrecision
from tests.annotate.marked import parser


def places(marked: str, type_: MentionType = MentionType.LOCATION) -> dict[str, LocalPlace]:
    """The places of a text whose place mentions stand in brackets, by their names."""
    return {place.name: place for place in every_place(marked, type_)}


def every_place(marked: str, type_: MentionType = MentionType.LOCATION) -> tuple[LocalPlace, ...]:
    """The same places in the order of the text, also where two have one name."""
    text, spans = "", list[Span]()
    for part in re.split(r"(\[[^\]]*\])", marked):
        words = part.strip("[]")
        if part.startswith("["):
            spans.append(Span(len(text), len(text) + len(words)))
        text += words
    mentions = tuple(
        Mention(f"m{number}", span, type_, Span(span.end - 1, span.end), Form.NAME)
        for number, span in enumerate(spans, 1)
    )
    page = Page(Report("test", "test", text), next(iter(parser().parse([text]))), mentions)
    return find_places(page, load_gazetteer()).places


def test_a_country_is_a_country() -> None:
    found = places("The talks were held in [Afghanistan].")["Afghanistan"]
    assert (found.precision, found.country) == (PlacePrecision.COUNTRY, "AF")


def test_a_province_is_not_the_town_of_its_name() -> None:
    found = places("Troops reached [Kandahar province] in [Afghanistan].")["Kandahar province"]
    assert (found.precision, found.geonames) == (PlacePrecision.ADMIN1, 1138335)


def test_a_town_is_found_in_another_spelling() -> None:
    found = places("A convoy left [Qandahar] in [Afghanistan].")["Qandahar"]
    assert found.country == "AF"


def test_the_name_after_the_comma_decides_which_town_is_meant() -> None:
    assert places("He lives in [Paris], [Texas].")["Paris"].country == "US"
    assert places("He lives in [Paris].")["Paris"].country == "FR"


def test_a_short_form_of_a_state_decides_too() -> None:
    found = places("The school is in [Paris], Ky., beside the river.")["Paris"]
    assert found.admin1 == "Kentucky"


def test_a_small_place_needs_what_it_lies_in() -> None:
    assert places("They met in [Achin] in [Nangarhar province], [Afghanistan].")["Achin"].country == "AF"


@pytest.mark.parametrize("name", ["Velm", "Dasmir", "Port Ansel"])
def test_an_invented_name_stays_unknown(name: str) -> None:
    found = places(f"Rebels entered [{name}] at night.")[name]
    assert (found.precision, found.latitude) == (PlacePrecision.UNKNOWN, None)


def test_a_town_is_not_guessed_in_a_report_that_names_nothing_else() -> None:
    assert places("The party calls itself [Concord].")["Concord"].precision is PlacePrecision.UNKNOWN


def test_a_continent_has_no_point() -> None:
    assert places("Prices rose all over [Europe].")["Europe"].latitude is None


def test_a_building_lies_near_the_town_that_its_name_opens_with() -> None:
    found = places("A plane left [Kabul International Airport] for the north of Afghanistan.", MentionType.FACILITY)
    assert found["Kabul International Airport"].precision is PlacePrecision.NEAR


def test_all_mentions_of_a_place_are_one_place() -> None:
    found = places("[Mosul] is in [Iraq]. The road to [Mosul] was cut.")
    assert found["Mosul"].mentions == ("m1", "m3")


def test_a_place_name_inside_a_longer_phrase_is_found() -> None:
    page = Page(
        Report("test", "test", text := "The Baghdad police said Iraq was calm."), next(iter(parser().parse([text])))
    )
    assert {place.country for place in find_places(page, load_gazetteer()).places} == {"IQ"}


def test_a_country_does_not_lie_in_the_country_that_the_next_clause_speaks_of() -> None:
    assert places("After attacks inside [Turkey], the [United States] stands by it.")["Turkey"].country == "TR"


def test_countries_told_side_by_side_are_countries() -> None:
    found = places("Fighters came from [Niger], [Nigeria] and [Togo].")["Niger"]
    assert (found.precision, found.country) == (PlacePrecision.COUNTRY, "NE")


def test_a_name_that_the_report_places_once_lies_there_throughout() -> None:
    found = every_place("Police in [Paris] met. The school is in [Paris], Ky., beside the river.")
    assert [place.admin1 for place in found if place.name == "Paris"] == ["Kentucky"]


def test_a_countrys_name_is_the_country_until_the_report_says_otherwise() -> None:
    found = every_place("He left [Lebanon] for [Jordan]. In [Lebanon], Tenn., he was held.")
    assert [place.country for place in found if place.name == "Lebanon"] == ["LB", "US"]
