import json
import resource
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from avowed.cli.app import app
from avowed.cli.main import main
from avowed.model.vocabulary import Dimension, Voice
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report

COMMANDS = [
    "init",
    "add",
    "read",
    "remove",
    "ask",
    "actor",
    "actors",
    "incidents",
    "says",
    "timeline",
    "sources",
    "find",
    "same",
    "not-same",
    "accept",
    "reject",
    "grade",
    "settings",
    "who",
    "suppose",
    "rate",
    "labour",
    "contradictions",
    "changes",
    "record",
    "why",
    "undo",
    "decisions",
    "proposals",
    "report",
    "export",
    "serve",
    "backup",
    "restore",
    "verify",
    "doctor",
    "schema",
    "version",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "case"
    with create(folder, default_text()) as store:
        texts = {
            "Alder Front trained Birch Army, it is said.": Told(
                "Alder Front", "Birch Army", Dimension.TRAINING, hedge="it is said"
            ),
            "Alder Front denies it has any link to Birch Army.": Told(
                "Alder Front", "Birch Army", negated=True, voice=Voice.STATED, speaker="Alder Front"
            ),
        }
        for text, told in texts.items():
            write.add_reading(store, reading(report(text, publisher=text[-5:-1]), told), "2024-01-01T00:00:00+00:00")
        rebuild(store)
    return folder


@pytest.fixture
def case(made, tmp_path):
    return str(copytree(made, tmp_path / "case"))


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def failed(monkeypatch, capsys, *words):
    monkeypatch.setattr(sys, "argv", ["avowed", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code, capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command):
    shown = run(command, "--help").output
    assert "Example: avowed" in shown


def test_help_costs_under_three_tenths_of_a_second_of_processor_time():
    command = [sys.executable, "-m", "avowed", "--help"]

    def cost() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert any(cost() < 0.3 for _ in range(6))


def test_the_answer_shows_the_denial_the_hedge_and_the_quote(case):
    shown = run("ask", "Alder Front", "Birch Army", "--case", case).output
    assert "[denied] Alder Front supports or is linked with Birch Army" in shown
    assert "hedged: “it is said”" in shown
    assert "“Alder Front trained Birch Army, it is said.”" in shown


def test_the_answer_as_json_names_every_line(case):
    pair = json.loads(run("ask", "Alder Front", "Birch Army", "--case", case, "--json").output)
    assert len(pair["ties"]) == 2
    assert all(tie["line"]["quote"] and tie["line"]["key"] for tie in pair["ties"])


@pytest.mark.parametrize(
    "command",
    ["actors", "incidents", "says", "timeline", "sources", "decisions", "proposals", "contradictions", "record"],
)
def test_every_list_is_json_on_demand(case, command):
    assert isinstance(json.loads(run(command, "--case", case, "--json").output), list)


def test_what_changed_since_a_day_names_the_new_relation(case):
    shown = run("changes", "--since", "2021-01", "--case", case).output
    assert "new: Alder Front and Birch Army" in shown
    assert json.loads(run("changes", "--since", "2022", "--case", case, "--json").output)["reports"] == 0


def test_what_is_told_and_denied_stands_side_by_side(case):
    (found,) = json.loads(run("contradictions", "--case", case, "--json").output)
    assert found["kind"] == "sign"
    assert {found["left"]["quote"][:20], found["right"]["quote"][:20]} == {
        "Alder Front trained ",
        "Alder Front denies i",
    }


def test_who_does_what_among_some_is_a_table(case):
    found = json.loads(run("labour", "Alder Front", "Birch Army", "--case", case, "--json").output)
    assert list(found["functions"]) == ["trains"]
    assert "trains" in run("labour", "Alder Front", "Birch Army", "--case", case).output


def test_a_weight_is_shown_factor_by_factor(case):
    answer = json.loads(run("ask", "Alder Front", "Birch Army", "--case", case, "--json").output)
    key = answer["ties"][0]["line"]["key"]
    assert "product" in run("why", key, "--case", case).output


def test_an_answer_for_one_time_leaves_out_what_has_no_date(case):
    found = json.loads(
        run("ask", "Alder Front", "Birch Army", "--during", "2019..2021", "--case", case, "--json").output
    )
    assert found["ties"] == []


def test_an_incident_that_nobody_knows_is_said_to_be_unknown(case, monkeypatch, capsys):
    code, words = failed(monkeypatch, capsys, "who", "nothing", "--case", case)
    assert (code, "No incident has the key" in words) == (1, True)


def test_a_name_that_nobody_has_is_answered_with_those_that_are_near(case, monkeypatch, capsys):
    code, words = failed(monkeypatch, capsys, "ask", "Aldir Front", "Zebra", "--case", case)
    assert code == 1
    assert "No actor in this case is called 'Zebra'" in words


def test_an_ambiguous_name_is_listed_and_not_guessed(tmp_path, monkeypatch, capsys):
    with create(tmp_path / "two", default_text()) as store:
        told = reading(report("Alder Front met Elm Front."), Told("Alder Front", "Elm Front"))
        write.add_reading(store, told, "2024-01-01T00:00:00+00:00")
        rebuild(store)
    code, words = failed(monkeypatch, capsys, "actor", "Front", "--case", tmp_path / "two")
    assert code == 1
    assert "could be any of these" in words
    assert "Alder Front" in words
    assert "Elm Front" in words


def test_no_case_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    code, words = failed(monkeypatch, capsys, "actors", "--case", tmp_path)
    assert (code, "avowed init" in words) == (1, True)


def test_a_date_that_is_none_is_not_understood(case):
    assert run("ask", "Alder Front", "Birch Army", "--case", case, "--as-known-on", "soon").exit_code == 2


def test_a_decision_is_numbered_and_can_be_taken_back(case):
    assert "Decision 1" in run("same", "Alder Front", "Birch Army", "--case", case, "--why", "test").output
    assert len(json.loads(run("actors", "--case", case, "--json").output)) == 1
    run("undo", 1, "--case", case)
    assert len(json.loads(run("actors", "--case", case, "--json").output)) == 2
    assert [row["verdict"] for row in json.loads(run("decisions", "--case", case, "--json").output)] == ["same", "undo"]


def test_a_grade_that_is_none_is_refused(case, monkeypatch, capsys):
    code, words = failed(monkeypatch, capsys, "grade", "link", "Z", "--case", case)
    assert code == 1
    assert words


def test_the_page_and_the_tables_are_written_whole(case, tmp_path):
    run("report", "Alder Front", "Birch Army", "-o", tmp_path / "page.html", "--case", case)
    run("export", "-o", tmp_path / "tables", "--case", case)
    assert "leads to be checked" in (tmp_path / "page.html").read_text()
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"ties.csv", "incidents.csv", "lines.csv"}


def test_verify_fails_where_an_original_is_missing(case):
    assert run("verify", "--case", case).exit_code == 1


def test_doctor_looks_over_installation_and_case(case):
    shown = run("doctor", "--case", case).output
    assert "full-text search" in shown
    assert "2 reports" in shown


def test_the_schema_is_printed_as_json():
    assert json.loads(run("schema").output)["title"] == "avowed-reading/1"


def test_removing_a_report_takes_its_lines_out_of_the_answer(case):
    answer = json.loads(run("ask", "Alder Front", "Birch Army", "--case", case, "--json").output)
    report_id = answer["ties"][0]["line"]["source"]["report"]
    run("remove", report_id, "--case", case)
    again = json.loads(run("ask", "Alder Front", "Birch Army", "--case", case, "--json").output)
    assert len(again["ties"]) == 1


def test_a_case_is_backed_up_into_one_file_and_restored_from_it(case, tmp_path):
    assert run("backup", "-o", tmp_path / "a.zip", "--case", case).exit_code == 1  # its originals are missing
    shown = run("restore", tmp_path / "a.zip", tmp_path / "again").output
    assert "2 reports" in shown
    before = run("ask", "Alder Front", "Birch Army", "--case", case).output
    assert run("ask", "Alder Front", "Birch Army", "--case", tmp_path / "again").output == before


def test_doctor_says_what_can_be_had_of_a_damaged_case(case):
    path = Path(case, "case.sqlite")
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = b"\x55" * 8192
    path.write_bytes(content)
    done = run("doctor", "--case", case)
    assert done.exit_code == 1
    assert "FAIL  The case in" in done.output
    assert "rows of reports can be read" in done.output
    assert "can be added to a new case" in done.output
