"""Plain text into paragraphs, wrapped by hand or not."""

from hypothesis import given
from hypothesis import strategies as st

from avowed.read.layout import paragraphs_of

WRAPPED = """\
   The garrison of Dol left the bridge on Friday, and the Northern
Front took the town without a shot. Nobody was hurt, said a man who
had seen it from the mill.

   The army said that it had withdrawn in good order and that the
road to the north was still held by its men.
"""


def test_each_line_of_a_pasted_page_is_a_paragraph() -> None:
    assert paragraphs_of("Bridge falls\n\nThe garrison left.\nNobody was hurt.\n") == (
        "Bridge falls",
        "The garrison left.",
        "Nobody was hurt.",
    )


def test_lines_wrapped_by_hand_are_put_together() -> None:
    first, second = paragraphs_of(WRAPPED)
    assert first.startswith("The garrison of Dol left the bridge on Friday, and the Northern Front took")
    assert second.endswith("and that the road to the north was still held by its men.")


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    text = WRAPPED + "\nPrevious article: Flood\nNext article: Drought\n"
    assert paragraphs_of(text)[-2:] == ("Previous article: Flood", "Next article: Drought")


def test_rules_and_blank_lines_are_no_paragraphs() -> None:
    assert paragraphs_of("One.\n---\n \n* * *\nTwo.") == ("One.", "Two.")


@given(st.text(alphabet="ab .,\n\t", max_size=400))
def test_no_word_is_added_or_lost(text: str) -> None:
    words = [word for word in text.split() if word.strip(".")]
    assert [word for word in " ".join(paragraphs_of(text)).split() if word.strip(".")] == words
