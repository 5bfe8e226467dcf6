"""Nothing that a document says acts on the terminal, and a terminal that lacks a letter does not end an answer."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from avowed.cli.app import app, harmless
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

ACTS = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\r", "\x08", "\u202e", "\u2067"]


@pytest.fixture
def case(tmp_path):
    with create(tmp_path / "case", default_text()) as store:
        told = reading(report(f"Ash backs Birch {''.join(ACTS)} “today”."), Told("Ash", "Birch"))
        write.add_reading(store, told, "2024-01-01T00:00:00+00:00")
        rebuild(store)
    return tmp_path / "case"


@pytest.mark.parametrize("acting", ACTS)
def test_what_would_act_on_a_terminal_is_shown_by_its_number(acting):
    assert harmless(f"before{acting}after\n\tend") != f"before{acting}after\n\tend"
    assert not set(harmless(acting)) & set(acting[0])


@pytest.mark.parametrize("words", [("ask", "Ash", "Birch"), ("ask", "Ash", "Birch", "--json"), ("find", "today")])
def test_no_command_lets_a_report_act_on_the_terminal(case, words):
    shown = CliRunner().invoke(app, [*words, "--case", str(case)]).output
    assert "today" in shown
    assert not {char for act in ACTS for char in act if not char.isprintable()} & set(shown)


def test_json_still_holds_the_words_as_they_are(case):
    shown = CliRunner().invoke(app, ["ask", "Ash", "Birch", "--json", "--case", str(case)]).output
    assert "\x1b[2J" in json.loads(shown)["ties"][0]["line"]["quote"]


def test_a_file_name_does_not_act_on_the_terminal(case, tmp_path):
    (tmp_path / "a\x1b[2Jb.txt").write_bytes(b"")
    done = CliRunner().invoke(app, ["add", "--case", str(case), str(tmp_path / "a\x1b[2Jb.txt")])
    assert "\\u001b[2Jb.txt: empty" in done.output
    assert "\x1b" not in done.output


def test_a_terminal_that_lacks_a_letter_shows_a_question_mark(case):
    command = [sys.executable, "-m", "avowed", "ask", "Ash", "Birch", "--case", str(case)]
    done = subprocess.run(command, env=os.environ | {"PYTHONIOENCODING": "iso8859-1"}, capture_output=True, check=True)
    assert b"today" in done.stdout
    assert b"?Ash backs Birch" in done.stdout
