"""How alike two names are: order is nothing, another word on each side parts them, a missing one does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avowed.resolve.names.form import analysed
from avowed.resolve.names.letters import looks_like, mixes_scripts
from avowed.resolve.names.likeness import ALIKE, THRESHOLD, compare, could_be_alike, spells_out


def likeness(one: str, other: str, person: bool = True) -> float:
    return compare(analysed(one, person), analysed(other, person)).likeness


@given(st.text("abdehiklmnorstuz -'", min_size=1, max_size=25), st.text("abdehiklmnorstuz -'", min_size=1, max_size=25))
def test_which_name_comes_first_is_nothing(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_any_two_texts_have_a_likeness_from_nought_to_one(one: str, other: str, person: bool) -> None:
    assert 0 <= likeness(one, other, person) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yuri Karpenko", "Yuri Antonovich Karpenko"),
        ("Yuri Karpenko", "Y. Karpenko"),
        ("Yuri Karpenko", "Yuri Karpenkо"),
        ("Idris Tarkani", "Idris Tarkanni"),
        ("Idris al-Tarkani", "Idrees Tarkany"),
    ],
)
def test_one_mans_names_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yuri Karpenko", "Oleg Karpenko"),
        ("Idris Tarkani", "Idris Morzai"),
        ("Yuri Karpenko", "O. Karpenko"),
        ("Salman bin Omar al-Wadi", "Salman bin Idris al-Wadi"),
    ],
)
def test_two_mens_names_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < THRESHOLD


def test_numbers_are_alike_only_when_they_are_equal() -> None:
    words = compare(analysed("9th Dawn Brigade", False), analysed("12th Dawn Brigade", False))
    assert [word.key for word in words.left_over] == ["9"]


def test_an_acronym_is_spelled_by_the_first_letters_of_a_name() -> None:
    full = analysed("Front for the Liberation of the Valley", False)
    assert spells_out(analysed("FLV", False), full)
    assert spells_out(analysed("FFTLOTV", False), full)
    assert not spells_out(analysed("FLA", False), full)


def test_a_word_of_two_alphabets_is_noticed() -> None:
    assert mixes_scripts("Dаwn Column")
    assert not mixes_scripts("Dawn Column")
    assert not mixes_scripts("Рассвет Dawn")


def test_letters_that_look_alike_are_put_as_latin_ones() -> None:
    assert looks_like("dаwn") == "dawn"


WORDS = st.sampled_from(
    ["Idris", "Idrees", "Tarkani", "Tarkoni", "Morani", "Ali", "Front", "Army", "Valley", "Valleys", "Dawn"]
)


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, min_size=1, max_size=5), st.booleans())
def test_names_that_could_not_be_alike_are_not(one: list[str], other: list[str], person: bool) -> None:
    left, right = analysed(" ".join(one), person), analysed(" ".join(other), person)
    if not could_be_alike(left, right):
        found = compare(left, right)
        assert found.likeness < ALIKE
        assert found.left_over
        assert found.right_over


@given(st.text("abdehiklmnorstuz ", min_size=1, max_size=25), st.text("abdehiklmnorstuz ", min_size=1, max_size=25))
def test_letters_that_could_not_be_alike_are_not(one: str, other: str) -> None:
    left, right = analysed(one.title(), True), analysed(other.title(), True)
    assert could_be_alike(left, right) or compare(left, right).likeness < ALIKE


def test_another_surname_cannot_be_alike() -> None:
    assert not could_be_alike(analysed("Idris Tarkani", True), analysed("Idris Morzai", True))


def test_a_name_run_together_could_be_alike() -> None:
    assert could_be_alike(analysed("Van Derbilt", True), analysed("Vander Bilt", True))
