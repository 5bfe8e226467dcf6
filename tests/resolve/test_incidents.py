"""Incidents over reports: follow-ups update, commemorations refer, two attacks in one week stay two, decisions hold."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from avowed.model.decisions import Decision, Verdict
from avowed.model.resolution import ToldIncident
from avowed.model.vocabulary import Mode, Side
from avowed.model.world import Incident, TollRange
from avowed.resolve.incidents import merge_incidents, resolve_incidents
from tests.often import often
from tests.resolve.tellings import told

SARN = "bombing 2020-05-12 Sarn@30,60"


def keys(found: tuple[Incident, ...]) -> set[frozenset[str]]:
    return {frozenset(one.assertions) for one in found}


def decision(number: int, verdict: Verdict, left: str, right: str = "") -> Decision:
    return Decision(number, verdict, left, right, "ana", "2024-05-01T00:00:00+00:00")


def test_two_reports_of_one_bombing_are_one_incident_that_says_why() -> None:
    (found,) = merge_incidents((told(SARN, "r1"), told(SARN, "r2")), ())
    assert found.reports == ("r1", "r2")
    assert "the same town or spot" in found.why[0]


def test_a_follow_up_brings_a_range_with_who_gives_each_end() -> None:
    first = told(f"{SARN} killed=11", "r1", date(2020, 5, 12))
    later = told(f"{SARN} killed=14", "r2", date(2020, 5, 14))
    (found,) = merge_incidents((later, first), ())
    assert found.tolls == (
        TollRange(
            found.tolls[0].kind,
            Side.UNKNOWN,
            low=11,
            best=14,
            high=14,
            assertions=(first.key, later.key),
            low_by=(first.key,),
            best_by=(later.key,),
            high_by=(later.key,),
        ),
    )
    assert "killed (unknown): 11 in the first report, 14 in the last" in found.why


def test_an_open_count_keeps_the_whole_open_and_its_words() -> None:
    first = told(f"{SARN} killed=11", "r1", date(2020, 5, 12))
    (toll,) = first.tolls
    open_one = replace(first, tolls=(replace(toll, high=None),), counts=("at least 11 people",))
    (found,) = merge_incidents((open_one, told(f"{SARN} killed=14", "r2", date(2020, 5, 14))), ())
    assert (found.tolls[0].low, found.tolls[0].high, found.tolls[0].words) == (11, None, ("at least 11 people",))


def test_a_toll_that_two_families_give_beats_one_story_printed_thrice() -> None:
    copies = [told(f"{SARN} killed=20 family=wire", f"c{n}", date(2020, 5, 16)) for n in range(3)]
    others = [told(f"{SARN} killed=14", f"o{n}", date(2020, 5, 14)) for n in range(2)]
    (found,) = merge_incidents((*copies, *others), ())
    assert found.tolls[0].best == 14


def test_the_key_is_that_of_the_report_published_first() -> None:
    first, later = told(SARN, "z", date(2020, 5, 12)), told(SARN, "a", date(2020, 5, 14))
    assert merge_incidents((first, later), ())[0].key == first.key


def test_two_bombings_of_one_report_are_never_one() -> None:
    one, other = told(SARN, "r1"), replace(told(SARN, "r1"), key="r1-again")
    bridge = told(SARN, "r2")
    assert len(merge_incidents((one, other, bridge), ())) == 2


def test_attacks_in_one_town_in_one_week_stay_apart() -> None:
    days = [told(f"bombing 2020-05-{day} Sarn@30,60", f"r{day}") for day in (11, 13, 15)]
    assert len(merge_incidents(days, ())) == 3


def test_a_commemoration_refers_to_the_old_incident() -> None:
    old = told(f"{SARN} killed=14", "r1", date(2020, 5, 13))
    again = told(f"{SARN} killed=14", "r2", date(2021, 5, 12))
    assert len(merge_incidents((old, again), ())) == 1


def test_a_commemoration_without_a_date_is_not_taken_for_news() -> None:
    new = told("bombing 2021-05-12 Sarn@30,60", "r1", date(2021, 5, 12))
    words = "On the anniversary of the bombing in Sarn wreaths were laid."
    again = told("bombing - Sarn@30,60", "r2", date(2021, 5, 12), words=words)
    assert len(merge_incidents((new, again), ())) == 2


def test_news_without_a_date_joins_by_the_day_it_was_published() -> None:
    dated = told(f"{SARN} killed=14", "r1")
    undated = told("bombing - Sarn@30,60 killed=14", "r2", date(2020, 5, 13))
    assert len(merge_incidents((dated, undated), ())) == 1


def test_what_is_denied_or_planned_stands_alone() -> None:
    plain = told(SARN, "r1")
    denied, planned = told(SARN, "r2", negated=True), told(SARN, "r3", mode=Mode.FUTURE)
    assert len(merge_incidents((plain, denied, planned), ())) == 3


def test_parts_follow_their_whole_into_its_incident() -> None:
    whole, part = told(SARN, "r1", local="s1"), told("bombing 2020-05-12 Gate@30,60", "r1", local="s2", part_of="s1")
    found = {one.key: one for one in merge_incidents((whole, part, told(SARN, "r2")), ())}
    assert found[part.key].part_of == whole.key


def test_a_person_parts_and_joins_incidents_and_takes_it_back() -> None:
    one, other = told(SARN, "r1"), told(SARN, "r2")
    parted = decision(1, Verdict.NOT_SAME, one.key, other.key)
    assert len(merge_incidents((one, other), (parted,))) == 2
    assert all(found.reviewed for found in merge_incidents((one, other), (parted,)))
    undo = decision(2, Verdict.UNDO, "1")
    assert merge_incidents((one, other), (parted, undo)) == merge_incidents((one, other), ())
    far = told("bombing 2020-07-01 Varesk@31,60", "r3")
    same = decision(3, Verdict.SAME, one.key, far.key)
    assert keys(merge_incidents((one, other, far), (same,))) == {frozenset({one.key, other.key, far.key})}


lines = st.builds(
    "{} {} {}{}".format,
    st.sampled_from(["bombing", "attack", "suicide_bombing", "kidnapping"]),
    st.sampled_from(["2020-05-12", "2020-05-13", "2020-05", "2020-08-01", "-"]),
    st.sampled_from(["Sarn@30,60", "Varesk@31,60", "Lower@30.3,60/admin1", "-"]),
    st.sampled_from(["", " killed=11", " killed=14 struck=gate", " by=dawn", " by=dawn killed=90"]),
)
tellings = st.lists(
    st.builds(told, lines, st.sampled_from(["r1", "r2", "r3", "r4"]), st.sampled_from([None, date(2020, 5, 14)])),
    max_size=9,
    unique_by=lambda one: one.key,
)


@settings(max_examples=often(80), deadline=None)
@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_tellings_is_nothing(given_: list[ToldIncident], random: Random) -> None:
    assert merge_incidents(given_, ()) == merge_incidents(random.sample(given_, len(given_)), ())


@settings(max_examples=often(80), deadline=None)
@given(tellings)
def test_every_telling_is_in_one_incident_and_no_report_twice_in_any(given_: list[ToldIncident]) -> None:
    found = merge_incidents(given_, ())
    assert sorted(key for one in found for key in one.assertions) == sorted(one.key for one in given_)
    assert all(len(one.reports) == len(one.assertions) for one in found)


@settings(max_examples=often(80), deadline=None)
@given(tellings)
def test_every_toll_lies_within_its_range(given_: list[ToldIncident]) -> None:
    for found in merge_incidents(given_, ()):
        for toll in found.tolls:
            assert toll.low <= toll.best
            assert toll.high is None or toll.best <= toll.high
            assert toll.low_by
            assert toll.best_by
            assert toll.high_by


MAY_BE_ONE = (told(SARN, "r1"), told("bombing 2020-05-12 -", "r2"))


def test_a_pair_between_the_thresholds_is_proposed_and_not_merged() -> None:
    found = resolve_incidents(MAY_BE_ONE, ())
    assert len(found.incidents) == 2
    assert [{one.left, one.right} for one in found.proposals] == [{one.key for one in MAY_BE_ONE}]


def test_what_a_person_said_of_a_pair_is_not_asked_again() -> None:
    for verdict in (Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE):
        said = decision(1, verdict, *(one.key for one in MAY_BE_ONE))
        assert resolve_incidents(MAY_BE_ONE, (said,)).proposals == ()


def test_a_telling_that_another_of_the_set_contradicts_is_not_proposed() -> None:
    one, same = told(f"{SARN} killed=14", "r1"), told(f"{SARN} killed=14", "r2")
    other = told("bombing 2020-05-12 - killed=90", "r3")
    assert resolve_incidents((one, same, other), ()).proposals == ()


@settings(max_examples=often(80), deadline=None)
@given(tellings, st.randoms(use_true_random=False))
def test_proposals_are_between_two_incidents_and_hang_on_no_order(given_: list[ToldIncident], random: Random) -> None:
    found = resolve_incidents(given_, ())
    of = {key: one.key for one in found.incidents for key in one.assertions}
    pairs = [frozenset((of[one.left], of[one.right])) for one in found.proposals]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(pairs) == len(set(pairs))
    assert found.proposals == resolve_incidents(random.sample(given_, len(given_)), ()).proposals
