"""Who is who without any decision: full names hold, weak ones wait, known actors are known by any spelling."""

import pytest

from avowed.model.decisions import Occurrence
from avowed.model.resolution import Resolution
from avowed.resolve.actors import resolve_actors
from tests.resolve.examples import LEAGUES, NOBODY, said


def resolved(*occurrences: Occurrence) -> Resolution:
    return resolve_actors(occurrences, (), LEAGUES)


def count(*occurrences: Occurrence) -> int:
    return len(resolved(*occurrences).actors)


def test_a_full_name_is_one_actor_in_every_report_and_says_why() -> None:
    found = resolved(said(1, "Jaysh al-Fajr"), said(2, "Jaish ul-Fajr"))
    assert found.actors.keys() == {"jaish ul-fajr".replace(" ", "-")}
    assert found.merges[0].features[0].name == "same name spelled otherwise"
    assert not found.actors["jaish-ul-fajr"].reviewed


@pytest.mark.parametrize("name", ["the gunmen", "about 60 fighters", "A doctor", "local officials", "Army", "no group"])
def test_descriptions_stand_for_somebody_else_in_every_report(name: str) -> None:
    assert count(said(1, name), said(2, name)) == 2


def test_a_lone_surname_never_merges_by_itself() -> None:
    together = [said(report, "Yuri Karpenko", "person") for report in (1, 2)]
    together += [said(report, "Marek Vosk", "person") for report in (1, 2)]
    assert count(said(1, "Tarkani", "person"), said(2, "Tarkani", "person"), *together) == 4


def test_two_mullahs_are_two_men() -> None:
    assert count(said(1, "Mullah Tarkani", "person"), said(2, "Mullah Morzai", "person")) == 2


def test_a_common_name_merges_only_among_the_same_people() -> None:
    namesakes = [said(report, "Ali Khan", "person") for report in (1, 2)]
    assert count(*namesakes) == 2
    around = [said(r, name, "person") for r in (1, 2) for name in ("Yuri Karpenko", "Marek Vosk")]
    assert count(*namesakes, *around) == 3


def test_a_short_acronym_merges_only_with_something_in_common() -> None:
    assert count(said(1, "VWF"), said(2, "VWF")) == 2
    assert count(said(1, "VWF", countries=["LY"]), said(2, "VWF", countries=["LY"])) == 1


def test_a_name_that_two_claim_goes_to_neither() -> None:
    given = [said(report, "Dawn Column", aliases=["Valley Sons"]) for report in (1, 2)]
    bearer = said(9, "Valley Sons")
    assert count(*given, bearer) == 1
    others = [said(report, "Northern Legion Bis", aliases=["Valley Sons"]) for report in (3, 4)]
    found = resolved(*given, *others, bearer)
    assert len(found.actors) == 3
    assert any("another bears the name too" in {f.name for f in one.features} for one in found.proposals)


def test_a_known_actor_is_known_by_another_spelling() -> None:
    assert resolved(said(1, "League of the North")).actors["northern-league"].known_as == "northern-league"


def test_an_acronym_of_two_known_actors_is_left_open() -> None:
    assert resolved(said(1, "NL")).actors.keys() == {"nl-010101"}


def test_an_acronym_is_settled_by_what_is_named_beside_it() -> None:
    found = resolved(said(1, "NLG"), said(1, "Real Northern League"), said(1, "Yuri Karpenko", "person"))
    assert "northern-league" in found.actors


def test_either_or_is_an_actor_of_its_own() -> None:
    either = [said(1, "Dawn Column or Valley Sons", "either_or"), said(2, "Valley Sons or Dawn Column", "either_or")]
    assert count(*either, said(1, "Dawn Column"), said(2, "Valley Sons")) == 3


def test_look_alike_letters_are_asked_and_never_merged() -> None:
    found = resolved(said(1, "Dawn Column"), said(2, "Dаwn Column"))
    assert len(found.actors) == 2
    assert found.proposals[0].features[0].name == "letters that look alike"


def test_a_person_and_a_group_of_one_name_have_keys_of_their_own() -> None:
    found = resolved(said(1, "Idris Tarkani", "person"), said(2, "Idris Tarkani", "armed_group"))
    assert found.actors.keys() == {"idris-tarkani", "idris-tarkani-person"}


def test_keys_stay_when_reports_are_added() -> None:
    first = [said(5, "Dawn Column"), said(5, "the gunmen"), said(6, "Idris Tarkani", "person")]
    more = [said(1, "Dawn Column"), said(2, "the gunmen"), said(3, "Marek Vosk", "person")]
    before = resolve_actors(first, (), NOBODY).membership
    after = resolve_actors([*more, *first], (), NOBODY).membership
    assert {key: after[key] for key in before} == before


def test_nothing_resolves_to_nothing() -> None:
    assert resolve_actors([], (), LEAGUES) == Resolution({}, {})
