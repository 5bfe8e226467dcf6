"""Who gains by a deed is never written as the one who did it, and a count never finer than its words."""

from avowed.model.vocabulary import Basis, Harm, ParticipantRole, Side
from avowed.model.world import Responsibility, TollRange
from avowed.present.incidents import responsibility_words, toll_words


def test_who_gains_is_not_named_as_the_doer():
    told = Responsibility("a", Basis.REPORTED, "k", role=ParticipantRole.BENEFICIARY)
    assert responsibility_words([told], {"a": "Ash Front"}) == ["said to gain: Ash Front"]


def test_an_open_count_is_shown_as_open_with_its_words():
    toll = TollRange(Harm.KILLED, Side.UNKNOWN, 401, 401, None, words=("more than 400 people",))
    assert toll_words(toll) == "killed: 401 or more (“more than 400 people”)"


def test_an_exact_count_is_a_number():
    assert toll_words(TollRange(Harm.KILLED, Side.CIVILIAN, 25, 25, 25)) == "killed (civilian): 25"
