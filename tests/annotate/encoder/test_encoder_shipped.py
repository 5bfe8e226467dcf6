"""The model that ships reads sentences it has never seen."""

import pytest

from avowed.annotate.encoder import SHIPPED, Encoder

TEXT = "The Marrow Brigade attacked an army convoy near Delvana on Tuesday. Colonel Ivo Stanic leads the brigade."
SENTENCES = [(0, 67), (68, len(TEXT))]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reading():
    (window,) = Encoder.load().read(TEXT, SENTENCES)
    return window


def spans(found):
    return {(TEXT[one.start : one.end], one.label) for one in found}


def test_it_finds_the_mentions_of_an_invented_war(reading):
    assert ("Tuesday", "time") in spans(reading.mentions())
    assert ("Delvana", "location") in spans(reading.mentions())
    assert ("The Marrow Brigade", "organisation") in spans(reading.mentions())


def test_it_sees_who_attacked_whom(reading):
    attacker, attacked = (0, 18), (28, 42)
    forward, backward = reading.pairs([(attacker, attacked), (attacked, attacker)])
    assert max(forward.ties, key=forward.ties.__getitem__) == "attack-"
    assert forward.ties["attack-"] > backward.ties["attack-"]


def test_all_labels_of_a_pair_share_one_chance(reading):
    (pair,) = reading.pairs([((0, 18), (28, 42))])
    assert sum(pair.ties.values()) == pytest.approx(1, abs=0.01)


def test_case_does_not_decide():
    text = TEXT.upper()
    (window,) = Encoder.load().read(text, SENTENCES)
    assert ("TUESDAY", "time") in {(text[one.start : one.end], one.label) for one in window.mentions()}


def test_every_file_of_the_model_is_told_of_in_its_card():
    assert {path.name for path in SHIPPED.iterdir()} == set(Encoder.load().card.row["files"]) | {"card.json", "card.md"}
