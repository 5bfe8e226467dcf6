"""Every row of the tables of ties draws what its example shows, and nothing from its counter-example."""

import pytest

from avowed.annotate.grammar.parties import Parties
from avowed.annotate.grammar.slots import Grammar
from avowed.annotate.grammar.support import load_support
from avowed.annotate.grammar.tables import read_lexicon, table
from avowed.annotate.sayings.find import find_sayings
from avowed.annotate.ties.match import Reader, drafts
from avowed.annotate.ties.table import TieRow, load_ties, table_of
from tests.annotate.marked import asked_in_order, marked_page

ROWS = load_ties().all
asked_in_order([*(row.match for row in ROWS), *(row.miss for row in ROWS)])


def drawn(row: TieRow, sentence: str) -> set[str]:
    page = marked_page(sentence, row.actors)
    reader = Reader(page, Grammar(page.doc, load_support()), Parties(page), find_sayings(page))
    return {
        f"{draft.subject.id.removeprefix('m')}>{draft.object.id.removeprefix('m')}"
        for draft in drafts(reader, table_of((row,)))
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_draws_the_tie_of_its_example(row: TieRow) -> None:
    assert set(row.expect) <= drawn(row, row.match)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_draws_nothing_from_its_counter_example(row: TieRow) -> None:
    assert not drawn(row, row.miss)


def test_no_two_rows_share_a_name() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_a_rule_that_was_mostly_right_scores_above_one_that_was_not() -> None:
    scores = {row.name: row.score for row in ROWS}
    assert scores["ties_with"] > scores["fights"]


def test_every_measured_rule_is_still_in_the_tables() -> None:
    assert set(table(read_lexicon("ties_measured"), "rules")) <= {row.name for row in ROWS}
