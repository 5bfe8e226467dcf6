import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from avowed.bulk import extra
from avowed.case import Case
from avowed.cli import main  # noqa: F401  # adds every command to the app
from avowed.cli.app import app
from avowed.errors import NoCorpus, UsageError
from tests.bulk.making import corpus_of, lines
from tests.bulk.test_asking import TEXTS


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """One corpus for all: no command here changes it."""
    folder = tmp_path_factory.mktemp("commanded")
    corpus_of(lines(folder, TEXTS), folder / "corpus")
    return str(folder / "corpus")


def said(*words):
    run = CliRunner().invoke(app, ["bulk", *map(str, words)], catch_exceptions=False)
    assert run.exit_code == 0, run.output
    return run.output


def test_asking_nothing_lists_the_questions(corpus):
    assert "partners   ACTOR" in said("ask", corpus)


def test_two_actors_are_answered_with_quotes(corpus):
    answered = said("ask", corpus, "Karsh Front", "Velm Guard")
    assert TEXTS[2][:40] in answered


def test_a_question_of_the_list_is_answered_in_columns(corpus):
    header, _, first, *_ = said("ask", corpus, "--question", "pairs").splitlines()
    assert header.split() == ["one", "other", "friendly", "hostile", "denied", "since", "until"]
    assert first.startswith("Karsh Front")


def test_answers_come_as_json_too(corpus):
    (row,) = json.loads(said("ask", corpus, "--sql", "SELECT count(*) AS n FROM reports", "--json"))
    assert row == {"n": 5}


def test_one_actor_without_a_question_is_not_understood(corpus):
    with pytest.raises(UsageError, match="Name two actors"):
        said("ask", corpus, "Karsh Front")


def test_a_folder_without_a_corpus_says_how_to_make_one(tmp_path):
    with pytest.raises(NoCorpus, match="avowed bulk read"):
        said("ask", tmp_path, "A", "B")


def test_a_slice_is_taken_into_a_case(corpus, tmp_path):
    Case.create(tmp_path / "case").close()
    told = said("slice", corpus, "--actor", "Karsh Front", "--case", tmp_path / "case")
    assert told.startswith("4 reports: 4 taken in (4 assertions), 0 there already")


def test_engines_that_are_missing_are_named(corpus, monkeypatch):
    monkeypatch.setattr(extra, "NEEDED", ("duckdb", "no_such_engine"))
    with pytest.raises(UsageError, match=r"Corpora need no_such_engine.*avowed\[bulk\]"):
        said("ask", corpus, "A", "B")


def test_without_corpora_none_of_their_engines_is_loaded():
    check = "import avowed.case, avowed.cli.main, sys; print(sorted({'ray', 'duckdb', 'pyarrow'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
