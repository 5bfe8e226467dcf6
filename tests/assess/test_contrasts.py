from dataclasses import replace
from datetime import date

import pytest

from avowed.assess.changes import change, ranked
from avowed.assess.contradictions import on_ties
from avowed.assess.disagreements import Case, on_incident
from avowed.assess.identities import Alias, on_names
from avowed.assess.labour import labour
from avowed.assess.succession import handovers, offices
from avowed.assess.weigh import weights
from avowed.model.contrasts import Change, Changes, Contrast, Course
from avowed.model.evidence import Span, Toll
from avowed.model.resolution import ToldIncident, ToldParty
from avowed.model.vocabulary import (
    Basis,
    Dimension,
    Factuality,
    Harm,
    IncidentType,
    Mode,
    ParticipantRole,
    PlacePrecision,
    Precision,
    Side,
    Stage,
    Voice,
)
from avowed.model.when import UNKNOWN_TIME, When, on_day
from avowed.model.world import Incident, Place, Responsibility
from avowed.present.comparing import changes_text
from avowed.settings import defaults
from tests.building import numbered, tie

NAMES = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar"}


def weighed(ties):
    return weights(ties, defaults(), {}, date(2024, 1, 1))


def test_what_is_told_and_denied_cannot_both_hold():
    told, denied = tie(dimension=Dimension.ARMS, key="1"), tie(dimension=Dimension.ARMS, key="2", negated=True)
    (found,) = on_ties([told, denied], NAMES)
    assert (found.kind, found.left.key, found.right.key) == (Contrast.SIGN, "1", "2")


def test_help_in_one_respect_and_hostility_in_another_do_not_contradict():
    ties = numbered([tie(dimension=Dimension.ARMS), tie(dimension=Dimension.CLASH, sign=-1)])
    assert list(on_ties(ties, NAMES)) == []


def test_a_change_of_sign_in_time_is_history_and_no_contradiction():
    held = numbered([tie(dimension=Dimension.ACCORD, year=2014), tie(dimension=Dimension.ACCORD, sign=-1, year=2019)])
    assert list(on_ties(held, NAMES)) == []
    at_once = numbered(
        [tie(dimension=Dimension.ACCORD, year=2019), tie(dimension=Dimension.ACCORD, sign=-1, year=2019)]
    )
    assert [one.kind for one in on_ties(at_once, NAMES)] == [Contrast.SIGN]


def test_a_part_that_is_asked_for_itself_is_counted_apart_from_the_whole():
    ties = [tie("a1", "b", Dimension.ARMS)]
    for of in ({"a": ("a", "a1"), "a1": ("a1",)}, {"a1": ("a1",), "a": ("a", "a1")}):
        assert list(labour(of, ties, [], {}, NAMES).functions["arms"]) == ["a1"]


def test_relations_of_named_actors_stand_before_those_of_crowds():
    names = {"a": "Ash Front", "b": "Birch Army", "m": "gunmen"}
    crowd = Change(Course.NEW, "a", "m", (0.0, 0.0), (9.0, 0.0), ("1",))
    named = Change(Course.NEW, "a", "b", (0.0, 0.0), (1.0, 0.0), ("2",))
    assert ranked([crowd, named], names) == [named, crowd]


def test_one_sentence_in_one_mouth_does_not_contradict_itself():
    both = [tie(dimension=Dimension.ALLEGIANCE, key="1"), tie(dimension=Dimension.ALLEGIANCE, sign=-1, key="2")]
    assert list(on_ties(both, NAMES)) == []
    assert len(list(on_ties(numbered(both), NAMES))) == 1


def test_a_denial_of_any_link_meets_every_help():
    told, denied = tie(dimension=Dimension.ARMS, key="1"), tie(dimension=Dimension.SUPPORT, key="2", negated=True)
    assert len(list(on_ties([told, denied], NAMES))) == 1


def telling(key, *, killed=None, day=None, place=None, doer=None):
    tolls = (Toll(Harm.KILLED, Side.UNKNOWN, killed, killed, killed, Span(0, 1)),) if killed else ()
    parties = ()
    if doer:
        parties = (ToldParty(ParticipantRole.PERPETRATOR_ORGANISATION, doer[0], doer[0], doer[1]),)
    return ToldIncident(
        key=key, report=key, family=key, published=on_day(date(2021, 6, 10)), type=IncidentType.BOMBING,
        stage=Stage.ACCOMPLISHED, when=on_day(day) if day else UNKNOWN_TIME, place=place, parties=parties, tolls=tolls,
        words=key,
    )  # fmt: skip


def disagreements(*tellings):
    incident = Incident("i", IncidentType.BOMBING, Stage.ACCOMPLISHED, UNKNOWN_TIME, None, (), ())
    lines = {one.key: tie(key=one.key).line for one in tellings}
    return [(one.kind, one.left_says, one.right_says) for one in on_incident(Case(incident, tellings, lines, NAMES))]


def test_two_tolls_that_cannot_both_be_right_are_listed_with_both_numbers():
    assert disagreements(telling("1", killed=11), telling("2", killed=19)) == [(Contrast.TOLL, "11", "19")]
    assert disagreements(telling("1", killed=11), telling("2", killed=11)) == []


def test_a_number_above_an_open_count_does_not_contradict_it():
    open_count = (Toll(Harm.KILLED, Side.UNKNOWN, 20, 20, None, Span(0, 1)),)
    at_least = replace(telling("1", killed=20), tolls=open_count)
    assert disagreements(at_least, telling("2", killed=35)) == []
    assert disagreements(at_least, telling("2", killed=11)) == [(Contrast.TOLL, "20", "11")]


def test_two_days_of_one_deed_are_listed():
    found = disagreements(telling("1", day=date(2021, 6, 9)), telling("2", day=date(2021, 6, 11)))
    assert found == [(Contrast.DATE, "2021-06-09", "2021-06-11")]


def test_two_towns_far_apart_are_listed_and_a_town_in_its_province_is_not():
    near, far = Place("Dasmir", None, "Ulmet", 10.0, 10.0, PlacePrecision.NEAR), Place("Pell", None, None, 14.0, 10.0)
    province = Place("Ulmet", None, None, 12.0, 10.0, PlacePrecision.ADMIN1)
    assert [kind for kind, *_ in disagreements(telling("1", place=near), telling("2", place=far))] == [Contrast.PLACE]
    assert disagreements(telling("1", place=near), telling("2", place=province)) == []


def test_a_claim_by_one_and_the_blame_of_another_are_listed():
    found = disagreements(telling("1", doer=("a", Basis.CLAIMED)), telling("2", doer=("b", Basis.ATTRIBUTED)))
    assert found == [(Contrast.RESPONSIBILITY, "claimed Ash Front", "attributed Birch Army")]


def test_one_name_of_two_actors_is_listed():
    aliases = [Alias("a", "the Front", tie(key="1").line), Alias("b", "The Front", tie(key="2").line)]
    assert [(one.kind, one.about) for one in on_names(aliases, NAMES)] == [(Contrast.IDENTITY, ("a", "b"))]


def test_a_relation_first_told_of_since_is_new_and_one_that_turned_is_reversed():
    old = numbered([tie()] * 2)
    new = [replace(one, line=replace(one.line, key=f"n{i}", source=replace(one.line.source, family=f"n{i}")))
           for i, one in enumerate(numbered([tie(dimension=Dimension.CLASH, sign=-1)] * 4))]  # fmt: skip
    assert change(("a", "b"), [], old, weighed(old)).course is Course.NEW
    assert change(("a", "b"), old, new, weighed([*old, *new])).course is Course.REVERSED


def test_nothing_that_counts_is_no_change():
    rejected = [tie(decision="reject")]
    assert change(("a", "b"), [], rejected, weighed(rejected)) is None


def test_a_plan_leads_nobody_and_an_open_end_is_no_gap():
    first = tie("x", "a", Dimension.COMMAND, year=2016, key="1")
    second = tie("y", "a", Dimension.COMMAND, year=2020, key="2")
    planned = tie("z", "a", Dimension.COMMAND, mode=Mode.FUTURE, key="3")
    held = offices([first, second, planned], "a")
    assert [one.holder for one in held] == ["x", "y"]
    (between,) = handovers(held)
    assert (between.kind, between.first, between.last) == ("gap", date(2017, 1, 1), date(2019, 12, 31))
    since = replace(first, line=replace(first.line, valid=When(date(2016, 1, 1), None, Precision.YEAR)))
    assert handovers(offices([since, second], "a")) == ()


def test_two_leaders_told_of_at_one_time_overlap():
    long = tie("x", "a", Dimension.COMMAND, key="1")
    long = replace(long, line=replace(long.line, valid=When(date(2010, 1, 1), date(2022, 1, 1), Precision.DAY)))
    held = offices([long, tie("y", "a", Dimension.COMMAND, year=2015, key="2")], "a")
    assert [one.kind for one in handovers(held)] == ["overlap"]


def test_who_pays_whom_stands_under_the_payer_and_a_denial_under_nobody():
    ties = [tie("a", "b", Dimension.FINANCE, key="1"), tie("b", "a", Dimension.ARMS, key="2", negated=True)]
    found = labour({"a": ("a",), "b": ("b",)}, ties, [], {}, NAMES)
    assert found.functions == {"pays": {"a": ("1",)}}
    assert "Nobody among them is told to be the one who arms." in found.missing


def test_who_acts_on_one_side_is_not_told_to_fight_the_other():
    found = labour({"a": ("a",), "b": ("b",)}, [tie(dimension=Dimension.JOINT_OPERATION)], [], {}, NAMES)
    assert list(found.functions) == ["acts jointly"]


def test_who_loses_people_to_another_sends_nobody():
    lost = tie(dimension=Dimension.PERSONNEL, sign=-1)
    assert labour({"a": ("a",), "b": ("b",)}, [lost], [], {}, NAMES).functions == {}


@pytest.mark.parametrize(("kind", "does"), [(IncidentType.CLASH, ["fights"]), (IncidentType.MEETING, [])])
def test_a_party_to_a_clash_fights_and_a_party_to_a_meeting_executes_nothing(kind, does):
    told = Responsibility("a", Basis.REPORTED, "k", role=ParticipantRole.PARTY)
    happened = Incident("i", kind, Stage.ACCOMPLISHED, UNKNOWN_TIME, None, ("k",), ("r",), (told,))
    assert list(labour({"a": ("a",)}, [], [happened], {"k": tie().line}, NAMES).functions) == does


def test_a_passage_that_tells_several_things_is_quoted_once_below_them_with_its_doubts():
    held = [
        tie(dimension=one, key=str(one), factuality=Factuality.POSSIBLE) for one in (Dimension.ARMS, Dimension.FINANCE)
    ]
    weighed = {one.line.key: 1.0 for one in held}
    found = change(("a", "b"), (), held, weighed)
    lines, ties = {one.line.key: one.line for one in held}, {one.line.key: one for one in held}
    shown = changes_text(Changes(date(2020, 1, 1), 1, (found,), (), (), (), lines, NAMES, ties=ties))
    assert shown.count("“") == 1
    assert "[possible]" in shown
    assert "arms, finance]" in shown


def test_what_one_does_to_its_own_part_is_leadership_alone():
    ties = [
        tie("a", "a1", Dimension.COMMAND, key="1"),
        tie("a", "a1", Dimension.FINANCE, key="2", voice=Voice.OBSERVED),
    ]
    assert list(labour({"a": ("a", "a1")}, ties, [], {}, NAMES).functions) == ["leads"]
