import shutil
import sqlite3

import pytest

from avowed.errors import CaseError, DamagedCase, NewerCase, NoCase
from avowed.settings import default_text
from avowed.store import create, open_case
from avowed.store.schema import VERSION


@pytest.fixture
def case(folder_case):
    return folder_case


def test_a_new_case_has_a_commented_settings_file(case):
    assert "# Settings of this case" in (case.folder / "avowed.toml").read_text()


def test_a_second_case_in_the_same_folder_is_refused(case):
    with pytest.raises(CaseError, match="already holds a case"):
        create(case.folder, default_text())


def test_a_folder_without_a_case_says_how_to_make_one(tmp_path):
    with pytest.raises(NoCase, match="avowed init"):
        open_case(tmp_path)


def test_a_case_of_a_newer_version_is_refused_and_left_as_it_is(case):
    case.connection.execute(f"PRAGMA user_version={VERSION + 1}")
    case.close()
    before = (case.folder / "case.sqlite").read_bytes()
    with pytest.raises(NewerCase, match="Upgrade Avowed"):
        open_case(case.folder)
    assert (case.folder / "case.sqlite").read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "case.sqlite") as other:
        other.execute("CREATE TABLE reports (id TEXT)")
    with pytest.raises(DamagedCase, match="not written by Avowed"):
        open_case(tmp_path)


def test_a_file_that_is_no_database_is_a_damaged_case(tmp_path):
    (tmp_path / "case.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(DamagedCase, match="avowed doctor"):
        open_case(tmp_path)


def test_a_case_can_be_moved(case, tmp_path):
    case.close()
    shutil.move(case.folder, tmp_path / "elsewhere")
    with open_case(tmp_path / "elsewhere") as moved:
        assert moved.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
