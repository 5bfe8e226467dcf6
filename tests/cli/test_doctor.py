"""The doctor finds every damage and calls it by its name; `verify` does, where the case opens at all."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from avowed.cli.app import app
from avowed.model.decisions import Decision, Verdict
from avowed.store import open_case, originals, write
from tests.building import report
from tests.store.released import AT, TEXTS, filled


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "case"
    filled(folder)
    return folder


@pytest.fixture
def case(sound, tmp_path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "case"))


def said(command: str, case: Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [command, "--case", str(case)])
    return done.exit_code, f"{done.output}{done.exception or ''}"


def sql(case: Path, statement: str) -> None:
    connection = sqlite3.connect(case / "case.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()


def original(case: Path) -> Path:
    return case / originals.place(report(TEXTS[0]).sha256)


def flip_first_page(case: Path) -> None:
    path = case / "case.sqlite"
    content = bytearray(path.read_bytes())
    content[40] ^= 0xFF
    content[100:110] = b"\xff" * 10
    path.write_bytes(content)


def break_log(case: Path) -> None:
    """Leave a log behind, as a kill does, and damage its middle."""
    with open_case(case) as store:
        store.connection.execute("PRAGMA wal_autocheckpoint=0")
        for number in range(9):
            write.decide(store, Decision(0, Verdict.GRADE, f"Outlet {number}", "B", "me", AT))
        database, log = (case / name for name in ("case.sqlite", "case.sqlite-wal"))
        kept = database.read_bytes(), bytearray(log.read_bytes())
    kept[1][len(kept[1]) // 2] ^= 1
    database.write_bytes(kept[0])
    log.write_bytes(kept[1])


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a missing original": (lambda case: original(case).unlink(), "its original is missing"),
    "a changed original": (lambda case: original(case).write_bytes(b"x"), "its original was changed"),
    "a changed quote": (lambda case: sql(case, "UPDATE assertions SET quote = 'a lie'"), "is not in the report's text"),
    "a changed text": (lambda case: sql(case, "UPDATE reports SET text = 'a lie'"), "not the text that was read"),
    "a row that points at nothing": (lambda case: sql(case, "DELETE FROM readings"), "points at nothing"),
    "a planted trigger": (
        lambda case: sql(case, "CREATE TRIGGER sly AFTER INSERT ON ties BEGIN DELETE FROM decisions; END"),
        "a trigger named 'sly', which Avowed did not make",
    ),
    "a planted view": (lambda case: sql(case, "CREATE VIEW sly AS SELECT 1"), "a view named 'sly'"),
    "a foreign table": (lambda case: sql(case, "CREATE TABLE notes (a)"), "a table named 'notes'"),
    "a missing index": (lambda case: sql(case, "DROP INDEX ties_by_subject"), "'ties_by_subject' is missing"),
    "another program's mark": (lambda case: sql(case, "PRAGMA application_id=7"), "not written by Avowed"),
    "a newer form": (lambda case: sql(case, "PRAGMA user_version=99"), "newer version of Avowed"),
    "flipped bytes": (flip_first_page, "is damaged"),
    "no database": (lambda case: (case / "case.sqlite").write_bytes(b"x" * 5000), "is damaged"),
    "a broken log": (break_log, "its log was damaged"),
}


def test_a_sound_case_is_found_sound(case):
    assert said("doctor", case)[0] == 0
    assert said("verify", case)[0] == 0


@pytest.mark.parametrize("name", DAMAGES)
def test_the_doctor_finds_the_damage_and_names_it(case, name):
    damage, words = DAMAGES[name]
    damage(case)
    code, shown = said("doctor", case)
    assert code == 1
    assert words in shown


@pytest.mark.parametrize("name", DAMAGES)
def test_verify_never_calls_a_damaged_case_sound(case, name):
    damage, words = DAMAGES[name]
    damage(case)
    code, shown = said("verify", case)
    assert code == 1
    assert words in shown
