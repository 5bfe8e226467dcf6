"""Who goes on speaking as `he` or `it`, and cue words by which nobody speaks."""

import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.saying import chain, innermost
from avowed.model.vocabulary import SpeakerRole
from tests.annotate.marked import marked_page


def links(text: str, word: str) -> list[tuple[str, str | None]]:
    page = marked_page(text, {"The ministry": "government", "The Quarry Union": "organisation"})
    return [
        (one.text, one.mention) for one in chain(find_sayings(page), page.report.text.index(word), page.report.text)
    ]


def test_he_goes_on_with_the_words_of_who_spoke_right_before() -> None:
    text = "<Omar Belo> said the army had left. He said the mill had burned."
    assert links(text, "burned") == [("He", "m1")]


@pytest.mark.parametrize(("first", "word"), [("Mr. Omar Belo", "She"), ("Mrs. Anna Belo", "He")])
def test_who_is_known_to_be_of_the_other_sex_does_not_go_on(first: str, word: str) -> None:
    text = f"<{first}> said the army had left. {word} said the mill had burned."
    assert links(text, "burned") == [(word, None)]


def test_he_after_another_sentence_stays_open() -> None:
    text = "<Omar Belo> said the army had left. The valley was empty. He said the mill had burned."
    assert links(text, "burned") == [("He", None)]


def test_it_in_one_sentence_with_a_paper_is_the_paper() -> None:
    text = "The paper says the army had left, and <it> notes that the mill had burned."
    assert links(text, "burned") == [("it", None)]


@pytest.mark.parametrize(
    "text",
    [
        "<Omar Belo> continued to receive letters that burned.",
        "Asked why the mill burned, <Omar Belo> left.",
        "Farming as we know it burned.",
        "<Omar Belo> claimed a victory that burned in memory.",
    ],
)
def test_some_words_are_cues_only_elsewhere(text: str) -> None:
    assert links(text, "burned") == []


@pytest.mark.parametrize(
    ("name", "role"),
    [("The Quarry Union", SpeakerRole.SELF), ("The Quarry News", SpeakerRole.JOURNALIST)],
)
def test_only_a_paper_speaks_as_a_journalist(name: str, role: SpeakerRole) -> None:
    page = marked_page(f"<{name}> said the mill had burned.", {name: "organisation"})
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("burned"))
    assert index is not None
    assert sayings[index].role is role
