import pytest

from avowed.annotate.certainty.judge import Certainty, judge
from avowed.annotate.page import span_of
from avowed.annotate.sayings.saying import Manner, Saying, Stance
from avowed.model.evidence import Span
from avowed.model.vocabulary import CueTone, Factuality, Mode, SpeakerRole
from tests.annotate.certainty.test_words import judged
from tests.annotate.marked import marked_page


def test_a_hedge_is_kept_with_its_words() -> None:
    certainty = judged("The army reportedly {attacked} the camp.")
    assert [(span.start, span.end) for span in certainty.hedges] == [(9, 19)]


def test_an_accusation_is_never_certain() -> None:
    assert judged("Omar accused the army of {burning} the camp.").factuality is Factuality.PROBABLE


def test_a_suspicion_is_only_possible() -> None:
    assert judged("Officials suspect the army {helped} thieves.").factuality is Factuality.POSSIBLE


def test_a_denial_negates_and_two_denials_do_not() -> None:
    assert judged("The army denied {training} thieves.").negated
    assert not judged("The army did not deny {training} thieves.").negated


def test_a_hedge_on_the_speaker_is_no_hedge_on_the_content() -> None:
    certainty = judged("A man who may be a spy said that the army {attacked} the camp.")
    assert (certainty.factuality, certainty.mode) == (Factuality.CERTAIN, Mode.ACTUAL)


def test_a_clause_of_its_own_is_not_hedged_by_its_neighbour() -> None:
    assert judged("The army may leave, but it {attacked} the camp.").factuality is Factuality.CERTAIN


def test_a_question_asserts_nothing() -> None:
    certainty = judged("Why was the camp {attacked} by the army?")
    assert (certainty.factuality, certainty.mode) == (Factuality.POSSIBLE, Mode.HYPOTHETICAL)


def test_a_condition_is_supposed() -> None:
    assert judged("If the army {attacks} the camp, we leave.").mode is Mode.HYPOTHETICAL


def test_what_may_have_happened_is_possible_but_not_supposed() -> None:
    certainty = judged("The army may have {attacked} the camp.")
    assert (certainty.factuality, certainty.mode) == (Factuality.POSSIBLE, Mode.ACTUAL)


def test_would_of_habit_is_fact() -> None:
    assert judged("Every spring the army would {attack} the camp.").mode is Mode.ACTUAL


def test_not_only_denies_nothing() -> None:
    assert not judged("The army not only {attacked} the camp but burned it.").negated


def test_neither_nor_denies_for_both() -> None:
    assert judged("Neither the army nor the police {attacked} the camp.").negated


@pytest.mark.parametrize(
    "sentence",
    [
        "In case the army {attacks} the camp, we leave.",
        "Provided that the army {supports} the camp, we stay.",
        "Were the League to {attack} the camp, the army would step in.",
        "An {attack} by the army on the camp would end the truce.",
    ],
)
def test_a_condition_needs_no_conjunction(sentence: str) -> None:
    assert judged(sentence).mode is Mode.HYPOTHETICAL


def test_the_case_of_something_is_no_condition() -> None:
    assert judged("In the case of Dasmir, the army {attacked} the camp.").mode is Mode.ACTUAL


def test_a_single_word_in_quotation_marks_is_doubted() -> None:
    assert (
        judged("The army's “proof” that the Karsh Front {armed} the Velm League was a photograph.").factuality
        is Factuality.PROBABLE
    )


def test_a_label_in_quotation_marks_doubts_no_deed() -> None:
    assert judged("Some “patriots” {attacked} the camp.").factuality is Factuality.CERTAIN


def test_what_somebody_is_told_is_no_order() -> None:
    assert judged("Omar told the press that the army {attacked} the camp.") == Certainty()
    assert judged("Omar told the army to {attack} the camp.").mode is Mode.HYPOTHETICAL


def test_a_name_that_is_given_asks_for_nothing() -> None:
    assert judged("The press called the army a {partner} of thieves.").mode is Mode.ACTUAL


def test_a_verb_of_its_own_time_is_free_of_its_neighbours_hedge() -> None:
    sentence = "The army is believed to be close to thieves and formally {pledged} loyalty to Omar."
    assert judged(sentence).factuality is Factuality.CERTAIN


def test_regarding_is_no_belief() -> None:
    assert judged("Omar voiced his concern regarding the {talks} with the army.") == Certainty()


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no doubt that the army {attacked} the camp.",
        "There is little doubt that the army {attacked} the camp.",
        "It is beyond question that the army {attacked} the camp.",
    ],
)
def test_a_doubt_that_nobody_has_lowers_and_denies_nothing(sentence: str) -> None:
    assert judged(sentence) == Certainty()


def test_a_doubt_that_somebody_has_still_counts() -> None:
    assert judged("There is some doubt that the army {attacked} the camp.").factuality is Factuality.POSSIBLE


def test_what_is_only_probable_to_come_is_future() -> None:
    certainty = judged("There is a high probability that the army would {attack} the camp.")
    assert (certainty.factuality, certainty.mode) == (Factuality.PROBABLE, Mode.FUTURE)


def test_a_part_that_one_must_play_is_no_deed_yet() -> None:
    assert judged("The army must play a leading role in {fighting} thieves.").mode is Mode.HYPOTHETICAL
    assert judged("The army played a leading role in {fighting} thieves.") == Certainty()


def test_what_somebody_only_looks_for_a_way_to_do_is_supposed() -> None:
    assert judged("The ministers differ over how to {fight} the thieves.").mode is Mode.HYPOTHETICAL


def test_a_threat_stays_one_behind_the_day_on_which_it_was_made() -> None:
    assert (
        judged("The thieves threatened on 3 May 2014 to {kill} members of the council by June 2015.").mode
        is Mode.FUTURE
    )


def test_none_of_them_did_it_is_a_denial() -> None:
    assert judged("None of the brigades was {attacking} the camp.").negated
    assert not judged("Some of the brigades were {attacking} the camp.").negated


def test_a_strategy_that_is_lacked_is_no_deed() -> None:
    assert judged("Omar said he has no strategy to {defeat} the thieves.").negated


def test_who_somebody_is_stands_outside_what_is_denied_of_them() -> None:
    assert not judged("Omar has no policy for dealing with an army {led} by thieves.").negated
    assert judged("There are no thieves {attacking} the camp.").negated


def test_no_choice_but_to_do_it_is_the_deed() -> None:
    assert not judged("The army had no choice but to {attack} the camp.").negated
    assert judged("The army had no plans to {attack} the camp.").negated


def test_a_truce_that_is_agreed_to_is_no_plan() -> None:
    assert judged("The army agreed to a {truce} with the thieves.").mode is Mode.ACTUAL
    assert judged("The army agreed to {attack} the thieves.").mode is Mode.FUTURE


def test_what_the_pledge_itself_is_made_of_is_no_plan_though_the_pledge_is_somebodys_word() -> None:
    page = marked_page("The League pledged to serve the Brigade.")
    pledged, served = (page.token_at(page.report.text.index(word)) for word in ("pledged", "serve"))
    assert pledged is not None
    assert served is not None
    word = Saying(
        source=None,
        source_span=None,
        cue=span_of(pledged),
        role=SpeakerRole.SELF,
        tone=CueTone.NEUTRAL,
        stance=Stance.ASSERTS,
        manner=Manner.INDIRECT,
        contents=(Span(0, len(page.report.text)),),
    )
    assert judge(served, (word,)).mode is not Mode.ACTUAL
    assert judge(served, (word,), spent=frozenset({"pledge"})).mode is Mode.ACTUAL
