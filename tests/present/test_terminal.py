from dataclasses import replace
from datetime import date

from avowed.assess.pair import Asked, pair
from avowed.model.evidence import Speaker
from avowed.model.vocabulary import ActorKind, CueTone, Dimension, Factuality, Mode, Precision, SpeakerRole, Voice
from avowed.model.when import UNKNOWN_TIME, When, in_month, in_year, on_day
from avowed.model.world import Actor
from avowed.present import words
from avowed.present.terminal import actors_text, pair_text
from avowed.settings import defaults
from tests.building import around, numbered, tie

NAMES = {"a": "Ash Front", "b": "Birch Army", "c": "Cedar"}
TODAY = date(2024, 1, 1)


def text(ties, beside=()):
    return pair_text(pair(Asked("a", "b", ("a",), ("b",), NAMES), ties, around(beside), defaults(), {}, TODAY))


def test_too_little_evidence_is_said_instead_of_a_number():
    assert "too little evidence for a number" in text([tie()])


def test_a_number_never_stands_without_its_interval_and_what_it_rests_on():
    shown = " ".join(text(numbered([tie()] * 5)).split())
    assert "+1.00 (80 % between" in shown
    assert "5 cooperative, no hostile, no denied; 5 independent sources" in shown


def test_a_silent_voice_is_called_silent():
    assert "silent: no line" in text([tie()])


def test_a_denial_is_read_before_anything_else():
    assert "[denied] Ash Front supports or is linked with Birch Army" in text([tie(negated=True, voice=Voice.STATED)])


def test_plans_and_suppositions_are_named_as_such():
    assert "[planned or forecast]" in text([tie(mode=Mode.FUTURE)])
    assert "[only supposed; possible]" in text([tie(mode=Mode.HYPOTHETICAL, factuality=Factuality.POSSIBLE)])


def test_the_chain_of_speakers_stands_with_role_and_doubt():
    chain = (
        Speaker("Fault Line", None, None, SpeakerRole.JOURNALIST),
        Speaker("a detainee", None, None, SpeakerRole.DETAINEE, None, CueTone.DOUBTING),
    )
    line = replace(tie().line, speakers=chain)
    assert words.speakers(line) == "Fault Line (journalist) > a detainee (detainee; doubted)"


def test_where_no_report_ties_the_two_those_between_are_shown():
    hostile = tie("c", "b", Dimension.CLASH, -1)
    shown = text([], [tie("a", "c"), tie("a", "c"), hostile, hostile, hostile])
    assert "No report in this case ties the two." in shown
    assert "Ash Front --(2+ 0- support)-- Cedar --(0+ 3- clash)-- Birch Army" in shown


def test_dates_are_as_fine_as_they_are_known():
    assert words.interval(on_day(date(2021, 5, 8))) == "8 May 2021"
    assert words.interval(in_month(2021, 5)) == "May 2021"
    assert words.interval(in_year(2021)) == "2021"
    assert words.interval(When(date(2014, 1, 1), None, Precision.YEAR)) == "since 2014"
    assert words.interval(When(None, date(2019, 12, 31), Precision.YEAR)) == "until 2019"
    assert words.interval(UNKNOWN_TIME) == "date unknown"


def test_every_dimension_reads_as_a_sentence_in_both_signs():
    for dimension in Dimension:
        for sign in (1, -1):
            sentence = words.proposition(tie(dimension=dimension, sign=sign), NAMES)
            assert sentence.startswith("Ash Front ")
            assert sentence.endswith(" Birch Army")


def test_a_speaker_told_by_a_pronoun_is_shown_with_the_name_it_is_read_as():
    he = Speaker("He", None, "m1", SpeakerRole.OFFICIAL, stands_for="Omar Belo")
    assert words.speaking(he) == "He (read as Omar Belo)"


def test_namesakes_that_are_kept_apart_stand_in_one_row_and_the_nameless_below():
    front = [Actor(f"k{n}", "Front", ActorKind.ARMED_GROUP, reports=1) for n in range(3)]
    listed = actors_text([Actor("k", "gunmen", ActorKind.ARMED_GROUP, reports=9), *front])
    assert "    3  Front (armed group, 3 of this name kept apart)" in listed
    assert listed.index("Front") < listed.index("Without a name") < listed.index("gunmen")
