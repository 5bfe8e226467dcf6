"""A hostile or damaged database is refused or named before it is used."""

import sqlite3
from pathlib import Path

import pytest

from avowed.errors import DamagedCase
from avowed.store import check, open_case

PLANTED = {
    "trigger": "CREATE TRIGGER sly AFTER INSERT ON decisions BEGIN DELETE FROM reports; END",
    "view": "CREATE VIEW sly AS SELECT * FROM reports",
    "table": "CREATE VIRTUAL TABLE sly USING fts5 (words)",
}


@pytest.fixture
def case(folder_case):
    return folder_case


def changed(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "case.sqlite") as other:
        for statement in statements:
            other.execute(statement)
    other.close()


def complaint(folder: Path) -> str:
    """What opening or checking a case has to say against it."""
    try:
        with open_case(folder) as store:
            return "\n".join(check.verify(store))
    except DamagedCase as error:
        return str(error)


@pytest.mark.parametrize("kind", PLANTED)
def test_what_would_act_by_itself_and_was_planted_is_refused_by_name(case, kind):
    case.close()
    changed(case.folder, PLANTED[kind])
    with pytest.raises(DamagedCase, match=f"{kind} named 'sly'"):
        open_case(case.folder)


def test_a_case_as_it_was_made_has_nothing_to_complain_of(case):
    assert list(check.verify(case)) == []


def test_verify_names_a_missing_index_and_a_foreign_table(case):
    case.close()
    changed(case.folder, "DROP INDEX ties_by_subject", "CREATE TABLE notes (words TEXT)")
    with open_case(case.folder) as store:
        faults = "\n".join(check.verify(store))
    assert "the index 'ties_by_subject' is missing" in faults
    assert "a table named 'notes', which Avowed did not make" in faults


def test_verify_names_a_table_that_was_rebuilt_in_another_form(case):
    case.close()
    changed(case.folder, "DROP TABLE families", "CREATE TABLE families (report TEXT, family TEXT DEFAULT (random()))")
    with open_case(case.folder) as store:
        assert "the table 'families' is not as Avowed makes it" in "\n".join(check.verify(store))


def test_a_page_of_zeros_in_a_small_case_is_refused_when_it_is_opened(case):
    case.close()
    path = case.folder / "case.sqlite"
    content = bytearray(path.read_bytes())
    content[8 * 4096 : 9 * 4096] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(DamagedCase):
        open_case(case.folder)


def test_an_index_that_lies_is_found_by_verify(case):
    sql = case.connection
    sql.execute("INSERT INTO families VALUES ('a', 'b')")
    sql.execute("PRAGMA writable_schema=ON")
    sql.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX families_by_family ON families (report)' "
        "WHERE name = 'families_by_family'"
    )
    case.close()
    assert "families_by_family" in complaint(case.folder)
