"""Who stands around two actors is found by index as it would be among all ties of the case."""

from random import Random

import pytest

from avowed.assess.ways import thirds, ways
from avowed.store.around import edges_across, edges_near, own_edges
from avowed.store.around import thirds as thirds_in

EVERYBODY = [f"actor-{number:02}" for number in range(24)]


def tied(case, seed):
    """A case in which chance has tied some, with lines of either sign or none."""
    chance = Random(seed)
    pairs = {tuple(chance.sample(EVERYBODY, 2)) for _ in range(220)}
    with case.transaction() as sql:
        sql.executemany(
            "INSERT INTO edges VALUES (?, ?, ?, ?)",
            [(*pair, chance.randrange(4), chance.randrange(3)) for pair in sorted(pairs)],
        )
    return edges_near(case, EVERYBODY, EVERYBODY)


@pytest.mark.parametrize("seed", range(3))
def test_those_tied_to_both_are_the_ones_of_most_lines_on_the_weaker_side(case, seed):
    every = tied(case, seed)
    for left, right in ((["actor-00"], ["actor-01"]), (["actor-02", "actor-03"], ["actor-04", "actor-05"])):
        assert thirds_in(case, left, right, 5) == thirds(every, left, right, 5) != ()


@pytest.mark.parametrize("seed", range(3))
def test_ways_of_three_steps_need_only_the_ties_of_both_sides_and_of_their_neighbours_with_each_other(case, seed):
    every = tied(case, seed)
    one, other = ["actor-00"], ["actor-01"]
    own = own_edges(case, one, other)
    assert ways({*own, *edges_across(case, own, one, other)}, one, other, 3) == ways(every, one, other, 3) != ()


def test_a_way_of_two_steps_leads_over_one_who_is_tied_to_both(case):
    every = tied(case, 1)
    found = ways(every, ["actor-00"], ["actor-01"], 2)
    assert found == tuple(("actor-00", third, "actor-01") for third in thirds_in(case, ["actor-00"], ["actor-01"], 60))
