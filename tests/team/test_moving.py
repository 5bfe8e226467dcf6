"""A case goes from a folder to a server and back by its backup, with every row, file and hit."""

import pytest

from avowed import known
from avowed.errors import CaseError
from avowed.settings import default_text
from avowed.store import backup, check, create, find, open_case, originals, write
from avowed.store.copying import TABLES
from avowed.store.soundness import columns
from avowed.walk.rebuild import rebuild
from benchmarks.crowd.reports import readings
from tests.team.server import BLANK

AT = "2024-01-01T00:00:00+00:00"


def rows(store):
    found = {}
    for table in TABLES:
        names = ", ".join(columns()[table])
        found[table] = sorted(map(tuple, store.connection.execute(f"SELECT {names} FROM {table}").fetchall()), key=repr)
    return found


@pytest.fixture
def case(tmp_path):
    with create(tmp_path / "case", default_text()) as store:
        for reading in readings(25):
            originals.keep(store.shelf, reading.report.sha256, reading.report.text.encode())
            write.add_reading(store, reading, AT)
        (tmp_path / "mine.csv").write_text("name,kind\nSarn Guard,armed_group\n")
        known.bring(store.shelf, tmp_path / "mine.csv")
        rebuild(store)
        yield store


def test_a_case_moves_to_a_server_and_back_and_is_the_same(case, server, tmp_path):
    backup.back_up(case, tmp_path / "one.zip")
    address = server.database()
    with backup.restore(tmp_path / "one.zip", address) as there:
        assert rows(there) == rows(case)
        assert known.brought(there.shelf) == (("mine.csv", 1),)
        assert find.search(there, "hills") != ()
        again = backup.back_up(there, tmp_path / "two.zip")
        assert again.files == backup.back_up(case, tmp_path / "three.zip").files
    with backup.restore(tmp_path / "two.zip", tmp_path / "back") as back:
        assert rows(back) == rows(case)
        assert [fault for fault in check.verify(back) if "original" not in fault] == []
        assert find.search(back, "hills", 100) == find.search(case, "hills", 100)


def test_reports_can_be_added_behind_those_that_were_moved(case, server, tmp_path):
    backup.back_up(case, tmp_path / "one.zip")
    with backup.restore(tmp_path / "one.zip", server.database()) as there:
        for reading in list(readings(27))[25:]:
            write.add_reading(there, reading, AT)
        assert find.counts(there)["reports"] == 27


def test_a_server_that_holds_a_case_is_never_overwritten(case, server, tmp_path):
    backup.back_up(case, tmp_path / "one.zip")
    with pytest.raises(CaseError, match="already holds a case"):
        backup.restore(tmp_path / "one.zip", server.address(BLANK))


def test_a_case_that_cannot_be_filled_leaves_an_empty_database_behind(case, server, tmp_path, monkeypatch):
    backup.back_up(case, tmp_path / "one.zip")
    address = server.database()
    monkeypatch.setattr("avowed.store.backup.copy", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        backup.restore(tmp_path / "one.zip", address)
    with pytest.raises(CaseError, match="There is no case"):
        open_case(address)
