"""Who speaks through whom: the paper first, then whoever it quotes."""

import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.saying import Stance, chain
from avowed.model.vocabulary import CueTone
from tests.annotate.marked import marked_page


def speakers(text: str, word: str = "bombed") -> list[str]:
    page = marked_page(text, dict.fromkeys(("the Ardan Post", "The Ardan Post"), "organisation"))
    return [link.text.lower() for link in chain(find_sayings(page), page.report.text.index(word), page.report.text)]


@pytest.mark.parametrize(
    "text",
    [
        "<Omar Belo> was quoted by <the Ardan Post> as saying that the army had bombed the mill.",
        "<Omar Belo> was quoted as saying by <the Ardan Post> that the army had bombed the mill.",
        "The army had bombed the mill, <Omar Belo> was quoted as saying by <the Ardan Post>.",
        "“The army bombed the mill,” <Omar Belo> was quoted by <the Ardan Post> as saying.",
        "<Omar Belo>, quoted by <the Ardan Post>, said that the army had bombed the mill.",
        "According to <the Ardan Post>, citing <Omar Belo>, the army had bombed the mill.",
        "The army bombed the mill, according to <the Ardan Post>, which cited <Omar Belo>.",
        "<The Ardan Post>, which quoted <Omar Belo>, said the army had bombed the mill.",
        "It was cold. Citing <Omar Belo>, <the Ardan Post> reported that the army had bombed the mill.",
        "<Omar Belo> told <the Ardan Post> that the army had bombed the mill.",
        "<Omar Belo> said in an interview with <the Ardan Post> that the army had bombed the mill.",
    ],
)
def test_who_is_quoted_speaks_through_the_paper(text: str) -> None:
    assert speakers(text) == ["the ardan post", "omar belo"]


@pytest.mark.parametrize("by", ["", " by <the Ardan Post>"])
@pytest.mark.parametrize(
    ("verb", "stance", "tone"),
    [
        ("denying", Stance.DENIES, CueTone.NEUTRAL),
        ("claiming", Stance.ASSERTS, CueTone.DOUBTING),
        ("saying", Stance.ASSERTS, CueTone.NEUTRAL),
    ],
)
def test_who_is_quoted_denies_and_claims_as_the_words_say(by: str, verb: str, stance: Stance, tone: CueTone) -> None:
    text = f"<Omar Belo> was quoted{by} as {verb} that the army had bombed the mill."
    page = marked_page(text, {"the Ardan Post": "organisation"})
    found = {
        one.source_span.of(page.report.text): one for one in find_sayings(page) if one.source_span and one.reported
    }
    assert (found["Omar Belo"].stance, found["Omar Belo"].tone) == (stance, tone)
    assert {one.stance for name, one in found.items() if name != "Omar Belo"} <= {Stance.ASSERTS}


@pytest.mark.parametrize(
    "text",
    [
        "“The army bombed the mill,” <Omar Belo> was quoted as saying.",
        "<Omar Belo> told reporters that the army had bombed the mill.",
        "<Omar Belo> told <the Karsh Front> that the army had bombed the mill.",
    ],
)
def test_where_no_paper_is_named_the_quoted_speaks_alone(text: str) -> None:
    assert speakers(text) == ["omar belo"]


def test_a_bare_last_name_is_the_person_who_was_named_in_full() -> None:
    page = marked_page("<Omar Belo> came to Dasmir. The army had bombed the mill, Belo said.")
    sayings = find_sayings(page)
    (link,) = chain(sayings, page.report.text.index("bombed"), page.report.text)
    assert (link.text, link.mention) == ("Belo", "m1")


def test_two_of_one_last_name_leave_it_open() -> None:
    page = marked_page("<Omar Belo> met <Idris Belo>. The army had bombed the mill, Belo said.")
    (link,) = chain(find_sayings(page), page.report.text.index("bombed"), page.report.text)
    assert (link.text, link.mention) == ("Belo", None)
