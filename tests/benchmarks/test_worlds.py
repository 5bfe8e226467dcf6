from functools import cache

import pytest

from benchmarks.baselines import signs
from benchmarks.worlds.measuring import avowed, rows
from benchmarks.worlds.sources import copied, planted, reported
from benchmarks.worlds.world import world

FEW, ALL = range(5000, 5006), range(5000, 5030)
HOW_MANY = pytest.mark.parametrize("seeds", [FEW, pytest.param(ALL, marks=pytest.mark.slow)], ids=["few", "all"])


@cache
def measured(seeds, system):
    return rows(seeds, system)


def figure(name, seeds, system=avowed):
    table = measured(seeds, system)[name]
    return sum(right for right, _ in table) / sum(of for _, of in table)


def test_a_world_is_the_same_every_time():
    assert world(7) == world(7)
    assert reported(world(7)) == reported(world(7))


def test_a_world_drawn_anew_keeps_its_truth_and_changes_its_events():
    assert world(7, 1).stretches == world(7).stretches
    assert world(7, 1).events != world(7).events


@pytest.mark.slow  # a share of few worlds says nothing
def test_the_interval_covers_the_truth_about_four_times_in_five():
    assert 0.65 <= figure("closeness: 80 % interval covers the truth", ALL) <= 0.95


@HOW_MANY
def test_a_planted_source_does_not_take_a_finding_out_of_the_range_printed_before_it_came(seeds):
    for name in ("closeness stays", "the gap stays"):
        assert figure(f"planted source: {name} within its printed range", seeds) == 1


@HOW_MANY
def test_turns_are_dated_within_their_range_four_times_in_five(seeds):
    assert figure("turns: the range holds the day", seeds) >= 0.75


@pytest.mark.slow  # as above
def test_the_sign_of_a_gap_that_is_told_is_nearly_always_right():
    assert figure("gap: sign is right where the 80 % interval leaves out 0", ALL) >= 0.85


@HOW_MANY
def test_a_plain_sum_of_signs_tells_turns_that_are_none_more_often_than_we_do(seeds):
    ours = figure("turns: told of those that are none", seeds)
    assert ours < figure("turns: told of those that are none", seeds, system=signs.net) / 2


def test_copies_move_nothing():
    ties = reported(world(11))
    assert avowed([*ties, *copied(ties, 11)]) == avowed(ties)


def test_a_planted_source_lies_within_the_range_that_is_printed_with_it():
    for seed in FEW:
        truth = world(seed)
        ties = reported(truth)
        before, after = avowed(ties), avowed([*ties, *planted(truth, -1 if truth.closeness > 0 else 1)])
        if before.gap is not None:
            assert after.printed[0] - 1e-9 <= before.gap <= after.printed[1] + 1e-9
