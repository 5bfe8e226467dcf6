from datetime import date

from avowed.assess.closeness import closeness, tally
from avowed.assess.gap import gap
from avowed.assess.pair import Asked, pair
from avowed.assess.turns import turns
from avowed.assess.weigh import weights
from avowed.model.vocabulary import Dimension, Voice
from avowed.settings import defaults
from tests.building import numbered, tie

TODAY = date(2024, 1, 1)
SETTINGS = defaults()


def weighed(ties):
    return weights(ties, SETTINGS, {}, TODAY)


def asked(ties, edges=()):
    names = {key: key.title() for key in ("a", "b", "c", "d")}
    return pair(Asked("a", "b", ("a",), ("b",), names), ties, edges, SETTINGS, {}, TODAY)


def words_and_deeds():
    said = [tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED, speaker="a") for _ in range(4)]
    shown = [tie(dimension=Dimension.TRAINING, voice=Voice.OBSERVED) for _ in range(4)]
    return numbered([*said, *shown])


def test_silence_is_not_neutrality():
    assert closeness([], {}, SETTINGS) is None


def test_one_report_is_too_little_evidence_for_a_number():
    ties = [tie(key=str(n), dimension=dimension) for n, dimension in enumerate(Dimension)]
    assert closeness(ties, weighed(ties), SETTINGS) is None


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
    assert gap(ties, weighed(ties), SETTINGS).value == 2


def test_there_is_no_gap_where_one_side_is_silent():
    ties = numbered([tie()] * 6)
    assert gap(ties, weighed(ties), SETTINGS) is None


def test_a_gap_that_hangs_on_one_publisher_names_it():
    said = numbered([tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED)] * 4)
    shown = [tie(key=f"s{n}", family=f"s{n}", publisher="The Planter", dimension=Dimension.TRAINING) for n in range(4)]
    assert gap([*said, *shown], weighed([*said, *shown]), SETTINGS).hangs_on == "The Planter"


def test_an_even_spread_hangs_on_no_single_publisher():
    ties = words_and_deeds()
    assert gap(ties, weighed(ties), SETTINGS).hangs_on == ""


def test_a_change_of_sign_is_dated_between_the_last_line_before_and_the_first_after():
    ties = numbered([tie(year=2015), tie(year=2015), tie(dimension=Dimension.CLASH, sign=-1, year=2019)])
    (turn,) = turns(ties, weighed(ties))
    assert (turn.before, turn.after) == (1, -1)
    assert (turn.earliest.year, turn.latest.year) == (2015, 2019)


def test_a_relation_may_turn_twice():
    signs = [(2014, 1), (2019, -1), (2021, 1)]
    ties = numbered(
        [
            tie(dimension=Dimension.SUPPORT if sign > 0 else Dimension.CLASH, sign=sign, year=year)
            for year, sign in signs
        ]
    )
    assert [(turn.before, turn.after) for turn in turns(ties, weighed(ties))] == [(1, -1), (-1, 1)]


def test_lines_without_a_date_tell_of_no_turn():
    ties = numbered([tie(), tie(dimension=Dimension.CLASH, sign=-1)])
    assert turns(ties, weighed(ties)) == ()


def test_the_answer_says_who_has_not_been_heard():
    assert "A itself is not heard on the relation." in asked(numbered([tie()] * 3)).missing


def test_the_answer_names_years_without_a_line():
    ties = numbered([tie(year=2015), tie(year=2018)])
    assert "No line speaks of 2016, 2017." in asked(ties).missing


def test_every_line_that_was_found_is_in_the_answer():
    ties = numbered([tie(), tie(negated=True), tie(dimension=Dimension.ORIGIN, sign=0)])
    assert {one.line.key for one in asked(ties).ties} == {"k0", "k1", "k2"}


def test_who_stands_between_is_found_through_others():
    found = asked([], [("a", "c", 2, 0), ("c", "b", 1, 1)])
    assert [path.through for path in found.paths] == [("c",)]


def test_a_direct_tie_is_no_path_through_others():
    assert asked([], [("a", "b", 2, 0)]).paths == ()


def test_paths_grow_no_longer_than_asked():
    edges = [("a", "c", 1, 0), ("c", "d", 1, 0), ("d", "b", 1, 0)]
    assert [path.through for path in asked([], edges).paths] == [("c", "d")]
    assert asked([], [*edges[:2], ("d", "e", 1, 0), ("e", "b", 1, 0)]).paths == ()
