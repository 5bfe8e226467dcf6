from dataclasses import replace
from datetime import date

from avowed.assess.pair import Asked, pair
from avowed.model.findings import Said
from avowed.model.vocabulary import Dimension, Voice
from avowed.present.markdown import pair_markdown
from avowed.settings import defaults
from tests.building import around, numbered, tie

NAMES = {"a": "Ash Front", "b": "Birch Army"}


def answer(ties):
    return pair(Asked("a", "b", ("a",), ("b",), NAMES), ties, around(()), defaults(), {}, date(2024, 1, 1))


def test_what_is_shown_stands_with_its_ranges_and_the_gap_of_each_party():
    stated = tie(dimension=Dimension.STANCE, sign=-1, voice=Voice.STATED)
    told = numbered([*[stated] * 4, *[tie(dimension=Dimension.TRAINING)] * 4])
    text = pair_markdown(answer([replace(one, speaker="a") if one.voice is Voice.STATED else one for one in told]))
    assert "**Shown (observed and assessed together):** close" in text
    assert "unknown one more" in text
    assert "Ash Front alone: Gap" in text


def test_own_words_that_tell_no_tie_are_told_with_their_speaker():
    told = Said("a", "official", "statement", "it is raining", ("b",), tie(voice=Voice.STATED).line)
    text = pair_markdown(replace(answer(numbered([tie()])), own_words=(told,)))
    assert "**Ash Front on Birch Army: it is raining**" in text
