"""The product's six questions on the example case: the answers are the key's when its lines are read as it reads them."""

from datetime import date

import pytest

from avowed.model.contrasts import Contrast, Course
from avowed.model.vocabulary import Basis, Dimension, Voice
from tests.walk.by_hand import ACTORS
from tests.walk.key import KEY

pytestmark = pytest.mark.slow

LEFT, RIGHT = "Halmar Liberation Front", "Dawn Brigades"
QUESTION = {one["number"]: one for one in KEY["questions"]}
WAR, PEACE = date(2019, 2, 17), date(2020, 8, 31)


def name(actor):
    return ACTORS[actor]["name"]


def names(actors):
    return {name(actor) for actor in actors}


@pytest.fixture(scope="module")
def pair(by_hand):
    return by_hand.ask(LEFT, RIGHT)


def test_every_tie_of_the_key_is_in_the_case(by_hand):
    assert by_hand.counts()["ties"] == len(KEY["ties"])


def test_allies_then_at_war_then_in_quiet_cooperation(pair):
    assert [phase.sign for phase in pair.phases if phase.sign] == [phase["sign"] for phase in QUESTION[1]["phases"]]


def test_both_turns_are_dated_within_their_ranges(pair):
    (first, second) = pair.turns
    assert first.earliest <= WAR <= first.latest
    assert second.earliest <= PEACE <= second.latest


def test_what_has_been_shown_since_the_second_turn_in_every_respect(pair):
    shown = {
        tie.dimension
        for tie in pair.ties
        if tie.voice is not Voice.STATED
        and tie.effective_sign > 0
        and not (tie.when.last and tie.when.last < date(2020, 7, 1))
    }
    wanted = {Dimension(one["dimension"]) for one in QUESTION[1]["shown_dimensions_since_2020_08"] if one["must"]}
    assert wanted <= shown


def test_each_party_is_heard_with_every_line_of_its_own(pair):
    for actor in ("hlf", "dawn"):
        wanted = {tie["quote"] for tie in KEY["ties"] if tie["id"] in QUESTION[1][f"stated_by_{actor}"]}
        said = {" ".join(tie.line.quote.split()) for tie in pair.ties if tie.voice is Voice.STATED}
        pieces = [
            quote for quote in wanted if not any(quote[:25].replace("’", "'") in one.replace("’", "'") for one in said)
        ]
        assert len(pieces) <= len(wanted) / 2, pieces  # the others are told of third parties, not of the two


def test_they_are_closer_than_they_say_and_it_hangs_on_no_single_source(pair):
    assert pair.gap.value > 0
    assert pair.gap.likely.low > 0
    assert pair.gap.low > 0
    assert bool(pair.gap.hangs_on) is QUESTION[1]["hangs_on_one_source"]


def test_both_deny_any_link_while_several_sources_show_one(pair):
    met = {(pair.names[one.party], one.dimension): one for one in pair.denials if one.shown}
    for actor in ("hlf", "dawn"):
        any_link = [one for (party, _), one in met.items() if party == name(actor)]
        assert max(one.families for one in any_link) >= 5
        assert all(one.hangs_on == "" for one in any_link if one.dimension is Dimension.SUPPORT)


def test_through_whom_they_are_tied(pair):
    through = {pair.names[key] for path in pair.paths for key in path.through} | {
        pair.names[third.actor] for third in pair.brokers
    }
    assert names(one["actor"] for one in QUESTION[1]["through"] if one["must"]) & through
    assert name("kessim") in through


def test_war_and_help_at_one_time_are_shown_as_such(pair):
    assert any(one.first and one.first <= PEACE and one.last >= date(2020, 6, 1) for one in pair.together)


def test_who_the_front_is(by_hand):
    found = by_hand.actor(LEFT)
    shown = found.names
    leaders = {shown[office.holder] for office in found.offices}
    assert names(QUESTION[2]["leaders"]) <= leaders
    assert names(QUESTION[2]["partners"]) <= {shown[key] for tie in found.friends for key in (tie.subject, tie.object)}
    assert names(QUESTION[2]["enemies"]) <= {shown[key] for tie in found.enemies for key in (tie.subject, tie.object)}
    assert name(QUESTION[2]["sponsors"][0]) in {shown[tie.subject] for tie in found.sponsors}


def test_the_leaders_of_the_front_stand_in_their_order(by_hand):
    found = by_hand.actor(LEFT)
    shown = [found.names[office.holder] for office in found.offices]
    wanted = [name(actor) for actor in QUESTION[2]["leaders"]]
    assert [one for one in shown if one in wanted] == wanted


def attack(by_hand):
    wanted = {"claimed", "attributed", "denied"}
    found = [one for one in by_hand.incidents() if wanted <= {str(told.basis) for told in one.responsibility}]
    return next(one for one in found if one.when.first == date(2021, 6, 9))


def test_who_is_behind_the_attacks_on_the_capital(by_hand):
    found = by_hand.who(attack(by_hand).key)
    assert found.names[found.hypotheses[0].key] == name("dawn")
    bases = {found.names[one.key]: set(one.bases) for one in found.hypotheses}
    assert Basis.CLAIMED in bases[name("dawn")]
    assert Basis.DENIED in bases[name("hlf")]
    assert any("benefits the Front" in quote for _, quote in found.gains)


def test_the_tolls_of_the_attacks_stand_beside_each_other(by_hand):
    killed = {
        (toll.low, toll.high) for toll in attack(by_hand).tolls if toll.kind == "killed" and toll.who == "civilian"
    }
    assert killed == {(QUESTION[3]["killed"]["low"], QUESTION[3]["killed"]["high"])}
    disputed = [one for one in by_hand.contradictions(RIGHT) if one.kind is Contrast.TOLL]
    assert {("11", "14"), ("14", "19")} & {(one.left_says, one.right_says) for one in disputed}


def test_a_claim_and_a_denial_are_listed_as_a_contradiction(by_hand):
    assert any(one.kind is Contrast.SIGN and one.right.negated for one in by_hand.contradictions(LEFT, RIGHT))


def test_who_says_that_the_front_pays_and_how_many_are_independent(pair):
    paid = [tie for tie in pair.ties if tie.dimension is Dimension.FINANCE and tie.effective_sign > 0]
    assert len({tie.line.source.family for tie in paid}) >= len(QUESTION[1]["finance_sources"]) - 1


@pytest.mark.parametrize(
    "known", [one for one in QUESTION[6]["as_known_on"] if one["must"]], ids=lambda one: one["day"]
)
def test_what_was_known_on_a_day(by_hand, known):
    found = by_hand.ask(LEFT, RIGHT, date.fromisoformat(known["day"]))
    signed = [phase.sign for phase in found.phases if phase.sign]
    assert signed[-1] == known["latest_sign"]


def test_what_is_new_since_the_first_day_of_2022(by_hand):
    found = by_hand.changes(date(2022, 1, 1))
    between = next(one for one in found.relations if {found.names[one.left], found.names[one.right]} == {LEFT, RIGHT})
    assert between.course in (Course.STRONGER, Course.REVERSED)
    lines = set(between.lines)
    fresh = {tie.dimension for tie in by_hand.ask(LEFT, RIGHT).ties if tie.line.key in lines}
    assert {Dimension(one) for one in QUESTION[6]["new_since_2022_01_01"]} <= fresh


def test_who_does_what_among_the_four(by_hand):
    found = by_hand.labour(LEFT, RIGHT, name("kessim"), name("bureau"))
    functions = {function: {found.names[key] for key in row} for function, row in found.functions.items()}
    assert LEFT in functions["pays"]
    assert LEFT in functions["trains"]
    assert name("bureau") in functions["arms"]
