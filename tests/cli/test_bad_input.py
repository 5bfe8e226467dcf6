"""Bad input at the level of whole commands: one clear line each, the rest goes on, nothing is lost, exit status 1."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fpdf import FPDF

from avowed.cli.main import main
from avowed.settings import default_text
from avowed.store import create, open_case
from avowed.walk import crew
from tests.building import Told, reading
from tests.read.making import STORY, docx, page, paragraph, zipped
from tests.store.released import filled

GOOD = "Alder Front backs Birch Army in the valley, two traders said on Friday. The road to the north was still held."


def annotated(batches):
    """A reader that needs no model: it ties the two names that it knows."""
    told = [Told("Alder Front", "Birch Army")]
    for batch in batches:
        yield [reading(report, *(told if "Alder Front backs" in report.text else [])) for report in batch]


@pytest.fixture
def case(tmp_path, monkeypatch):
    """An empty case, and a reader that needs no model."""
    monkeypatch.setattr(crew, "annotated", annotated)
    folder = tmp_path / "case"
    create(folder, default_text()).close()
    return folder


def left(monkeypatch, *words) -> int:
    """The exit status of one command."""
    monkeypatch.setattr(sys, "argv", ["avowed", *map(str, words)])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def run(capsys, monkeypatch, *words) -> tuple[int, str, str]:
    """Exit status, what was said and what was complained of."""
    code = left(monkeypatch, *words)
    said = capsys.readouterr()
    return code, said.out, said.err


def locked() -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=11)
    paper.multi_cell(0, 5, GOOD)
    paper.set_encryption(owner_password="o", user_password="u")  # noqa: S106  # the point of it
    return bytes(paper.output())


@cache
def whole_pdf() -> bytes:
    paper = FPDF()
    for _ in range(10):
        paper.add_page()
        paper.set_font("Helvetica", size=11)
        paper.multi_cell(0, 5, GOOD * 9)
    return bytes(paper.output())


BAD: dict[str, Callable[[], bytes]] = {  # made when they are asked for, not when tests are collected
    "empty.html": lambda: b"",
    "blank.txt": lambda: b" \n\t\n",
    "binary.txt": lambda: bytes(range(256)) * 30,
    "cut.pdf": lambda: whole_pdf()[:2000],
    "locked.pdf": locked,
    "picture.html": lambda: b"\x89PNG\r\n\x1a\n" + bytes(500),
    "cut.docx": lambda: docx(paragraph(GOOD))[:-60],
    "cut.zip": lambda: zipped({"a.txt": GOOD})[:-20],
    "script.html": lambda: b"<html><body><script>draw()</script></body></html>",
    "rows.json": lambda: b'[{"text": "Dol fell."}]',
    "furniture.txt": lambda: b"Subscribe to our newsletter\nShare this:\n",
}


@pytest.fixture(scope="module")
def added(tmp_path_factory) -> tuple[int, str, dict[str, list[str]]]:
    """One run of `avowed add` over all of them among good ones: status, summary, and the lines by the file they name."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(crew, "annotated", annotated)
        folder = tmp_path_factory.mktemp("bad")
        create(folder / "case", default_text()).close()
        (folder / "in").mkdir()
        (folder / "in" / "a.txt").write_text(GOOD)
        (folder / "in" / "zz.html").write_text(page(*STORY, *STORY))
        for name, content in BAD.items():
            (folder / "in" / name).write_bytes(content())
        said, complained = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(complained):
            code = left(patched, "add", "--case", folder / "case", folder / "in")
    lines: dict[str, list[str]] = {}
    for line in complained.getvalue().splitlines():
        lines.setdefault(Path(line.removeprefix("skipped ").partition(": ")[0]).name, []).append(line)
    return code, said.getvalue(), lines


def test_the_good_files_among_bad_ones_are_read_and_the_status_is_one(added):
    code, said, _ = added
    assert code == 1
    assert said.startswith(f"{len(BAD) + 2} documents: 2 read")
    assert f"{len(BAD)} skipped" in said


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_good_ones_are_read(added, name):
    (line,) = added[2][name]
    assert line.startswith("skipped ")
    assert len(line) < 400


@pytest.mark.parametrize(("name", "content"), [("page.pdf", page(*STORY, *STORY).encode), ("paper.txt", whole_pdf)])
def test_a_wrongly_labelled_file_is_read_as_what_it_is(case, tmp_path, capsys, monkeypatch, name, content):
    (tmp_path / name).write_bytes(content())
    code, said, _ = run(capsys, monkeypatch, "add", "--case", case, tmp_path / name)
    assert (code, said.startswith("1 documents: 1 read")) == (0, True)


def test_an_enormous_file_is_one_line(case, tmp_path, capsys, monkeypatch):
    with (tmp_path / "enormous.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    code, _, complained = run(capsys, monkeypatch, "add", "--case", case, tmp_path / "enormous.txt")
    assert code == 1
    assert "larger than the 67 MB that are read" in complained


def test_what_is_not_there_is_one_line(case, tmp_path, capsys, monkeypatch):
    code, _, complained = run(capsys, monkeypatch, "add", "--case", case, tmp_path / "nowhere")
    assert code == 1
    assert "no such file or folder" in complained


def test_a_case_of_another_version_is_refused_and_left_alone(case, capsys, monkeypatch):
    with open_case(case) as store:
        store.connection.execute("PRAGMA user_version=99")
    code, _, complained = run(capsys, monkeypatch, "ask", "A", "B", "--case", case)
    assert code == 1
    assert "newer version of Avowed" in complained
    assert len(complained.splitlines()) == 1


def test_a_database_that_is_no_case_is_one_line(case, capsys, monkeypatch):
    (case / "case.sqlite").write_bytes(b"nothing of the kind" * 300)
    code, _, complained = run(capsys, monkeypatch, "actors", "--case", case)
    assert code == 1
    assert "avowed doctor" in complained


def test_settings_that_are_not_understood_are_one_line(case, capsys, monkeypatch):
    (case / "avowed.toml").write_text("[evidence]\nminimum_score = 'high'\n")
    code, _, complained = run(capsys, monkeypatch, "actors", "--case", case)
    assert code == 1
    assert "minimum_score must be a number" in complained


def test_a_name_that_matches_nobody_is_one_line(case, tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text(GOOD)
    run(capsys, monkeypatch, "add", "--case", case, tmp_path / "a.txt")
    code, _, complained = run(capsys, monkeypatch, "actor", "Zebra Corps", "--case", case)
    assert code == 1
    assert "No actor in this case is called 'Zebra Corps'" in complained


def test_a_full_disk_stops_with_one_line_and_keeps_what_was_added(case, tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text(GOOD)
    assert run(capsys, monkeypatch, "add", "--case", case, tmp_path / "a.txt")[0] == 0
    full(monkeypatch)
    (tmp_path / "b.txt").write_text(GOOD.replace("Friday", "Monday") + "\n\n" + "More words follow here. " * 20_000)
    code, _, complained = run(capsys, monkeypatch, "add", "--case", case, tmp_path / "b.txt")
    assert code == 1
    assert "Check that the disk has room" in complained
    assert len(complained.splitlines()) == 1
    monkeypatch.undo()
    with open_case(case) as store:
        assert store.connection.execute("SELECT count(*) FROM reports").fetchone()[0] == 1


def full(monkeypatch) -> None:
    """From now on no case may grow."""
    from avowed.store import connection  # noqa: PLC0415  # what is patched here

    real = connection._connect

    def narrow(path, mode):
        made = real(path, mode)
        pages = made.execute("PRAGMA page_count").fetchone()[0]
        made.execute(f"PRAGMA max_page_count={pages + 2}")
        return made

    monkeypatch.setattr(connection, "_connect", narrow)


def as_nobody(act) -> str:
    """What a user without rights is told; a fork, since that user may not start our interpreter."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os.write(write_end, str(act()).encode())
        except BaseException as fault:  # it is what is asked for
            os.write(write_end, f"{type(fault).__name__}: {fault}".encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(write_end)
    with os.fdopen(read_end) as said:
        return said.read()


def test_a_case_that_may_only_be_read_is_answered_from_and_refuses_to_be_added_to():
    from avowed import Case  # noqa: PLC0415  # loaded before the fork

    with TemporaryDirectory() as name:
        folder = Path(name, "case")
        Path(name).chmod(0o755)
        filled(folder)
        shut(folder, 0o555, 0o444)

        def ask() -> str:
            with Case.open(folder) as held:
                return f"holds {held.counts()['reports']} reports"

        def decide() -> str:
            with Case.open(folder, lambda: datetime(2024, 1, 1, tzinfo=UTC)) as held:
                held.grade("The Herald", "C")
            return "decided"

        asked, decided = as_nobody(ask), as_nobody(decide)
        shut(folder, 0o755, 0o644)
    assert asked == "holds 3 reports"
    assert decided.startswith("CannotWrite: ")
    assert "the folder may be written to" in decided


def shut(folder: Path, folders: int, files: int) -> None:
    """Give every folder and file of a case these rights, from the inside out or from the outside in."""
    paths = [folder, *folder.rglob("*")]
    for path in paths if folders & 0o200 else reversed(paths):
        path.chmod(folders if path.is_dir() else files)
