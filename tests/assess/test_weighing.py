from dataclasses import replace
from datetime import date

import pytest

from avowed.assess.weigh import counted_once, weight, weights
from avowed.model.vocabulary import Dimension, Factuality, Mode
from avowed.settings import defaults
from tests.building import tie

TODAY = date(2024, 1, 1)


def weigh(one, grades=None, settings=None):
    return weight(one, settings or defaults(), grades or {}, TODAY)


@pytest.mark.parametrize("factuality", [Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNKNOWN])
def test_a_hedged_line_weighs_less_than_its_plain_twin(factuality):
    assert weigh(tie(factuality=factuality)) < weigh(tie())


@pytest.mark.parametrize("mode", [Mode.FUTURE, Mode.HYPOTHETICAL])
def test_what_is_only_planned_or_supposed_weighs_less_than_what_is_told_as_fact(mode):
    assert weigh(tie(mode=mode)) < weigh(tie())


def test_a_denied_line_weighs_nothing():
    assert weigh(tie(negated=True)) == 0


def test_a_rejected_line_weighs_nothing():
    assert weigh(tie(decision="reject")) == 0


def test_a_line_that_the_reader_doubts_weighs_nothing_until_a_person_accepts_it():
    assert weigh(tie(score=0.1)) == 0
    assert weigh(tie(score=0.1, decision="accept")) > 0


def test_a_better_grade_weighs_more_and_an_unknown_source_is_unknown():
    graded = [weigh(tie(), {"The Herald": letter}) for letter in "ABCDE"]
    assert graded == sorted(graded, reverse=True)
    assert weigh(tie()) == weigh(tie(), {"The Herald": "F"})


def test_ageing_halves_after_the_half_life_and_is_off_by_default():
    ageing = replace(defaults(), half_life_years=2.0)
    old, new = tie(year=2021), tie(year=2023)
    assert weigh(old) == weigh(new)
    assert weigh(old, settings=ageing) == pytest.approx(weigh(new, settings=ageing) / 2, rel=0.01)


def test_copies_of_one_story_count_once():
    copies = [tie(key=f"k{n}", family="one", publisher=f"paper {n}") for n in range(5)]
    assert len(counted_once(copies, weights(copies, defaults(), {}, TODAY))) == 1


def test_of_copies_the_heaviest_line_counts():
    plain, hedged = tie(key="plain"), tie(key="hedged", factuality=Factuality.POSSIBLE)
    once = counted_once([hedged, plain], weights([hedged, plain], defaults(), {}, TODAY))
    assert [one.line.key for one in once] == ["plain"]


def test_a_symmetric_tie_told_from_both_ends_counts_once():
    there, back = tie("a", "b", Dimension.CLASH, -1, key="1"), tie("b", "a", Dimension.CLASH, -1, key="2")
    assert len(counted_once([there, back], weights([there, back], defaults(), {}, TODAY))) == 1
