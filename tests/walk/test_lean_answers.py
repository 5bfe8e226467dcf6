"""What is asked for in part is the same part of the whole answer, though less is read for it."""

from datetime import date
from typing import Any

import pytest

from avowed import Case
from avowed.assess.contradictions import on_ties
from avowed.model.contrasts import Contrast
from avowed.store.around import ties_on
from avowed.store.since import disputed
from avowed.walk import actor_page
from avowed.walk.enquiry import names_of

pytestmark = pytest.mark.slow


PARTS = ("friends", "enemies", "sponsors", "havens", "money", "changes")
SAME = ("kind", "known_as", "reviewed", "parent", "parts", "offices", "handovers", "attributes", "missing")


@pytest.mark.parametrize("known_on", [None, date(2021, 8, 20)])
def test_the_page_of_an_actor_shows_what_its_dossier_holds(by_hand: Case, known_on: date | None) -> None:
    for actor in by_hand.actors():
        whole, page = by_hand.actor(actor.key, known_on), by_hand.desk.actor(actor.key, known_on)
        for part in (*PARTS, *SAME):
            assert getattr(page, part) == getattr(whole, part), part
        assert page.told == {part: len(getattr(whole, part)) for part in PARTS}
        assert page.own_words == latest_first(whole.own_words, 40)
        assert page.names.items() <= whole.names.items()


def test_of_much_the_latest_is_shown_and_all_is_counted(by_hand: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    for most in ("_MOST", "_WORDS", "_LOOKED_AT"):
        monkeypatch.setattr(actor_page, most, 1)
    cut = 0
    for actor in by_hand.actors():
        whole, page = by_hand.actor(actor.key), by_hand.desk.actor(actor.key)
        for part in PARTS:
            assert getattr(page, part) == latest_first(getattr(whole, part), 1)
            assert page.told[part] == len(getattr(whole, part))
            cut += page.told[part] > 1
        assert page.own_words == latest_first(whole.own_words, 1)
        assert page.missing == whole.missing
    assert cut


def latest_first(rows: tuple[Any, ...], most: int) -> tuple[Any, ...]:
    return tuple(sorted(rows, key=lambda one: one.line.source.published.first or date.min, reverse=True)[:most])


def test_contradictions_found_without_words_are_those_found_with_all_words(by_hand: Case) -> None:
    ties = ties_on(by_hand.store, disputed(by_hand.store, (), 300))
    found = [one for one in by_hand.contradictions() if one.kind is Contrast.SIGN]
    assert found == list(on_ties(ties, names_of(by_hand.store)))
    assert found
