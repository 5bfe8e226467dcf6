from avowed.model.vocabulary import Factuality, Mode
from tests.annotate.certainty.test_words import judged


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
