import csv
import io
from dataclasses import replace

import pytest

from avowed.present.tables import TIE_COLUMNS, defused, ties_table
from tests.building import tie

NAMES = {"a": "Ash Front", "b": "Birch Army"}


def table(*ties):
    return list(csv.DictReader(io.StringIO(ties_table(ties, NAMES).decode("utf-8-sig"))))


@pytest.mark.parametrize("trigger", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "  =1"])
def test_a_cell_that_begins_like_a_formula_is_defused(trigger):
    assert defused(trigger) == f"'{trigger}"


def test_plain_words_and_numbers_stay_as_they_are():
    assert [defused(cell) for cell in ("Ash - Birch", 7, 0.5, True, None, "")] == [
        "Ash - Birch",
        7,
        0.5,
        True,
        None,
        "",
    ]


def test_a_quote_with_commas_quotes_and_line_ends_comes_back_whole():
    words = 'Ash said: "never",\nand left.'
    (row,) = table(replace(tie(), line=replace(tie().line, quote=words)))
    assert row["quote"] == words


def test_every_row_has_its_quote_its_speaker_its_certainty_and_its_key():
    (row,) = table(tie())
    assert list(row) == list(TIE_COLUMNS)
    assert (row["subject"], row["object"], row["key"], row["speakers"]) == (
        "Ash Front",
        "Birch Army",
        "k",
        "the report itself",
    )
