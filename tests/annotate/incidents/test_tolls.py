"""How many were hurt: ranges as wide as the words, and every count with those whom it counts."""

import pytest

from avowed.annotate.incidents.find import told_in
from avowed.model.evidence import IncidentContent, Report, Toll, report_id
from avowed.model.vocabulary import Harm
from tests.annotate.one_reader import one_reader


def tolls(text: str) -> list[Toll]:
    """Every toll of every incident that is told, likely or not."""
    ((page, sayings),) = one_reader().pages([Report(report_id(text), "made up", text, language="en")])
    contents = (one.content for one in told_in(page, sayings))
    return [toll for content in contents if isinstance(content, IncidentContent) for toll in content.tolls]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 400 people", (401, 401, None)),
        ("over a hundred people", (101, 101, None)),
        ("more than two dozen people", (25, 25, None)),
        ("at least 20 people", (20, 20, None)),
        ("50 or more people", (50, 50, None)),
        ("up to 30 people", (1, 30, 30)),
        ("no more than 30 people", (1, 30, 30)),
        ("no fewer than 20 people", (20, 20, None)),
        ("no less than 20 people", (20, 20, None)),
        ("fewer than 50 people", (1, 49, 49)),
        ("nearly 100 people", (90, 100, 100)),
        ("between 20 and 30 people", (20, 25, 30)),
        ("20 to 30 people", (20, 25, 30)),
        ("twenty-two people", (22, 22, 22)),
        ("dozens of people", (24, 24, 99)),
    ],
)
def test_a_count_is_as_wide_as_its_words_and_keeps_them(words: str, expected: tuple[int, int, int | None]) -> None:
    text = f"The attack killed {words} in Dasmir."
    (toll,) = tolls(text)
    assert (toll.low, toll.best, toll.high) == expected
    assert toll.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A bomb in Dasmir left two dead and one injured.", 2, 1),
        ("A bomb attack in Dasmir killed two and wounded one.", 2, 1),
        ("A bomb exploded in a market in Dasmir, leaving five dead and 14 injured.", 5, 14),
        ("2 killed, 14 hurt in Dasmir bomb attack.", 2, 14),
        ("The clash in Dasmir left two soldiers dead and one injured.", 2, 1),
        ("The attack in Dasmir, which left 12 dead and 30 injured, was claimed by the Dawn Brigades.", 12, 30),
        ("The attack in Dasmir claimed the lives of 12 people and wounded 30.", 12, 30),
    ],
)
def test_the_dead_and_the_hurt_beside_them_are_counted_apart(text: str, killed: int, wounded: int) -> None:
    assert {toll.kind: toll.best for toll in tolls(text)} == {Harm.KILLED: killed, Harm.WOUNDED: wounded}


def test_those_who_are_named_among_the_dead_are_not_counted_again() -> None:
    (toll,) = tolls("The Dawn Brigades killed 12 soldiers, including two officers, in Dasmir.")
    assert toll.best == 12


def test_the_figures_of_a_date_count_nobody() -> None:
    (toll,) = tolls("On 3 May 2012 Omar Belo was held hostage by the Dawn Brigades in Dasmir.")
    assert (toll.low, toll.best, toll.high) == (1, 1, 1)


@pytest.mark.parametrize("words", ["more  than 400 people", "more than  400 people"])
def test_blanks_within_a_count_change_nothing(words: str) -> None:
    (toll,) = tolls(f"The attack killed {words} in Dasmir.")
    assert (toll.low, toll.high) == (401, None)
