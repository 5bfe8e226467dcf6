import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.first_person import with_first_person
from avowed.annotate.ties.find import find_ties
from avowed.annotate.ties.homes import Home, home_in, homes
from avowed.model.vocabulary import Voice
from tests.annotate.marked import marked_page


def voices(text: str, kinds: dict[str, str] | None = None) -> list[Voice]:
    page = marked_page(text, kinds)
    sayings = find_sayings(page)
    return [tie.voice for tie in find_ties(with_first_person(page, sayings), sayings)]


@pytest.mark.parametrize("home", homes(), ids=lambda home: home.country)
def test_an_office_names_its_country_without_naming_it(home: Home) -> None:
    assert home_in(home.match) == home.country
    assert home_in(home.miss) is None


def test_a_title_behind_another_country_is_that_country_s() -> None:
    assert home_in("Iraqi Foreign Secretary") is None


def test_an_officer_speaks_for_the_country_of_his_office() -> None:
    text = "Pentagon Press Secretary <Omar Belo> said <the United States> bombed <the Karsh Front>."
    assert voices(text, {"the United States": "government"}) == [Voice.STATED]


def test_a_country_s_officer_speaks_for_the_coalition_it_is_in() -> None:
    text = "Foreign Office Minister <Omar Belo> said <the coalition> bombed <the Karsh Front>."
    assert voices(text, {"the coalition": "umbrella"}) == [Voice.STATED]


def test_a_third_party_without_a_tie_to_either_assesses() -> None:
    assert voices("<Omar Belo> said <the Velm League> bombed <the Karsh Front>.") == [Voice.ASSESSED]


def test_a_group_that_calls_for_an_attack_states_it() -> None:
    assert voices("<The Karsh Front> vowed to attack <the army>.")[0] is Voice.STATED


def test_what_was_only_tried_was_still_observed() -> None:
    assert voices("<The Karsh Front> tried to attack <the army>.") == [Voice.OBSERVED]


def test_a_fight_that_a_third_tells_as_plain_fact_is_conduct() -> None:
    text = "<Omar Belo> said <the Velm League> fought <the Karsh Front> in the valley."
    assert voices(text) == [Voice.OBSERVED]
