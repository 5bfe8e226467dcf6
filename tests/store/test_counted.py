"""Lines are counted by the fields that stand with every link: the counts are those of the lines themselves."""

from datetime import date

from avowed.model.vocabulary import Dimension, Factuality, Kind
from avowed.model.when import on_day
from avowed.store import find, lists, network, since, timeline
from avowed.store.happenings import Sought
from avowed.store.write import add_reading
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"
EAST, WEST, NORTH = "Elm Front", "Willow Army", "Rowan Guard"


def fill(store, *readings):
    for one in readings:
        add_reading(store, one, AT)
    rebuild(store)


def told(words, *ties, **more):
    return reading(report(f"{EAST}, {WEST} and {NORTH}: {words}."), *ties, **more)


def test_a_report_that_was_read_anew_is_counted_by_its_last_reading_alone(case):
    one, two = Told(EAST, WEST), Told(WEST, EAST, Dimension.ARMS)
    fill(case, told("once", one), told("again", one, two), told("again", two, reader="by hand/2"))
    (ties,) = [one for one in lists.checked(case, ()) if one.kind == Kind.TIE]
    assert ties.lines == 2


def test_a_pair_is_disputed_where_one_dimension_has_both_signs_or_something_is_denied(case):
    mixed = told("mixed", Told(EAST, WEST), Told(EAST, WEST, sign=-1))
    apart = told("apart", Told(EAST, NORTH, Dimension.ARMS), Told(EAST, NORTH, Dimension.ATTACK, sign=-1))
    denied = told("denied", Told(NORTH, WEST), Told(NORTH, WEST, Dimension.ARMS, negated=True))
    fill(case, mixed, apart, denied)
    keys = lists_keys(case)
    pairs = {frozenset(pair) for pair in since.disputed(case, (), 10)}
    assert pairs == {frozenset((keys[EAST], keys[WEST])), frozenset((keys[NORTH], keys[WEST]))}
    assert {frozenset(pair) for pair in since.disputed(case, (keys[EAST],), 10)} == {
        frozenset((keys[EAST], keys[WEST]))
    }


def lists_keys(store):
    return {row["name"]: row["key"] for row in store.connection.execute("SELECT key, name FROM actors")}


def test_the_earliest_ties_are_shown_and_of_one_day_those_of_the_lesser_key(case):
    days = [date(2020, 5, day) for day in (3, 1, 2, 1, 1)]
    fill(case, *(told(f"number {n}", Told(EAST, WEST, valid=on_day(day))) for n, day in enumerate(days)))
    sought = Sought((lists_keys(case)[EAST],), "", "", "", "")
    shown = timeline.ties(case, sought, 2, dated=True)
    every = timeline.ties(case, sought, 10, dated=True)
    assert shown == every[:2]
    assert [one.when.first.day for one in every] == [1, 1, 1, 2, 3]
    assert [one.key for one in every[:3]] == sorted(one.key for one in every[:3])


def test_a_bond_is_hedged_where_the_report_is_not_sure_and_stands_in_its_year(case):
    when = on_day(date(2019, 2, 3))
    fill(case, told("perhaps", Told(EAST, WEST, factuality=Factuality.PROBABLE, valid=when), Told(EAST, WEST)))
    bonds = network.whole(case, 10).bonds
    assert {(bond.hedged, tuple(bond.years.items())) for bond in bonds} == {(True, (("2019", 1),)), (False, (("", 1),))}


def test_among_many_actors_the_pairs_are_those_that_most_is_told_of(case, monkeypatch):
    fill(case, told("all", Told(EAST, WEST), Told(EAST, WEST, Dimension.ARMS), Told(WEST, NORTH)))
    few = network.whole(case, 3)
    monkeypatch.setattr(network, "_MANY", 1)
    assert network.whole(case, 3) == few
    assert len(network.whole(case, 2).bonds) == 2


def test_of_the_ties_that_an_actor_speaks_of_those_of_one_dimension_can_be_had_alone(case):
    spoken = [Told(EAST, WEST, one, speaker=NORTH) for one in (Dimension.COMMAND, Dimension.ARMS)]
    fill(case, told("says", *spoken, Told(NORTH, EAST, Dimension.TRAINING)))
    key = lists_keys(case)[NORTH]
    assert [tie.dimension for tie in find.ties_of(case, (key,))] == ["command", "arms", "training"]
    assert [tie.dimension for tie in find.ties_of(case, (key,), spoken=Dimension.COMMAND)] == ["command", "training"]
