"""Where a republished story came from: each row of the table, and the whole."""

import time

import pytest

from avowed.model.evidence import Span
from avowed.read.origin import Row, is_outlet, origin, outlet_in, rows
from avowed.read.tables import load

TABLE = list(zip(load("origin")["row"], rows(), strict=True))


@pytest.mark.parametrize(
    ("row", "text", "expected"), [(row, text, named) for entry, row in TABLE for text, named in entry["matches"]]
)
def test_a_row_draws_the_origin(row: Row, text: str, expected: str) -> None:
    assert next(row.match(text, Span(0, len(text)))).of(text) == expected


@pytest.mark.parametrize(("row", "text"), [(row, text) for entry, row in TABLE for text in entry["keeps"]])
def test_a_row_leaves_other_words_alone(row: Row, text: str) -> None:
    assert not list(row.match(text, Span(0, len(text))))


def test_an_origin_is_words_of_the_text() -> None:
    text = "Dol falls\n\nThe bridge fell, a report by Fault Line magazine says.\n\nIt was Friday."
    found = origin(text)
    assert found
    assert found.span.of(text) == found.text == "Fault Line"


def test_the_publisher_is_not_its_own_origin() -> None:
    assert origin("DOL (Karsan Wire) - The bridge fell.", publisher="Karsan Wire") is None


def test_what_an_outlet_is_cited_for_deep_in_the_story_is_no_origin() -> None:
    opening = "Dol falls\n\nThe bridge fell.\n\nIt was Friday.\n\n" + "Nobody crossed the river that night. " * 30
    assert origin(f"{opening}\n\nNine are dead, Karsan Courier reported.\n\n{opening}") is None


def test_people_are_no_outlets() -> None:
    assert is_outlet("Karsan Courier")
    assert not is_outlet("Ana Bel")
    assert outlet_in(["No. 12 | River Watch | 27 August 2021"]) == "River Watch"


@pytest.mark.parametrize("piece", ["A ", "Aa of ", "a report by A", "(", "according to A ", "Karsan ", "this article "])
def test_no_pattern_runs_away(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    origin(text)
    assert time.process_time() - started < 1
