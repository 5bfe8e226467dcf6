"""Spellings of one word meet in one key, other words keep their own; every rule is run on its own examples."""

import pytest

from avowed.resolve.names.spelling import RULES, Rule, key, skeleton
from avowed.resolve.names.variants import VARIANTS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_makes_its_pair_alike(rule: Rule) -> None:
    one, other = rule.alike
    assert key(one) == key(other)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_keeps_other_words_apart(rule: Rule) -> None:
    one, other = rule.apart
    assert key(one) != key(other)


def test_a_variant_stands_in_one_row_only() -> None:
    assert all(VARIANTS.get(first, first) == first for first in VARIANTS.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haibatullah", "Hibatullah"),
        ("Tayyiba", "Toiba"),
        ("Mohammed", "Muhamad"),
        ("Zawahiri", "Zawaheri"),
        ("Sergey", "Sergei"),
        ("Husayn", "Hossein"),
        ("Mourabitoun", "Morabitoune"),
        ("Qaddafi", "Gaddafi"),
    ],
)
def test_common_spellings_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Hussein"),
        ("Hamid", "Ahmad"),
        ("Salim", "Salman"),
        ("Omar", "Amir"),
        ("Karim", "Akram"),
        ("Rashid", "Rashad"),
        ("Jamal", "Jamil"),
        ("Khalid", "Khalil"),
        ("Nasrallah", "Nasreddin"),
    ],
)
def test_other_names_keep_their_own_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_letters_of_another_alphabet_are_left_as_they_are_where_no_table_has_them() -> None:
    assert key("習近平") == "習近平"


def test_a_skeleton_keeps_consonants_and_a_first_vowel() -> None:
    assert skeleton("Akhundzada") == "aXndzd"
