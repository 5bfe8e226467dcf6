"""Markdown: its words without its marks."""

from collections.abc import Callable
from datetime import date

from avowed.model.evidence import Report
from avowed.model.vocabulary import DateBasis

Read = Callable[[bytes | str], Report]
STORY = (
    "The garrison of Dol left the **bridge** on [Friday](https://courier.example), and the *Northern Front* took it."
)
PLAIN = "The garrison of Dol left the bridge on Friday, and the Northern Front took it."


def test_the_marks_go_and_the_words_stay(report: Read) -> None:
    marks = "> We were told to go.\n\n- Nine dead\n- Four hurt\n\n![a map](map.png)\n\nThe `M4` was\nleft.\n"
    text = f"# Bridge falls\n\n{STORY}\n\n{marks}"
    found = report(text)
    assert found.text == f"Bridge falls\n\n{PLAIN}\n\nWe were told to go.\n\nNine dead\n\nFour hurt\n\nThe M4 was left."
    assert (found.format, found.title) == ("markdown", "Bridge falls")


def test_the_head_of_a_document_says_what_it_is(report: Read) -> None:
    found = report(
        f'---\ntitle: "Bridge falls"\ndate: 2021-08-27\nauthor: Ana Bel\npublisher: Karsan Courier\n---\n\n{STORY}\n'
    )
    assert found.text == f"Bridge falls\n\n{PLAIN}"
    assert (found.authors, found.publisher) == (("Ana Bel",), "Karsan Courier")
    assert found.published
    assert (found.published.when.first, found.published.basis) == (date(2021, 8, 27), DateBasis.METADATA)


def test_html_within_is_text_too(report: Read) -> None:
    assert "Told in Karsan." in report(f"# Bridge falls\n\n<div><p>Told in Karsan.</p></div>\n\n{STORY}\n").text


def test_a_table_is_a_line_a_row(report: Read) -> None:
    assert (
        "Day | Dead\n\nFriday | 5"
        in report(f"# Bridge falls\n\n{STORY}\n\n| Day | Dead |\n|---|---|\n| Friday | 5 |\n").text
    )
