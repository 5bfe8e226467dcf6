"""Who led before whom: by dates, and by who is told to have succeeded whom."""

from dataclasses import replace
from datetime import date

from avowed.assess.succession import offices
from avowed.model.vocabulary import Dimension, Precision
from avowed.model.when import When
from tests.building import tie


def leads(holder, key, since=None):
    held = tie(holder, "g", Dimension.COMMAND, key=key)
    when = When(since, None, Precision.DAY) if since else held.line.valid
    return replace(held, line=replace(held.line, valid=when))


def after(later, earlier, key):
    return tie(later, earlier, Dimension.ORIGIN, 0, key=key)


def test_a_successor_without_a_date_stands_behind_whom_he_succeeded():
    ties = [leads("c", "k1", date(2016, 5, 21)), leads("a", "k2"), leads("b", "k3")]
    told = [after("b", "a", "k4"), after("c", "b", "k5")]
    assert [one.holder for one in offices([*ties, *told], "g")] == ["a", "b", "c"]


def test_a_circle_of_successions_loses_no_holder():
    ties = [leads("a", "k1"), leads("b", "k2")]
    told = [after("b", "a", "k3"), after("a", "b", "k4")]
    assert {one.holder for one in offices([*ties, *told], "g")} == {"a", "b"}


def test_a_founder_stands_first_and_an_undated_successor_right_behind_him():
    founder = replace(leads("o", "k1"), role="founder")
    ties = [leads("h", "k2", date(2016, 5, 21)), founder, leads("m", "k3")]
    assert [one.holder for one in offices([*ties, after("m", "o", "k4")], "g")] == ["o", "m", "h"]
