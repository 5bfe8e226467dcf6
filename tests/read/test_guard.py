"""The guard: whatever its child does, the parent gets one outcome in time, and the next document is read."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from avowed.read.extract import Extract
from avowed.read.guard import Guard
from avowed.read.outcome import Limits
from avowed.read.sniff import Refused

STORY = "".join(
    f"<p>On day {day} the garrison of Dol left a bridge to the Northern Front, two traders said.</p>"
    for day in range(6)
)
GOOD = f"<html><body><article>{STORY}</article></body></html>".encode()
SLOW = (
    b"<html><body><article "
    + b" ".join(b"a%d='1'" % number for number in range(200_000))
    + b"></article></body></html>"
)
BIG = b"<html><body>" + b"<p>The bridge at Dol.</p>" * 49_000 + b"</body></html>"

CHILD = """
import json, os, sys, time
from avowed.read import child
from avowed.read.wire import frame

def act(order, content):
    word = content.decode()
    if word == "abort":
        os.abort()
    if word == "exit":
        os._exit(3)
    if word == "sleep":
        time.sleep(60)
    if word == "babble":
        os.write(answers, b"\\xff" * 100)
    if word == "claim":
        os.write(answers, (1 << 62).to_bytes(8, "big"))
        time.sleep(60)
    if word == "lie":
        return {"extract": {"paragraphs": [1, 2], "title": {}}}
    if word == "list":
        os.write(answers, frame(b"[1]"))
    if word == "spend":
        while True:
            pass
    if word == "write":
        open(sys.argv[0] + ".written", "w").write("x" * 10)
    if word == "limits":
        import resource
        return {"reason": str(resource.getrlimit(resource.RLIMIT_CORE))}
    if word == "once" and order["number"] == 1:
        os.abort()
    return {"extract": {"paragraphs": [word]}}

numbers = iter(range(100))
answers = os.dup(1)
def answer(order, content):
    return act({**order, "number": next(numbers)}, content)
child.answer = answer
child.main()
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    (tmp_path / "hostile_child.py").write_text(CHILD)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with Guard(Limits(wall_seconds=8, cpu_seconds=1), module="hostile_child") as guard:
        yield guard


@pytest.fixture(scope="module")
def enduring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    """One guard for many deeds: the child that the guard started after one is the one that stands before the next."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile_child.py").write_text(CHILD)
    with pytest.MonkeyPatch.context() as patched, ExitStack() as held:
        patched.setenv("PYTHONPATH", str(folder))
        yield held.enter_context(Guard(Limits(wall_seconds=3, cpu_seconds=1), module="hostile_child"))


def said(guard: Guard, word: str) -> str:
    found = guard.parse("any", word.encode())
    return found.reason if isinstance(found, Refused) else "read: " + found.paragraphs[0]


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        ("abort", "SIGABRT"),
        ("exit", "exit status 3"),
        ("sleep", "not done after 3 seconds"),
        ("babble", "no text"),
        ("claim", "no text"),
        ("lie", "no text"),
        ("list", "no text"),
    ],
)
def test_a_child_that_fails_is_an_outcome_and_the_next_document_is_read(enduring: Guard, deed: str, why: str) -> None:
    assert said(enduring, "before") == "read: before"
    started = time.monotonic()
    assert why in said(enduring, deed)
    assert time.monotonic() - started < 30
    assert said(enduring, "after") == "read: after"


def test_a_child_that_spends_its_processor_time_is_an_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hostile_child.py").write_text(CHILD)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Guard(Limits(wall_seconds=60, cpu_seconds=1), module="hostile_child") as guard:
        assert "processor time" in said(guard, "spend")
        assert said(guard, "after") == "read: after"


def test_the_first_document_may_be_the_hostile_one(hostile: Guard) -> None:
    assert "SIGABRT" in said(hostile, "abort")


def test_what_an_old_child_fails_on_is_tried_on_a_new_one(hostile: Guard) -> None:
    assert said(hostile, "before") == "read: before"
    assert said(hostile, "once") == "read: once"


def test_no_core_file_and_no_other_file_is_left(hostile: Guard, tmp_path: Path) -> None:
    assert said(hostile, "limits") == "(0, 0)"
    said(hostile, "write")
    said(hostile, "abort")
    left = {path.name: path.stat().st_size for path in tmp_path.iterdir() if path.name != "hostile_child.py"}
    assert sum(left.values()) == 0


def test_a_child_killed_from_outside_is_replaced(hostile: Guard) -> None:
    assert said(hostile, "before") == "read: before"
    child = hostile._child
    assert child
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert said(hostile, "after") == "read: after"


def test_a_child_that_cannot_start_is_an_outcome() -> None:
    with Guard(Limits(start_seconds=5), module="no_such_module_at_all") as guard:
        found = guard.parse("html", GOOD)
    assert isinstance(found, Refused)
    assert "could not be started" in found.reason


def test_a_page_that_takes_too_long_is_an_outcome() -> None:
    with Guard(Limits(wall_seconds=1, cpu_seconds=30)) as guard:
        slow = guard.parse("html", SLOW)
        guard._limits = Limits()  # a busy machine may need longer for the next, which is not what is tested
        good = guard.parse("html", GOOD)
    assert isinstance(slow, Refused)
    assert "too slow" in slow.reason
    assert isinstance(good, Extract)


def test_a_page_that_needs_too_much_memory_is_an_outcome() -> None:
    with Guard(Limits(memory_bytes=250_000_000)) as guard:
        big, good = guard.parse("html", BIG), guard.parse("html", GOOD)
    assert isinstance(big, Refused)
    assert isinstance(good, Extract)


def test_one_child_serves_many_documents_and_ends_with_the_guard() -> None:
    with Guard(Limits()) as guard:
        guard.parse("markdown", b"The bridge fell.")
        child = guard._child
        guard.parse("markdown", b"The bridge at Dol fell.")
        assert child
        assert guard._child is child
    assert child.poll() is not None


def test_a_module_in_the_folder_of_reports_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    with Guard(Limits()) as guard:
        assert isinstance(guard.parse("markdown", b"The bridge fell."), Extract)
