"""Rows of JSON: the text is the caller's to the last character, or the row is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avowed.model.evidence import Report, report_id
from avowed.model.vocabulary import DateBasis
from avowed.model.when import from_iso
from avowed.read import ReadOptions, Skipped, text_lines, text_rows
from avowed.read.clean import unstorable

ODD = "  Advertisement\n\nDol\u00a0fell\u200b.\tCafe\u0301\r\nLeave a Reply "


def test_the_text_is_exactly_as_it_was_given() -> None:
    (found,) = text_rows([{"id": "a", "text": ODD}])
    assert isinstance(found, Report)
    assert found.text == ODD
    assert found.id == report_id(ODD)
    assert found.source == "a"


@given(st.text(alphabet=st.characters(), min_size=1, max_size=80))
def test_any_text_is_kept_as_it_is_or_refused_with_a_reason(text: str) -> None:
    (found,) = text_rows([{"id": "a", "text": text}])
    if isinstance(found, Report):
        assert found.text == text
        assert found.cut(0, len(text)).text == text
    else:
        assert not text.strip() or unstorable(text)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ('{"id": "a", "text": "Dol\\u0000fell"}', "NUL"),
        ('{"id": "a", "text": "Dol\\ud800fell"}', "surrogate"),
        ('{"id": "a"}', 'no "text"'),
        ('{"id": "a", "text": 7}', 'no "text"'),
        ('{"id": "a", "text": " "}', "empty"),
        ("[1]", "not a JSON object"),
        ("{", "not a line of JSON"),
        ("[" * 100_000, "not a line of JSON"),
        (b'{"text": "\xff"}', "not UTF-8"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(row: str | bytes, why: str) -> None:
    (found,) = text_rows([row])
    assert isinstance(found, Skipped)
    assert why in found.reason


def test_one_bad_row_does_not_stop_the_others() -> None:
    found = list(text_rows(['{"text": "One."}', "rubbish", '{"text": "Two."}']))
    assert [isinstance(one, Report) for one in found] == [True, False, True]
    assert [one.source for one in found] == ["line 1", "line 2", "line 3"]


def test_the_fields_of_a_row_say_what_the_text_does_not() -> None:
    row = {"id": "a", "text": "Dol fell.", "title": "Dol", "published": "2021-08-27T10:05:00Z", "source": "Karsan Wire"}
    (found,) = text_rows([row])
    assert isinstance(found, Report)
    assert (found.title, found.publisher, found.source) == ("Dol", "Karsan Wire", "a")
    assert found.published
    assert found.published.when.first == date(2021, 8, 27)
    assert found.published.basis is DateBasis.METADATA


def test_an_address_as_source_is_the_reports_source() -> None:
    (found,) = text_rows([{"id": "a", "text": "Dol fell.", "source": "https://courier.example/dol"}])
    assert found.source == "https://courier.example/dol"


@pytest.mark.parametrize("words", ["soon", "2021-13-45", "", "9999-12-31T", "03/04/2021"])
def test_a_date_that_is_none_is_not_made_up(words: str) -> None:
    (found,) = text_rows([{"text": "Dol fell.", "published": words}], ReadOptions(today=date(2024, 5, 1)))
    assert isinstance(found, Report)
    assert found.published is None


def test_a_given_date_goes_over_the_rows_own() -> None:
    given_day = ReadOptions(today=date(2024, 5, 1), published=from_iso("2020"))
    (found,) = text_rows([{"text": "Dol fell.", "published": "2021-08-27"}], given_day)
    assert isinstance(found, Report)
    assert found.published
    assert (found.published.when, found.published.basis) == (from_iso("2020"), DateBasis.GIVEN)


def test_files_of_rows_are_read_whatever_their_first_line_is(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('rubbish\n{"id": "a", "text": "Dol fell."}\n')
    found = list(text_lines([rows, tmp_path / "missing"]))
    assert [isinstance(one, Report) for one in found] == [False, True, False]
