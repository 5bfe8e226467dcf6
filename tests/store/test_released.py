"""A case of every released form opens in today's program with all it held; what is released is never edited."""

import hashlib
import sqlite3
import threading

import pytest

from avowed.errors import CannotWrite
from avowed.store import check, connection, find, open_case, schema, write
from tests.store.released import filled, made

# The first 16 characters of the SHA-256 of each released step, white space apart. A new step adds a line; none changes.
RELEASED = [
    "402cd91d684acd1d",
    "019fc117652e9a5f",
    "a8f3e48d7d55977f",
    "04fc6da48032a9d2",
    "4d6e0517992ecd39",
    "3470875a56480d90",
    "639753af1870977a",
    "7cb8970d8d217321",
    "7c8636b07b511d1c",
]
OLD = range(1, schema.VERSION)


def test_a_released_step_is_never_edited_and_a_new_one_is_listed_here():
    steps = [hashlib.sha256(" ".join(step.split()).encode()).hexdigest()[:16] for step in schema.STEPS]
    assert steps == RELEASED


def held(store) -> list[object]:
    """What a case tells: reports, ties with their words, decisions, hits."""
    ties = [(tie.subject, tie.object, tie.dimension, tie.voice, tie.line.quote) for tie in find.all_ties(store)]
    return [
        [stored.report for stored in find.reports(store)],
        ties,
        write.decisions(store),
        find.search(store, "shelters"),
        sorted(find.edges(store)),
    ]


@pytest.mark.parametrize("version", OLD)
def test_a_case_of_a_released_form_opens_with_all_that_it_held(tmp_path, version):
    filled(tmp_path / "today")
    made(tmp_path / "old", version)
    with open_case(tmp_path / "today") as today, open_case(tmp_path / "old") as old:
        assert held(old) == held(today)
        assert list(check.verify(old)) == []
        assert old.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION


@pytest.mark.parametrize("version", OLD)
def test_the_case_as_it_was_is_kept_beside_it(tmp_path, version):
    made(tmp_path / "old", version)
    before = rows(tmp_path / "old" / "case.sqlite")
    open_case(tmp_path / "old").close()
    kept = tmp_path / "old" / f"case-before-format-{version + 1}.sqlite"
    assert rows(kept) == before


def rows(path) -> list[str]:
    sql = sqlite3.connect(path)
    try:
        return [str(sql.execute("PRAGMA user_version").fetchone()[0]), *sql.iterdump()]
    finally:
        sql.close()


def test_a_step_that_fails_leaves_the_case_in_its_older_form(tmp_path, monkeypatch):
    filled(tmp_path / "case")
    before = rows(tmp_path / "case" / "case.sqlite")
    broken = (*schema.STEPS, "CREATE TABLE more (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(connection, "STEPS", broken)
    monkeypatch.setattr(connection, "VERSION", len(broken))
    with pytest.raises(CannotWrite):
        open_case(tmp_path / "case")
    monkeypatch.undo()
    assert rows(tmp_path / "case" / "case.sqlite") == before
    open_case(tmp_path / "case").close()


@pytest.mark.parametrize("version", OLD)
def test_two_programs_that_migrate_at_once_take_each_step_once(tmp_path, version):
    made(tmp_path / "old", version)
    faults = []

    def opening() -> None:
        try:
            open_case(tmp_path / "old").close()
        except Exception as fault:  # whatever it is, the test names it
            faults.append(fault)

    threads = [threading.Thread(target=opening) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with open_case(tmp_path / "old") as store:
        assert list(check.verify(store)) == []
