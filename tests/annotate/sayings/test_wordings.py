"""Who speaks in less usual wordings: hearsay, turns of an interview, `you`, and `we` of a spokesman."""

import pytest

from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.sayings.first_person import with_first_person
from avowed.annotate.sayings.saying import chain, innermost
from avowed.annotate.sayings.standing import with_names
from avowed.annotate.sayings.turns import turns
from avowed.model.evidence import Assertion, StatementContent
from avowed.model.vocabulary import SpeakerRole
from tests.annotate.certainty.test_words import judged
from tests.annotate.marked import marked_page

INTERVIEW = (
    "Interview with <Omar Belo>\n\nQ: Who burned the mill?\n\nA: The army burned it. Our men were far away.\n\n"
    "Q: Is there proof?\n\nA: The whole village saw the trucks.\n"
)
TRANSCRIPT = (
    "<SANA IDRIS>: The army bombed the mill.\n\nMODERATOR: Who told you?\n\n<SANA IDRIS>: Everybody knows it.\n\n"
    "MODERATOR: Thank you.\n"
)


BROADCAST = (
    "[BEGIN RECORDING] (REPORTER) WHO BURNED THE MILL?\n\n   (<BELO>) THE ARMY BURNED IT. OUR MEN WERE FAR AWAY.\n\n"
    "   (REPORTER) IS THERE PROOF?\n\n   (<BELO>) THE VILLAGE SAW THE TRUCKS.\n"
)


def speakers(text: str, word: str) -> list[str]:
    page = marked_page(text)
    return [link.text for link in chain(find_sayings(page), page.report.text.index(word), page.report.text)]


@pytest.mark.parametrize(
    "text",
    [
        "Word has spread in Dasmir that the army bombed the mill.",
        "Rumour has it that the army bombed the mill.",
        "Word spread quickly that the army bombed the mill.",
        "The story goes that the army bombed the mill.",
        "Talk is that the army bombed the mill.",
        "Rumours circulated that the army bombed the mill.",
    ],
)
def test_what_goes_round_is_said_by_nobody_in_particular(text: str) -> None:
    page = marked_page(text)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("bombed"))
    assert index is not None
    assert sayings[index].role is SpeakerRole.ANONYMOUS


@pytest.mark.parametrize(
    "text",
    [
        "<Omar Belo> spoke of soldiers burning the mill.",
        "<Omar Belo> told of soldiers burning the mill.",
        "<Omar Belo> spoke of bandits burning the mill.",
        "<Omar Belo> wrote of bandits burning the mill.",
        "<Omar Belo> talked of the army burning the mill.",
    ],
)
def test_a_deed_that_somebody_speaks_of_is_said_by_him(text: str) -> None:
    assert speakers(text, "burning") == ["Omar Belo"]


@pytest.mark.parametrize(
    "text",
    [
        "Claims by <Omar Belo> that the army {bombed} the mill are a lie.",
        "The report that the army {bombed} the mill is untrue.",
        "Allegations that the army {bombed} the mill are baseless.",
        "The news that the army {bombed} the mill was false.",
        "The assertion that the army {bombed} the mill is nonsense.",
    ],
)
def test_a_claim_that_the_report_calls_false_is_denied(text: str) -> None:
    assert judged(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "The judge asked <Omar Belo>: “Did you burn the mill?”",
        "Reporters asked <Omar Belo>: “Have you burned the mill?”",
        "“You burned the mill,” <Sana Idris> told <Omar Belo>.",
        "A soldier told <Omar Belo>: “You must burn the mill.”",
        "“Why did you burn the mill?” the reporter asked <Omar Belo>.",
    ],
)
def test_you_is_the_one_who_is_asked_or_told(text: str) -> None:
    page = marked_page(text)
    told = with_first_person(page, find_sayings(page))
    (you,) = [one for one in told.mentions if one.span.of(page.report.text).lower() == "you"]
    assert page.actor[you.actor or ""].name == "Omar Belo"


@pytest.mark.parametrize(
    "text",
    [
        "“We burned the mill,” <a spokesman> for <the Karsh Front> said.",
        "“We burned the mill,” said <a spokesman> of <the Karsh Front>.",
        "“We burned the mill,” <a commander> of <the Karsh Front> said.",
        "<A spokeswoman> for <the Karsh Front> said: “We burned the mill.”",
        "<An envoy> of <the Karsh Front> told reporters: “We burned the mill.”",
    ],
)
def test_we_of_a_spokesman_is_the_body_spoken_for(text: str) -> None:
    page = marked_page(text, dict.fromkeys(("a spokesman", "a commander", "A spokeswoman", "An envoy"), "person"))
    told = with_first_person(page, find_sayings(page))
    (we,) = [one for one in told.mentions if one.span.of(page.report.text) == "We"]
    assert page.actor[we.actor or ""].name == "the Karsh Front"


def test_the_answers_of_an_interview_are_those_of_the_one_it_names() -> None:
    assert speakers(INTERVIEW, "burned it") == ["A"]
    page = marked_page(INTERVIEW)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("trucks"))
    assert index is not None
    assert sayings[index].source is not None
    assert page.actor[sayings[index].source.actor or ""].name == "Omar Belo"  # type: ignore[union-attr]


def test_the_letter_of_an_answer_stands_for_its_name() -> None:
    page = marked_page(INTERVIEW)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("trucks"))
    assert index is not None
    said = Assertion(
        id="s1",
        quote=sayings[index].contents[0],
        content=StatementContent(None, (), sayings[index].contents[0]),
        attribution=(sayings[index].speaker(page.report.text),),
    )
    (named,) = with_names([said], page.mentions, page.actors)
    assert (named.attribution[0].text, named.attribution[0].stands_for) == ("A", "Omar Belo")


def test_who_asks_in_an_interview_is_a_journalist() -> None:
    page = marked_page(INTERVIEW)
    sayings = find_sayings(page)
    index = innermost(sayings, page.report.text.index("proof"))
    assert index is not None
    assert sayings[index].role is SpeakerRole.JOURNALIST


def test_a_name_in_capitals_before_a_colon_speaks() -> None:
    assert speakers(TRANSCRIPT, "bombed") == ["SANA IDRIS"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: the mill burned.\n\nNote: the bridge fell.\n\nNote: the road is shut.\n\nNote: rain.\n",
        "Leader: Omar Belo\nStrength: 200\nLeader: Sana Idris\nStrength: 300\n",
        "DASMIR: The army left. The road is open.\n\nThe mill burned: nobody knows why.\n",
        "LIMA, 3 MAY: THE ARMY LEFT.\n\nQ: THE MILL BURNED.\n\nA: THE ROAD IS OPEN.\n",
        "The committee has three members: one from the north, two from the south.",
    ],
)
def test_what_is_no_conversation_has_no_turns(text: str) -> None:
    assert turns(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "<Omar Belo> released the following statement today: “The army bombed the mill and nobody came to help.”",
        "<Omar Belo> issued the following statement: “The army bombed the mill.”",
        "<Omar Belo> gave this answer: “The army bombed the mill.”",
        "<Omar Belo> released a statement: “The army bombed the mill last night.”",
        "<Omar Belo> made the following remarks: “The army bombed the mill.”",
    ],
)
def test_a_statement_that_follows_is_that_of_its_issuer(text: str) -> None:
    assert speakers(text, "bombed") == ["Omar Belo"]


def test_a_name_in_brackets_at_the_head_of_a_paragraph_speaks_in_a_broadcast() -> None:
    assert speakers(BROADCAST, "FAR") == ["BELO"]
    assert speakers(BROADCAST, "PROOF") == ["REPORTER"]


def test_directions_in_brackets_are_no_speakers() -> None:
    assert turns("(SIGNED) OMAR BELO\n\n(SIGNED) SANA IDRIS\n\n(DATED) 3 MAY\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army burned the mill, <the Herald> quoted <Omar Belo> as saying.",
        "“The army burned the mill,” <the Herald> quoted <Omar Belo> as saying.",
        "<The Herald> quoted <Omar Belo> as saying that the army burned the mill.",
    ],
)
def test_who_is_quoted_as_saying_speaks_within_the_paper(text: str) -> None:
    assert [name.lower() for name in speakers(text, "burned")] == ["the herald", "omar belo"]


def test_who_comes_upon_somebody_says_nothing() -> None:
    assert speakers("<Omar Belo> found the miller lying in the yard.", "lying") == []
    assert speakers("<Omar Belo> found that the miller was lying in the yard.", "lying") == ["Omar Belo"]
