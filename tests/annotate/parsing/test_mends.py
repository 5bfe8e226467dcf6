"""Turns that the parser hangs wrong, after they are put right."""

import pytest

from tests.annotate.marked import marked_page


@pytest.mark.parametrize(
    "text",
    [
        "Did the Karsh Front attack the Velm League?",
        "Will the Halmar Brigade attack the town?",
        "Could the Karsh Front attack the villages?",
        "Would the Velm League attack the Ardan Army?",
        "Should the Karsh Front attack the Velm League, the road will be closed.",
    ],
)
def test_a_name_between_auxiliary_and_verb_is_the_subject(text: str) -> None:
    doc = marked_page(text).doc
    verb = next(token for token in doc if token.lower_ == "attack")
    assert [child.lower_ for child in verb.children if child.dep_ == "nsubj"] in ([["front"], ["brigade"], ["league"]])


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town yesterday, Omar Belo said on Sunday.",
        "The Karsh Front burned the mill last week, police said.",
        "The rebels left the valley on Monday, officials told reporters.",
        "Gunmen shelled the camp yesterday, Sana Idris wrote.",
        "The army entered Dasmir last Friday, a spokesman announced.",
    ],
)
def test_a_date_before_a_comma_belongs_to_the_deed(text: str) -> None:
    doc = marked_page(text).doc
    date = next(token for token in doc if token.lower_ in ("yesterday", "week", "monday", "friday"))
    above = [date, *date.ancestors]
    assert next(word.lower_ for word in above if word.pos_ == "VERB") in (
        ("attacked", "burned", "left", "shelled", "entered")
    )
