"""Who gains by a deed is never written as the one who did it."""

from avowed.model.vocabulary import Basis, ParticipantRole
from avowed.model.world import Responsibility
from avowed.present.incidents import responsibility_words


def test_who_gains_is_not_named_as_the_doer():
    told = Responsibility("a", Basis.REPORTED, "k", role=ParticipantRole.BENEFICIARY)
    assert responsibility_words([told], {"a": "Ash Front"}) == ["said to gain: Ash Front"]
