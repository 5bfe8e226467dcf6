import sqlite3

import pytest

from avowed.errors import CannotWrite
from avowed.model.decisions import Decision, Verdict
from avowed.store import check, find, write
from avowed.store.copying import TABLES
from avowed.store.soundness import columns
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"


def two_groups(text="Ash backs Birch. It says so."):
    return reading(report(text), Told("Ash", "Birch"))


def test_a_stored_reading_comes_back_as_it_was(case):
    read = two_groups()
    write.add_reading(case, read, AT)
    assert find.reading(case, read.report.id) == read


def test_adding_the_same_reading_twice_changes_nothing(case):
    write.add_reading(case, two_groups(), AT)
    before = {table: rows(case, table) for table in TABLES if table != "originals"}
    write.add_reading(case, two_groups(), AT)
    assert {table: rows(case, table) for table in before} == before


def test_adding_a_report_removes_no_assertion(case):
    write.add_reading(case, two_groups(), AT)
    keys = {row["key"] for row in case.connection.execute("SELECT key FROM assertions")}
    write.add_reading(case, two_groups("Ash backs Birch, again."), AT)
    assert keys < {row["key"] for row in case.connection.execute("SELECT key FROM assertions")}


def test_a_newer_reader_reads_beside_the_older(case):
    old = two_groups()
    new = reading(old.report, Told("Ash", "Birch"), reader="by hand/2")
    write.add_reading(case, old, AT)
    write.add_reading(case, new, AT)
    assert find.reading(case, old.report.id).reader == "by hand/2"
    assert case.connection.execute("SELECT count(*) FROM readings").fetchone()[0] == 2


def test_removing_a_report_takes_everything_that_came_from_it(case):
    kept, gone = (
        two_groups(),
        two_groups("Cedar arms Dogwood. Nobody else.".replace("Cedar", "Ash").replace("Dogwood", "Birch")),
    )
    write.add_reading(case, kept, AT)
    before = {
        table: rows(case, table)
        for table in ("reports", "readings", "occurrences", "assertions", "ties", "parties", "originals")
    }
    write.add_reading(case, gone, AT)
    write.remove_report(case, gone.report.id)
    assert {table: rows(case, table) for table in before} == before
    assert find.search(case, "nobody") == ()


def rows(case, table):
    return [
        tuple(row) for row in case.connection.execute(f"SELECT {', '.join(columns()[table])} FROM {table} ORDER BY 1")
    ]


def test_a_failure_in_the_middle_leaves_nothing_behind(folder_case):
    read = two_groups()
    folder_case.connection.execute(
        "CREATE TEMP TRIGGER fails BEFORE INSERT ON ties BEGIN SELECT raise(ABORT, 'disk full'); END"
    )
    with pytest.raises(sqlite3.Error):
        write.add_reading(folder_case, read, AT)
    assert folder_case.connection.execute("SELECT count(*) FROM reports").fetchone()[0] == 0


def test_a_full_disk_is_one_plain_error_and_changes_nothing(folder_case):
    pages = folder_case.connection.execute("PRAGMA page_count").fetchone()[0]
    folder_case.connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(CannotWrite, match="Nothing was changed"):
        write.add_reading(folder_case, two_groups("Ash backs Birch. " + "Long words follow. " * 5000), AT)
    assert folder_case.connection.execute("SELECT count(*) FROM reports").fetchone()[0] == 0


def test_decisions_are_kept_in_order_with_their_numbers(case):
    first = write.decide(case, Decision(0, Verdict.SAME, "a", "b", "me", AT))
    second = write.decide(case, Decision(0, Verdict.UNDO, str(first), "", "me", AT))
    assert [decision.number for decision in write.decisions(case)] == [first, second]


def test_verify_finds_a_changed_quote_a_changed_text_and_a_missing_original(case):
    write.add_reading(case, two_groups(), AT)
    case.connection.execute("UPDATE assertions SET quote = 'a lie'")
    case.connection.execute("UPDATE reports SET text = text || ' and more'")
    faults = "\n".join(check.verify(case))
    assert "the quote of assertion" in faults
    assert "not the text that was read" in faults
    assert "original is missing" in faults
