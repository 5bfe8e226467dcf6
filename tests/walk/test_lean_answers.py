"""What is asked for in part is the same part of the whole answer, though less is read for it."""

from dataclasses import replace
from datetime import date

import pytest

from avowed import Case
from avowed.assess.contradictions import on_ties
from avowed.model.contrasts import Contrast
from avowed.store.around import ties_on
from avowed.store.since import disputed
from avowed.walk.enquiry import names_of

pytestmark = pytest.mark.slow


def test_some_words_of_an_actor_are_the_latest_of_all(by_hand: Case) -> None:
    for actor in by_hand.actors():
        whole, some = by_hand.actor(actor.key), by_hand.actor(actor.key, most=1)
        latest = sorted(whole.own_words, key=lambda one: one.line.source.published.first or date.min, reverse=True)
        assert some.own_words == tuple(latest[:1])
        assert replace(some, own_words=whole.own_words, attributes=whole.attributes) == whole
        assert some.attributes == whole.attributes[:1]


def test_contradictions_found_without_words_are_those_found_with_all_words(by_hand: Case) -> None:
    ties = ties_on(by_hand.store, disputed(by_hand.store, (), 300))
    found = [one for one in by_hand.contradictions() if one.kind is Contrast.SIGN]
    assert found == list(on_ties(ties, names_of(by_hand.store)))
    assert found
