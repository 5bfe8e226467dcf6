"""A backup is one state of the case, whoever writes meanwhile, and is restored whole or not at all."""

import json
import threading
import zipfile
from pathlib import Path

import pytest

from avowed.errors import CannotWrite, CaseError, DamagedCase
from avowed.model.decisions import Decision, Verdict
from avowed.store import backup, check, create, originals, write
from avowed.store.connection import open_case
from tests.building import Told, reading, report

AT = "2024-01-01T00:00:00+00:00"


@pytest.fixture
def case(folder_case):
    return folder_case


def filled(case, count: int = 3):
    for number in range(count):
        write.add_reading(case, told(case, number), AT)
    write.decide(case, Decision(0, Verdict.SAME, "a", "b", "me", AT))
    return case


def told(case, number: int):
    read = reading(report(f"Ash backs Birch, it is said on day {number}."), Told("Ash", "Birch"))
    originals.keep(case.shelf, read.report.sha256, f"original of {read.report.text}".encode())
    return read


def dump(store) -> list[str]:
    return list(store.connection.iterdump())


def test_a_restored_case_is_the_case_that_was_backed_up(case, tmp_path):
    (case.folder / "avowed.toml").write_text("# mine\n")
    done = backup.back_up(filled(case), tmp_path / "a.zip")
    assert done.path == tmp_path / "a.zip"
    assert (done.files, done.faults) == (5, ())
    with backup.restore(tmp_path / "a.zip", tmp_path / "again") as again:
        assert dump(again) == dump(case)
        assert list(check.verify(again)) == []
    assert (tmp_path / "again" / "avowed.toml").read_text() == "# mine\n"
    assert {path.name for path in (tmp_path / "again").iterdir()} == {"case.sqlite", "avowed.toml", "originals"}


def test_a_backup_taken_while_others_write_is_one_sound_state(case, tmp_path):
    filled(case)
    stop = threading.Event()

    def writing() -> None:
        with open_case(case.folder) as other:
            for number in range(100, 10_000):
                if stop.is_set():
                    return
                write.add_reading(other, told(other, number), AT)

    writer = threading.Thread(target=writing)
    writer.start()
    try:
        for number in range(5):
            backup.back_up(case, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with backup.restore(tmp_path / f"{number}.zip", tmp_path / f"again {number}") as again:
            assert list(check.verify(again)) == []


def test_an_original_that_is_missing_is_named_and_the_rest_is_saved(case, tmp_path):
    lost = told(case, 0).report.sha256
    filled(case)
    originals.drop(case.shelf, lost)
    (fault,) = backup.back_up(case, tmp_path / "a.zip").faults
    assert "its original is missing" in fault


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.99])
def test_a_backup_cut_short_is_refused_and_nothing_is_restored(case, tmp_path, share):
    backup.back_up(filled(case), tmp_path / "a.zip")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(DamagedCase, match="nothing was restored"):
        backup.restore(tmp_path / "a.zip", tmp_path / "again")
    assert not (tmp_path / "again").exists() or not list((tmp_path / "again").iterdir())


def test_a_flipped_byte_anywhere_is_found_or_changes_nothing(case, tmp_path):
    backup.back_up(filled(case), tmp_path / "a.zip")
    before, content = dump(case), (tmp_path / "a.zip").read_bytes()
    for at in range(0, len(content), max(1, len(content) // 60)):
        (tmp_path / "b.zip").write_bytes(content[:at] + bytes([content[at] ^ 0x10]) + content[at + 1 :])
        try:
            with backup.restore(tmp_path / "b.zip", tmp_path / f"again {at}") as again:
                assert dump(again) == before
        except DamagedCase:
            continue


@pytest.mark.parametrize(
    "name", ["../evil", "/srv/evil", "originals/../../evil", "originals/aa/b", "case.sqlite/x", "x"]
)
def test_a_backup_that_names_other_files_is_refused(case, tmp_path, name):
    backup.back_up(filled(case), tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as good, zipfile.ZipFile(tmp_path / "b.zip", "w") as bad:
        listed = json.loads(good.read("contents.json"))
        listed["files"][name] = "0" * 64
        for one in good.namelist():
            bad.writestr(one, json.dumps(listed) if one == "contents.json" else good.read(one))
        bad.writestr(name, b"evil")
    with pytest.raises(DamagedCase, match="no file of a case"):
        backup.restore(tmp_path / "b.zip", tmp_path / "again")
    assert not list(tmp_path.rglob("evil"))


def test_a_case_is_never_overwritten_by_a_backup(case, tmp_path):
    backup.back_up(filled(case), tmp_path / "a.zip")
    with pytest.raises(CaseError, match="never overwritten"):
        backup.restore(tmp_path / "a.zip", case.folder)


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(case, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CannotWrite, match="The case is as it was"):
        backup.back_up(filled(case), tmp_path / "file" / "a.zip")


def test_a_backup_that_is_not_there_says_so(tmp_path):
    with pytest.raises(CaseError, match="There is no backup"):
        backup.restore(tmp_path / "none.zip", tmp_path / "again")


def test_a_file_of_another_kind_is_no_backup(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(b"no zip at all")
    with pytest.raises(DamagedCase):
        backup.restore(tmp_path / "a.zip", tmp_path / "again")


def test_a_place_for_a_case_that_is_empty_is_refused():
    with pytest.raises(CaseError, match="Name a folder"):
        create(" ", "")
