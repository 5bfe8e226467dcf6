"""Whatever write is the one that fails, one report is stored whole or not at all, and a second run ends as if none had."""

import errno
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from avowed.errors import CannotWrite
from avowed.read import Original, ReadOptions, opened
from avowed.settings import default_text
from avowed.store import check, create, open_case
from avowed.walk.intake import Intake
from avowed.walk.rebuild import rebuild
from tests.faults.adding import PlainAnnotator, clock, tell
from tests.faults.test_killed_while_adding import adding, partial_reports, whole, written

ROOT = Path(__file__).parents[2]
TEXTS = ("Ashfall backs Birchham in the valley.", "Cedarton backs Elmford on the river.")


class Failing:
    """A connection whose N-th change fails as on a full disk."""

    def __init__(self, real: sqlite3.Connection, countdown: list[int]) -> None:
        self._real, self._countdown = real, countdown

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        self._count(statement)
        return self._real.execute(statement, *values)

    def executemany(self, statement: str, *values: object) -> sqlite3.Cursor:
        self._count(statement)
        return self._real.executemany(statement, *values)

    def _count(self, statement: str) -> None:
        if statement.split(maxsplit=1)[0] in ("INSERT", "UPDATE", "DELETE", "COMMIT", "BEGIN"):
            self._countdown[0] -= 1
            if self._countdown[0] == 0:
                raise sqlite3.OperationalError("database or disk is full")


def add(store) -> None:
    annotator = PlainAnnotator()
    with opened(ReadOptions(today=clock().date())) as open_one:
        given = [Original(f"{text[:3]}.txt", text.encode()) for text in TEXTS]
        Intake(store, open_one, partial(map, annotator.annotate), annotator.version, clock, tell).take(given)
    rebuild(store)


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_whichever_change_of_the_database_fails_nothing_is_half_written(tmp_path):
    with create(tmp_path / "sound", default_text()) as sound:
        add(sound)
    for number in range(1, 200):
        folder = tmp_path / str(number)
        countdown = [number]
        with create(folder, default_text()) as store:
            real, store.connection = store.connection, Failing(store.connection, countdown)
            with suppress(CannotWrite):
                add(store)
            store.connection = real
            if countdown[0] > 0:
                assert number > 30
                return
            assert partial_reports(folder) == []
            add(store)
        assert whole(folder) == whole(tmp_path / "sound")
    raise AssertionError("the run never came to its end")


@pytest.mark.faults
def test_whichever_original_cannot_be_kept_its_report_is_not_stored(tmp_path, monkeypatch):
    real = Path.write_bytes
    for number in range(1, len(TEXTS) + 1):
        left = [number]

        def failing(path: Path, content: bytes) -> int:
            left[0] -= 1  # noqa: B023  # made anew in each round, and used in it alone
            if left[0] == 0:  # noqa: B023  # as above
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(path, content)

        with create(tmp_path / str(number), default_text()) as store:
            monkeypatch.setattr(Path, "write_bytes", failing)
            with pytest.raises(CannotWrite, match="No space left on device"):
                add(store)
            monkeypatch.undo()
            assert partial_reports(store.folder) == []
            assert not list(store.folder.rglob("*.part"))
            add(store)
            assert list(check.verify(store)) == []


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_a_disk_that_fills_up_anywhere_leaves_a_case_that_can_be_finished(tmp_path):
    lines = written(tmp_path)
    assert adding(tmp_path / "sound", lines).wait() == 0
    size = 16_384
    while True:
        case = tmp_path / f"case {size}"
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.adding", str(case), str(lines)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size)),  # no threads
        )
        if done.returncode == 0:
            break
        assert "CannotWrite" in done.stderr.strip().splitlines()[-1], done.stderr[-400:]
        assert partial_reports(case) == []
        size = size * 5 // 3
    with open_case(case) as store:
        assert list(check.verify(store)) == []
    assert whole(case) == whole(tmp_path / "sound")
    assert size > 100_000
    broken = sorted(tmp_path.glob("case *"))[0]
    assert adding(broken, lines).wait() == 0
    assert whole(broken) == whole(tmp_path / "sound")
