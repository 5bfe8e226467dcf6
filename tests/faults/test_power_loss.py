"""A write-ahead log that is cut or flipped anywhere: the case opens, and decisions from before the damage are there."""

import random
import shutil

import pytest

from avowed.model.decisions import Decision, Verdict
from avowed.store import open_case, write
from avowed.store.wal import lost_commits

AT = "2024-01-01T00:00:00+00:00"
DECISIONS = 40


def decided(case) -> list[int]:
    """Forty decisions in the log alone; gives the length of the log after each."""
    case.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    case.connection.execute("PRAGMA wal_autocheckpoint=0")
    lengths = []
    for number in range(DECISIONS):
        write.decide(case, Decision(0, Verdict.SAME, f"a{number}", f"b{number}", "me", AT))
        lengths.append((case.folder / "case.sqlite-wal").stat().st_size)
    return lengths


def after(case, tmp_path, log: bytes) -> list[str]:
    """What a fresh opening of a copy with this log holds."""
    folder = tmp_path / "copy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(case.folder / "case.sqlite", folder)
    (folder / "case.sqlite-wal").write_bytes(log)
    with open_case(folder) as store:
        return [decision.left for decision in write.decisions(store)]


@pytest.mark.faults
def test_a_log_cut_anywhere_keeps_every_decision_from_before_the_cut(case, tmp_path):
    lengths = decided(case)
    whole = (case.folder / "case.sqlite-wal").read_bytes()
    for at in range(0, len(whole), 1511):
        kept = sum(length <= at for length in lengths)
        assert after(case, tmp_path, whole[:at]) == [f"a{number}" for number in range(kept)]


@pytest.mark.faults
def test_a_log_flipped_anywhere_keeps_every_decision_from_before_the_flip_and_invents_none(case, tmp_path):
    lengths = decided(case)
    whole = (case.folder / "case.sqlite-wal").read_bytes()
    chance = random.Random(3)
    for _ in range(120):
        at = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        kept = sum(length <= at for length in lengths)
        found = after(case, tmp_path, bytes(damaged))
        assert found[:kept] == [f"a{number}" for number in range(kept)]
        assert found == [f"a{number}" for number in range(len(found))]


def test_a_log_that_breaks_off_in_its_middle_is_named_with_what_is_lost(case, tmp_path):
    decided(case)
    log = tmp_path / "log"
    whole = (case.folder / "case.sqlite-wal").read_bytes()
    log.write_bytes(whole)
    assert lost_commits(log) == 0
    for at in (32 + 8, 32 + 20, 32 + 24 + 1000, len(whole) // 2):
        damaged = bytearray(whole)
        damaged[at] ^= 4
        log.write_bytes(damaged)
        assert lost_commits(log) > 0, at


def test_a_log_that_only_ends_early_is_no_damage(case, tmp_path):
    decided(case)
    log = tmp_path / "log"
    log.write_bytes((case.folder / "case.sqlite-wal").read_bytes()[:-1000])
    assert lost_commits(log) == 0
    assert lost_commits(tmp_path / "none") == 0


def test_a_decision_waits_for_the_disk_and_what_can_be_derived_again_does_not(case):
    waits = {}
    for durable in (True, False):
        with case.transaction(durable=durable) as sql:
            waits[durable] = sql.execute("PRAGMA synchronous").fetchone()[0]
    assert waits == {True: 2, False: 1}
