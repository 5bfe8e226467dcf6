"""Who answers in a conversation, by what stands before it; initials and last names before a colon."""

import pytest

from avowed.annotate.sayings.asked import last_names
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.saying import innermost
from avowed.annotate.sayings.turns import turns, without_initials
from tests.annotate.marked import marked_page

TURNS = "\n\nQ: Who burned the mill?\n\nA: The army burned it.\n\nQ: And the trucks?\n\nA: They came at night.\n"
KINDS = {"the Ardan Post": "organisation"}


def who(text: str, word: str = "night") -> str | None:
    page = marked_page(text, KINDS)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index(word))
    assert index is not None
    source = sayings[index].source
    return None if source is None else page.actor[source.actor or ""].name


@pytest.mark.parametrize(
    "intro",
    [
        "<Sana Idris> spoke to <Omar Belo> of <the Ardan Post> about the war.",
        "<Omar Belo>, a reporter of <the Ardan Post>, interviewed <Sana Idris> in Dasmir.",
        "In an interview with <Sana Idris>, <Omar Belo> asked who had come.",
        "<Sana Idris> was interviewed by <Omar Belo> in Dasmir.",
        "<Sana Idris> gave an interview about <Omar Belo>.",
        "<Sana Idris> answered questions in Dasmir.",
    ],
)
def test_who_is_asked_answers(intro: str) -> None:
    assert who(intro + TURNS) == "Sana Idris"
    assert who(intro + TURNS.replace("Q:", "Q.").replace("A:", "A.")) == "Sana Idris"
    assert who(intro + TURNS.replace("Q:", "QUESTION:").replace("A:", "ANSWER:")) == "Sana Idris"


@pytest.mark.parametrize(
    "intro", ["The mill burned in spring.", "<Sana Idris> and <Omar Belo> live in Dasmir.", "<The Karsh Front> came."]
)
def test_who_answers_is_unknown_where_nothing_shows_it(intro: str) -> None:
    page = marked_page(intro + TURNS, KINDS)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("night"))
    assert index is not None
    assert (sayings[index].source, sayings[index].source_span) == (None, None)


def test_initials_are_those_of_the_person_named() -> None:
    text = "<Omar Belo> met <Sana Idris>.\n\nOB: Who came?\n\nSI: The army.\n\nOB: And then?\n\nSI: It came at night.\n"
    assert who(text) == "Sana Idris"
    assert who(text, "then") == "Omar Belo"


def test_initials_before_a_colon_are_no_name_of_their_own() -> None:
    text = "<Omar Belo> met <Sana Idris>.\n\n<OB>: Who came?\n\n<SI>: The army.\n\n<OB>: When?\n\n<SI>: By night.\n"
    page = marked_page(text)
    kept = without_initials(page, find_sayings(page))
    assert [one.id for one in kept.mentions] == ["m1", "m2"]


def test_a_last_name_before_a_colon_speaks_where_its_bearer_is_named_in_full() -> None:
    text = "Questions for <Omar Belo>\n\nPost: Who came?\nBelo: The army.\nPost: When?\nBelo: It came at night.\n"
    assert who(text) == "Omar Belo"
    page = marked_page(text)
    assert last_names(page) == {"belo"}
    assert turns(text.replace("<", "").replace(">", "")) == ()
