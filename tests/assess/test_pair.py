from dataclasses import replace
from datetime import date

from avowed.assess.closeness import closeness, tally
from avowed.assess.gap import Scale, gap, sides
from avowed.assess.pair import Asked, pair
from avowed.assess.turns import turns
from avowed.assess.ways import ways
from avowed.assess.weigh import weights
from avowed.model.vocabulary import Dimension, Factuality, Voice
from avowed.settings import defaults
from tests.building import around, numbered, tie

TODAY = date(2024, 1, 1)
SETTINGS = defaults()


def weighed(ties):
    return weights(ties, SETTINGS, {}, TODAY)


def asked(ties, beside=()):
    names = {key: key.title() for key in "abcde"}
    return pair(Asked("a", "b", ("a",), ("b",), names), ties, around(beside), SETTINGS, {}, TODAY)


def gap_of(ties):
    return gap(sides(ties), Scale(weighed(ties), weighed([plain(one) for one in ties]), SETTINGS))


def plain(one):
    return replace(one, line=replace(one.line, negated=False))


def turns_of(ties):
    return turns(ties, weighed(ties), SETTINGS)


def words_and_deeds():
    said = [tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED, speaker="a") for _ in range(4)]
    shown = [tie(dimension=Dimension.TRAINING, voice=Voice.OBSERVED) for _ in range(4)]
    return numbered([*said, *shown])


def test_silence_is_not_neutrality():
    assert closeness([], {}, SETTINGS) is None


def test_one_report_is_too_little_evidence_for_a_number():
    ties = [tie(key=str(n), dimension=dimension) for n, dimension in enumerate(Dimension)]
    assert closeness(ties, weighed(ties), SETTINGS) is None


def stories(*publishers, sign=1):
    """A story of its own for each publisher named."""
    told = Dimension.TRAINING if sign > 0 else Dimension.CLASH
    names = [f"{name} {number}" for number, name in enumerate(publishers)]
    return [
        tie(dimension=told, sign=sign, publisher=publisher, family=name, key=name)
        for publisher, name in zip(publishers, names, strict=True)
    ]


def test_one_unknown_source_takes_closeness_no_further_than_its_reach():
    ties, contrary = stories(*"PPPQQQRRR"), stories(*["plant"] * 200, sign=-1)
    before, after = (closeness(lines, weighed(lines), SETTINGS) for lines in (ties, [*ties, *contrary]))
    assert after.value < before.low
    assert before.reach.low <= after.value <= before.reach.high


def test_reach_holds_what_is_left_without_the_planted_source():
    ties = stories(*"PPPQQQRRR")
    before, after = (
        closeness(lines, weighed(lines), SETTINGS) for lines in (ties, [*ties, *stories("plant", sign=-1)])
    )
    assert after.reach.low <= before.value <= after.reach.high + 1e-9


def test_closeness_names_the_source_without_which_too_little_is_left():
    ties = stories(*"PPPQ")
    assert closeness(ties, weighed(ties), SETTINGS).hangs_on == "P"


def test_closeness_of_too_few_sources_hangs_on_every_one_of_them():
    ties = stories(*"PPQ")
    assert closeness(ties, weighed(ties), SETTINGS).hangs_on == "every one of its sources"


def test_where_lines_of_one_source_do_not_resemble_each_other_nothing_bounds_what_one_source_could_do():
    free = replace(SETTINGS, publisher_likeness=0.0)
    ties = numbered([tie()] * 6)
    assert closeness(ties, weighed(ties), free).reach.low == -1


def test_only_friendly_lines_show_two_actors_close():
    ties = numbered([tie()] * 6)
    found = closeness(ties, weighed(ties), SETTINGS)
    assert found.value == 1
    assert 0 < found.low < 1
    assert not found.mixed


def test_friendship_and_hostility_are_never_netted_to_neutrality():
    ties = numbered([*[tie()] * 3, *[tie(dimension=Dimension.ATTACK, sign=-1)] * 3])
    both = tally(ties, weighed(ties))
    assert both.sympathy > 0 < both.hostility
    assert closeness(ties, weighed(ties), SETTINGS).mixed


def test_a_denied_tie_is_listed_as_denied_and_not_as_its_opposite():
    ties = [tie(negated=True)]
    both = tally(ties, weighed(ties))
    assert (both.cooperative, both.hostile, both.denied) == ((), (), ("k",))


def test_two_who_condemn_each_other_while_one_trains_the_other_are_closer_than_they_say():
    ties = words_and_deeds()
    assert gap_of(ties).value == 2


def test_there_is_no_gap_where_one_side_is_silent():
    ties = numbered([tie()] * 6)
    assert gap_of(ties) is None


def test_a_gap_that_hangs_on_one_publisher_names_it():
    said = numbered([tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED)] * 4)
    shown = [tie(key=f"s{n}", family=f"s{n}", publisher="The Planter", dimension=Dimension.TRAINING) for n in range(4)]
    assert gap_of([*said, *shown]).hangs_on == "The Planter"


def test_an_even_spread_hangs_on_no_single_publisher():
    ties = words_and_deeds()
    assert gap_of(ties).hangs_on == ""


def test_a_change_of_sign_is_dated_between_the_last_line_before_and_the_first_after():
    ties = numbered([tie(year=2015), tie(year=2015), tie(dimension=Dimension.CLASH, sign=-1, year=2019)])
    (turn,) = turns_of(ties)
    assert (turn.before, turn.after) == (1, -1)
    assert (turn.earliest.year, turn.latest.year) == (2015, 2019)


def test_a_relation_may_turn_twice():
    years = [(2014, Dimension.SUPPORT, 1), (2019, Dimension.CLASH, -1), (2023, Dimension.SUPPORT, 1)]
    ties = numbered([tie(dimension=what, sign=sign, year=year) for year, what, sign in years for _ in range(3)])
    assert [(turn.before, turn.after) for turn in turns_of(ties)] == [(1, -1), (-1, 1)]


def test_lines_without_a_date_tell_of_no_turn():
    ties = numbered([tie(), tie(dimension=Dimension.CLASH, sign=-1)])
    assert turns_of(ties) == ()


def test_the_answer_says_who_has_not_been_heard():
    assert "A itself is not heard on the relation." in asked(numbered([tie()] * 3)).missing


def test_the_answer_names_years_without_a_line():
    ties = numbered([tie(year=2015), tie(year=2018)])
    assert "No line speaks of 2016, 2017." in asked(ties).missing


def test_every_line_that_was_found_is_in_the_answer():
    ties = numbered([tie(), tie(negated=True), tie(dimension=Dimension.ORIGIN, sign=0)])
    assert {one.line.key for one in asked(ties).ties} == {"k0", "k1", "k2"}


def test_who_stands_between_is_found_through_others():
    found = asked([], [tie("a", "c"), tie("c", "b")])
    assert [path.through for path in found.paths] == [("c",)]


def test_a_direct_tie_is_no_path_through_others():
    assert asked([], [tie("a", "b")]).paths == ()


def test_paths_take_up_to_four_steps_and_no_more():
    four = [tie("a", "c"), tie("c", "d"), tie("d", "e"), tie("e", "b")]
    assert [path.through for path in asked([], four).paths] == [("c", "d", "e")]
    assert ways([("a", "c", 1, 0), ("c", "d", 1, 0), ("d", "b", 1, 0)], ("a",), ("b",), 2) == ()


def test_a_path_through_a_shared_leader_comes_before_a_shorter_told_one():
    through_trade = [tie("a", "c", Dimension.FINANCE), tie("c", "b", Dimension.FINANCE)]
    through_leader = [tie("d", "a", Dimension.COMMAND), tie("d", "b", Dimension.COMMAND)]
    found = asked([], [*through_trade, *through_leader]).paths
    assert [(path.through, path.inside) for path in found] == [(("d",), True), (("c",), False)]


def test_steps_that_never_held_at_one_time_are_said_not_to_overlap():
    found = asked([], [tie("a", "c", year=2010), tie("c", "b", year=2020)])
    assert found.paths[0].overlap is False
    assert asked([], [tie("a", "c", year=2020), tie("c", "b", year=2020)]).paths[0].overlap is True
    assert asked([], [tie("a", "c"), tie("c", "b", year=2020)]).paths[0].overlap is None


def test_a_step_whose_only_line_was_rejected_is_no_way_through():
    assert asked([], [tie("a", "c"), tie("c", "b", decision="reject")]).paths == ()


def test_an_enemys_enemy_is_an_observation_and_moves_no_number():
    around = [tie("a", "c", Dimension.CLASH, -1), tie("b", "c", Dimension.CLASH, -1)]
    found = asked([], around)
    assert [(one.actor, one.left, one.right) for one in found.balance] == [("c", -1, -1)]
    assert found.closeness == asked([]).closeness
    assert found.shown is None


def test_a_denial_stands_beside_what_is_shown_all_the_same():
    denied = [tie(key="no", negated=True, voice=Voice.STATED, speaker="a")]
    (one,) = asked([*denied, *numbered([tie(dimension=Dimension.TRAINING)] * 2)]).denials
    assert (one.party, one.denied, one.shown, one.families) == ("a", ("no",), ("k0", "k1"), 2)


def test_a_denied_attack_is_not_met_by_help():
    denied = [tie("a", "b", Dimension.ATTACK, -1, key="no", negated=True, voice=Voice.STATED, speaker="a")]
    (one,) = asked([*denied, *numbered([tie(dimension=Dimension.TRAINING)] * 2)]).denials
    assert one.shown == ()


def test_who_denies_any_tie_says_neither_friend_nor_foe():
    said = [tie(key=f"n{n}", family=f"n{n}", negated=True, voice=Voice.STATED, speaker="a") for n in range(3)]
    shown = numbered([tie(dimension=Dimension.TRAINING)] * 4)
    assert gap_of([*said, *shown]).value == 1


def test_each_party_has_a_gap_of_its_own():
    said = [
        tie(dimension=Dimension.STANCE, sign=-1, key=f"s{n}", family=f"s{n}", voice=Voice.STATED, speaker="a")
        for n in range(3)
    ]
    found = asked([*said, *numbered([tie(dimension=Dimension.TRAINING)] * 3)])
    assert found.gaps["a"].value == 2
    assert found.gaps["b"] is None


def test_the_gap_says_in_which_dimensions_and_since_when():
    said = [tie(key=f"s{n}", family=f"s{n}", dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED) for n in range(3)]
    found = gap_of([*said, *numbered([tie(dimension=Dimension.TRAINING, year=2019)] * 3)])
    assert found.dimensions == (Dimension.TRAINING,)
    assert found.since == date(2019, 1, 1)


def test_a_gap_that_hangs_on_hedged_lines_says_so():
    said = [tie(key=f"s{n}", family=f"s{n}", dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED) for n in range(3)]
    shown = numbered([tie(dimension=Dimension.TRAINING, factuality=Factuality.POSSIBLE)] * 3)
    assert "all hedged lines" in gap_of([*said, *shown]).hangs_on


def test_help_and_attack_in_one_year_are_shown_at_one_time():
    ties = numbered([tie(dimension=Dimension.ARMS, year=2020), tie(dimension=Dimension.CLASH, sign=-1, year=2020)])
    (both,) = asked(ties).together
    assert both.dimensions == ((Dimension.ARMS,), (Dimension.CLASH,))


def test_help_and_attack_ten_years_apart_are_no_ambivalence():
    ties = numbered([tie(dimension=Dimension.ARMS, year=2010), tie(dimension=Dimension.CLASH, sign=-1, year=2020)])
    assert asked(ties).together == ()


def test_both_signs_in_one_report_without_dates_are_told_side_by_side():
    ties = [
        tie(dimension=Dimension.ARMS, key="1", family="f"),
        tie(dimension=Dimension.RIVALRY, sign=-1, key="2", family="f"),
    ]
    (both,) = asked(ties).together
    assert (both.first, both.last) == (None, None)
    apart = numbered([tie(dimension=Dimension.ARMS), tie(dimension=Dimension.RIVALRY, sign=-1)])
    assert asked(apart).together == ()


def test_no_publisher_outvotes_the_others_by_printing_more():
    few = [tie(key=f"f{n}", family=f"f{n}", publisher=f"paper {n}") for n in range(4)]
    many = [tie(dimension=Dimension.ATTACK, sign=-1, key=f"m{n}", family=f"m{n}", publisher="one") for n in range(40)]
    ties = [*few, *many]
    assert closeness(ties, weighed(ties), SETTINGS).value > -0.75


def test_the_ranges_of_both_tallies_hold_their_sums():
    ties = numbered([*[tie()] * 4, *[tie(dimension=Dimension.ATTACK, sign=-1)] * 2])
    found = tally(ties, weighed(ties))
    assert found.sympathy_range.low < found.sympathy < found.sympathy_range.high
    assert found.hostility_range.low < found.hostility < found.hostility_range.high


def test_every_weight_opens_to_its_factors():
    (factor,) = asked([tie(factuality=Factuality.PROBABLE)]).factors.values()
    product = factor.strength * factor.certainty * factor.mode * factor.reliability * factor.age
    assert factor.value == product
