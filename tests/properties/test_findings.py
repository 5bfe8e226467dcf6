from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from avowed.assess.closeness import closeness, tally
from avowed.assess.gap import Scale, gap, sides
from avowed.assess.turns import turns
from avowed.assess.weigh import counted_once, weight, weights
from avowed.model.vocabulary import Dimension, Factuality, Voice
from avowed.settings import defaults
from tests.building import tie

TODAY = date(2024, 1, 1)
SETTINGS = defaults()


@st.composite
def many_ties(draw):
    count = draw(st.integers(1, 25))
    return [
        tie(
            dimension=draw(st.sampled_from(Dimension)),
            sign=draw(st.sampled_from([-1, 0, 1])),
            key=f"k{number}",
            voice=draw(st.sampled_from(Voice)),
            factuality=draw(st.sampled_from(Factuality)),
            negated=draw(st.booleans()),
            publisher=draw(st.sampled_from(["P", "Q", "R"])),
            family=draw(st.sampled_from(["f", "g", "h", "i"])),
            year=draw(st.none() | st.integers(2010, 2020)),
        )
        for number in range(count)
    ]


def weighed(ties):
    return weights(ties, SETTINGS, {}, TODAY)


def plain(one):
    return replace(one, line=replace(one.line, negated=False))


@given(many_ties())
def test_flipping_every_sign_flips_every_closeness(ties):
    flipped = [replace(one, sign=-one.sign) for one in ties]
    one, other = closeness(ties, weighed(ties), SETTINGS), closeness(flipped, weighed(flipped), SETTINGS)
    if one is None:
        assert other is None
    else:
        assert abs(one.value + other.value) < 1e-9
        assert abs(one.low + other.high) < 1e-9


@given(many_ties(), st.randoms())
def test_the_order_of_reading_changes_nothing(ties, random):
    shuffled = list(ties)
    random.shuffle(shuffled)
    one, other = closeness(ties, weighed(ties), SETTINGS), closeness(shuffled, weighed(shuffled), SETTINGS)
    assert (one is None) == (other is None)
    if one is not None:
        assert abs(one.value - other.value) < 1e-9
    assert [(t.before, t.after, t.earliest, t.latest) for t in turns(ties, weighed(ties), SETTINGS)] == [
        (t.before, t.after, t.earliest, t.latest) for t in turns(shuffled, weighed(shuffled), SETTINGS)
    ]


def test_a_copy_does_not_choose_which_publisher_stands_for_the_family():
    first, second = tie(key="k1", publisher="P", family="f"), tie(key="k10", publisher="Q", family="f")
    again = replace(first, line=replace(first.line, key="k1c"))
    assert [one.line.source.publisher for one in counted_once([first, second], weighed([first, second]))] == [
        one.line.source.publisher for one in counted_once([first, second, again], weighed([first, second, again]))
    ]


@given(many_ties())
def test_copies_of_a_story_never_move_a_finding(ties):
    copies = [replace(one, line=replace(one.line, key=one.line.key + "c")) for one in ties]
    one, other = (
        closeness(ties, weighed(ties), SETTINGS),
        closeness([*ties, *copies], weighed([*ties, *copies]), SETTINGS),
    )
    assert (one is None) == (other is None)
    if one is not None:
        assert (one.value, one.low, one.high) == (other.value, other.low, other.high)


@given(many_ties())
def test_the_interval_holds_the_value_and_stays_in_bounds(ties):
    found = closeness(ties, weighed(ties), SETTINGS)
    if found is not None:
        assert -1 <= found.low <= found.value + 1e-9
        assert found.value - 1e-9 <= found.high <= 1


@given(many_ties(), many_ties(), st.sampled_from([-1, 1]))
def test_no_one_unknown_source_takes_closeness_out_of_its_reach(ties, others, sign):
    found = closeness(ties, weighed(ties), SETTINGS)
    plant = [
        replace(
            one,
            sign=sign,
            line=replace(
                one.line,
                key=f"p{one.line.key}",
                source=replace(one.line.source, publisher="plant", family=f"p{one.line.source.family}"),
            ),
        )
        for one in others
    ]
    more = closeness([*ties, *plant], weighed([*ties, *plant]), SETTINGS)
    if found is not None and more is not None:
        assert found.reach.low - 1e-9 <= more.value <= found.reach.high + 1e-9


@given(many_ties())
def test_a_gap_lies_between_minus_two_and_two_and_within_its_range(ties):
    found = gap(sides(ties), Scale(weighed(ties), weighed([plain(one) for one in ties]), SETTINGS))
    if found is not None:
        assert -2 <= found.low <= found.value <= found.high <= 2


@given(many_ties())
def test_every_line_is_on_exactly_one_list_of_the_tally(ties):
    found = tally(ties, weighed(ties))
    listed = [*found.cooperative, *found.hostile, *found.denied, *found.neutral]
    assert sorted(listed) == sorted(one.line.key for one in ties)


@given(many_ties())
def test_a_hedged_line_never_weighs_more_than_its_plain_twin(ties):
    for one in ties:
        plain = replace(one, line=replace(one.line, factuality=Factuality.CERTAIN))
        assert weight(one, SETTINGS, {}, TODAY) <= weight(plain, SETTINGS, {}, TODAY)
