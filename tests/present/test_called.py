"""Actors of one name in one list are called by the first thing in which all of them differ."""

from avowed.model.pages import ActorRow
from avowed.model.vocabulary import ActorKind
from avowed.present.called import called, shared


def row(key, name="Front", reports=1, also=(), **more):
    return ActorRow(key, name, more.pop("kind", ActorKind.ARMED_GROUP), reports, False, tuple(also), **more)


def test_a_name_that_one_bears_stays_as_it_is():
    assert called([row("a"), row("b", "Army")]) == {"a": "Front", "b": "Army"}


def test_what_they_are_part_of_comes_before_fuller_names_and_company():
    rows = [row("a", body="Birch Army", beside="Ash"), row("b", body="Rowan Guard", beside="Elm")]
    assert called(rows) == {"a": "Front (part of Birch Army)", "b": "Front (part of Rowan Guard)"}
    fuller = [row("a", also=["HF", "Halmar Front"]), row("b", also=["Talmeria Front"], body="Rowan Guard")]
    assert called(fuller) == {"a": "Front (Halmar Front)", "b": "Front (Talmeria Front)"}


def test_what_does_not_tell_all_of_them_apart_is_passed_over():
    rows = [row("a", beside="Ash"), row("b", beside="Ash", kind=ActorKind.PERSON)]
    assert called(rows) == {"a": "Front (armed group)", "b": "Front (person)"}
    assert called([row("a", beside="Ash"), row("b", beside="Ash", reports=2)])["b"] == "Front (in 2 reports)"
    assert called([row("a"), row("b")]) == {"a": "Front (a)", "b": "Front (b)"}


def test_the_keys_of_names_that_stand_twice_are_found():
    assert shared({"b": "Front", "a": "Front", "c": "Army"}) == ["a", "b"]
