"""Who foretells what, and by when it should come true."""

from datetime import date

import pytest

from avowed.annotate.opinions.find import find_predictions
from avowed.annotate.page import Page
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.times import find_times
from avowed.model.evidence import Assertion, PredictionContent, Published
from avowed.model.vocabulary import DateBasis, Factuality
from avowed.model.when import on_day
from tests.annotate.marked import marked_page

TODAY = date(2021, 8, 30)


def foretold(marked: str) -> tuple[Page, tuple[Assertion, ...]]:
    page = marked_page(marked)
    day = on_day(TODAY)
    report = page.report.__class__(
        id="test", source="test", text=page.report.text, published=Published(day, DateBasis.GIVEN)
    )
    page = page.with_(report=report, times=find_times(report.text, day))
    return page, find_predictions(page, find_sayings(page))


WHO = (
    ("<Omar Belo> forecast that <the Karsh Front> will split before the end of 2022.", "Omar Belo"),
    ("<Sana Idris> predicted that <the Velm League> would take the port.", "Sana Idris"),
    ("<The Ardan ministry> expects <the Halmar Brigade> to surrender next year.", "The Ardan ministry"),
    ("<Omar Belo> warned that <the Karsh Front> would come back.", "Omar Belo"),
    ("<Sana Idris> foresees that <the Velm League> will fall apart.", "Sana Idris"),
    ("<Omar Belo> fears that <the Karsh Front> will return.", "Omar Belo"),
)
WHEN = (
    ("<Omar Belo> warned that <the Karsh Front> could return within six months.", TODAY, date(2022, 2, 28)),
    ("<Sana Idris> predicted that <the Velm League> would take the port by March 2022.", TODAY, date(2022, 3, 31)),
    ("<Omar Belo> said on Sunday that <the Karsh Front> will split before June 2022.", TODAY, date(2022, 6, 30)),
    ("<The Karsh Front> will retake the valley within two years.", TODAY, date(2023, 8, 30)),
    ("<Omar Belo> expects <the Karsh Front> to fall next year.", date(2022, 1, 1), date(2022, 12, 31)),
    ("<The Velm League> may attack in October 2021.", date(2021, 10, 1), date(2021, 10, 31)),
)


@pytest.mark.parametrize(("marked", "who"), WHO)
def test_who_foretells_is_the_speaker_and_not_the_subject(marked: str, who: str) -> None:
    _, (one,) = foretold(marked)
    assert one.attribution[-1].text == who
    assert isinstance(one.content, PredictionContent)
    assert one.content.subject not in {link.mention for link in one.attribution}


@pytest.mark.parametrize(("marked", "first", "last"), WHEN)
def test_by_when_it_should_come_true(marked: str, first: date, last: date) -> None:
    _, (one,) = foretold(marked)
    assert (one.valid.first, one.valid.last) == (first, last)


@pytest.mark.parametrize(
    "marked",
    [
        "<The Karsh Front> is likely to attack the town.",
        "<Omar Belo> expects <the Karsh Front> to attack the town.",
        "<The Velm League> may attack the town.",
        "<Omar Belo> warned that <the Karsh Front> could attack the town.",
        "<The Karsh Front> is expected to attack the town.",
    ],
)
def test_what_is_likely_is_not_foretold_as_certain(marked: str) -> None:
    _, (one,) = foretold(marked)
    assert one.factuality is not Factuality.CERTAIN


def test_a_day_of_speaking_is_no_day_of_coming_true() -> None:
    _, (one,) = foretold("<Omar Belo> warned on Monday that <the Karsh Front> would return.")
    assert not one.valid.known


def test_a_permission_foretells_nothing() -> None:
    assert foretold("For more, readers may contact <the Ardan ministry>.")[1] == ()


def test_who_says_it_is_no_part_of_what_is_foretold() -> None:
    page, (one,) = foretold("According to <Omar Belo>, <the Karsh Front> will split next year.")
    assert isinstance(one.content, PredictionContent)
    assert one.content.content.of(page.report.text).rstrip(".") == "the Karsh Front will split next year"


@pytest.mark.parametrize(
    "marked",
    [
        "The role that <the Karsh Front> will play in the campaign is unclear.",
        "<Omar Belo> asked how the report will move <the Karsh Front>.",
        "Nobody knows whether <the Karsh Front> will split.",
    ],
)
def test_a_question_within_a_sentence_or_a_word_about_a_thing_foretells_nothing(marked: str) -> None:
    assert foretold(marked)[1] == ()


def test_who_threatens_says_so_and_the_day_of_the_threat_is_not_its_horizon() -> None:
    _, (one,) = foretold("<The Karsh Front> threatened on 3 May 2021 to attack <the Velm League> by June 2022.")
    assert [link.text for link in one.attribution] == ["The Karsh Front"]
    assert one.valid.last == date(2022, 6, 30)
    _, (other,) = foretold("<Sana Idris> pledged Saturday to attack <the Velm League>.")
    assert other.valid.last is None
