import pytest

from avowed.annotate.parsing.headlines import is_headline, without_title_case

ENGLISH = {
    "envoy",
    "condemns",
    "attack",
    "that",
    "killed",
    "one",
    "policeman",
    "front",
    "claims",
    "on",
    "the",
    "market",
    "army",
}


def ordinary(word):
    return word in ENGLISH


def test_ordinary_words_of_a_headline_are_in_lower_case_and_names_are_not():
    text = "UNO Envoy Condemns Dvani Attack that Killed One Policeman\n\nHe spoke on Monday."
    assert (
        without_title_case(text, ordinary)
        == "UNO envoy condemns Dvani attack that killed one policeman\n\nHe spoke on Monday."
    )


def test_a_word_that_is_part_of_a_name_in_the_text_keeps_its_capital():
    text = "Velm Front Claims Attack on the Market\n\nA bomb of the Velm Front went off."
    assert without_title_case(text, ordinary).startswith("Velm Front claims attack on the market\n")


@pytest.mark.parametrize(
    "line",
    [
        "The Velm Front killed one policeman in the market",
        "Anwar Dessik, Lida Karsh, Omar Belo and Ivo Stanic",
        "Velm Front Claims Attack on the Market.",
        "Claims Attack",
        "Dvani Army: Front Killed One Policeman",
    ],
)
def test_a_sentence_a_list_of_names_two_words_and_a_quotation_are_no_headline(line):
    assert not is_headline(line, ordinary)
    assert without_title_case(line, ordinary) == line


def test_every_letter_stays_in_its_place():
    text = "Über Envoy's Attack Killed İone Policeman ßs\nThe Front Claims One Army Market\n"
    assert len(without_title_case(text, ordinary)) == len(text)
