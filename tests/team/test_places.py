"""What can go wrong on the way to a server is one clear line, and no password is ever shown."""

import pytest
from typer.testing import CliRunner

from avowed.cli.app import app
from avowed.errors import AvowedError, CannotWrite, CaseError, DamagedCase, NewerCase, NoCase, UsageError
from avowed.settings import default_text
from avowed.store import create, open_case, write
from avowed.store.schema import VERSION
from avowed.store.soundness import columns
from tests.building import Told, reading, report
from tests.team.server import BLANK, PASSWORD

AT = "2024-01-01T00:00:00+00:00"


def complaint(address: str) -> str:
    with pytest.raises(AvowedError) as raised:
        open_case(address)
    assert "\n" not in str(raised.value)
    return f"{type(raised.value).__name__}: {raised.value}"


def test_a_server_that_is_not_there_is_named_without_the_password(tmp_path):
    said = complaint(f"postgresql://ada:{PASSWORD}@/reports?host={tmp_path}")
    assert said.startswith("CaseError: No PostgreSQL server answers at postgresql://ada@/reports?host=")
    assert PASSWORD not in said


def test_a_wrong_password_says_where_it_belongs(server):
    said = complaint(f"postgresql://locked:no-{PASSWORD}@/{BLANK}?host={server.folder}")
    assert "the password is wrong" in said
    assert PASSWORD not in said


def test_a_missing_password_says_where_it_belongs(server):
    assert ".pgpass" in complaint(server.address(BLANK, "locked"))


def test_a_database_that_is_not_there_says_how_to_make_one(server):
    assert complaint(server.address("nowhere")).startswith("NoCase: The server has no database 'nowhere'")


def test_an_unknown_user_is_told_to_ask_for_an_account(server):
    assert "knows no user" in complaint(server.address(BLANK, "stranger"))


def test_an_address_that_is_none_is_not_repeated():
    said = complaint(f"postgresql://ada:{PASSWORD}@host:port:port/%%")
    assert said == "UsageError: This is no address of a PostgreSQL database. Write: postgresql://user@host/database"


def test_a_database_without_a_case_says_how_to_make_one(server):
    assert "Make one with: avowed init postgresql://" in complaint(server.database())


def test_a_case_is_never_made_over_another(server):
    with pytest.raises(CaseError, match="already holds a case"):
        create(server.address(BLANK), default_text())


def test_a_case_of_a_newer_version_is_left_alone(server):
    address = server.database(BLANK)
    server.run("UPDATE avowed.about SET version = 999", address.partition("?")[0].rpartition("/")[2])
    with pytest.raises(NewerCase, match="format 999"):
        open_case(address)


def test_tables_of_another_program_are_left_alone(server):
    address = server.database(BLANK)
    server.run("UPDATE avowed.about SET application = 1", address.partition("?")[0].rpartition("/")[2])
    with pytest.raises(DamagedCase, match="not written by Avowed"):
        open_case(address)


def test_a_case_of_an_older_version_is_brought_up_to_date(server):
    address = server.database(BLANK)
    name = address.partition("?")[0].rpartition("/")[2]
    since = (
        "belonging",
        "runs",
        "incident_proposals",
        "tellings_alike",
        "sources",
        "spoken",
        "named_with",
        "incident_actors",
    )
    server.run(f"DROP TABLE {', '.join(f'avowed.{table}' for table in since)}", name)
    server.run(
        "DROP INDEX avowed.incidents_by_day, avowed.readings_done_anew, avowed.incident_members_by_incident", name
    )
    server.run("UPDATE avowed.about SET version = 4", name)
    with open_case(address) as store:
        assert list(store.faults()) == []
        assert store.connection.execute("SELECT version FROM about").fetchone()[0] == VERSION


def test_somebody_who_may_only_read_can_ask_and_is_told_why_not_write(server):
    address = server.database(BLANK)
    name = address.partition("?")[0].rpartition("/")[2]
    server.run("CREATE USER reader", name)
    server.run("GRANT USAGE ON SCHEMA avowed TO reader", name)
    server.run("GRANT SELECT ON ALL TABLES IN SCHEMA avowed TO reader", name)
    with open_case(server.address(name, "reader")) as store:
        with pytest.raises(CannotWrite, match="your account may only read it"):
            write.add_reading(store, reading(report("Ash backs Birch."), Told("Ash", "Birch")), AT)
        assert store.connection.execute("SELECT count(*) FROM reports").fetchone()[0] == 0


def test_a_missing_column_is_named_by_verify(server):
    address = server.database(BLANK)
    server.run("ALTER TABLE avowed.edges DROP COLUMN hostility", address.partition("?")[0].rpartition("/")[2])
    with open_case(address) as store:
        assert list(store.faults()) == ["database: edges has no column 'hostility'"]


def test_a_server_that_ends_in_the_middle_is_one_clear_line(server):
    address = server.database(BLANK)
    name = address.partition("?")[0].rpartition("/")[2]
    with open_case(address) as store:
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        with pytest.raises(CaseError, match="broke off"):
            store.connection.execute("SELECT 1")


def test_both_engines_hold_the_same_tables_and_columns(server):
    with open_case(server.address(BLANK)) as store:
        rows = store.connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'avowed'"
        ).fetchall()
    own = {"about", "files", "words"}
    found = {(table, column) for table, column in map(tuple, rows) if table not in own and column != "rowid"}
    assert found == {(table, column) for table, names in columns().items() for column in names}


def test_the_command_line_makes_a_case_and_answers_from_it(server):
    address = server.database()
    run = CliRunner().invoke
    assert run(app, ["init", address]).exit_code == 0
    with open_case(address) as store:
        write.add_reading(store, reading(report("Ash backs Birch."), Told("Ash", "Birch")), AT)
    assert run(app, ["settle", "--case", address]).exit_code == 0
    assert "Ash backs Birch." in run(app, ["ask", "Ash", "Birch", "--case", address]).output
    assert "1 reports, 1 assertions" in run(app, ["doctor", "--case", address]).output


def test_settings_are_shared_and_those_that_are_not_understood_stay_out(server, tmp_path):
    address = server.database(BLANK)
    run = CliRunner().invoke
    (tmp_path / "mine.toml").write_text("[evidence]\nminimum_lines = 7\n")
    assert run(app, ["settings", "--case", address, "--from", str(tmp_path / "mine.toml")]).exit_code == 0
    assert "minimum_lines = 7" in run(app, ["settings", "--case", address]).output
    (tmp_path / "mine.toml").write_text("[evidence]\nminimum_lions = 7\n")
    refused = run(app, ["settings", "--case", address, "--from", str(tmp_path / "mine.toml")])
    assert isinstance(refused.exception, AvowedError)
    assert "minimum_lines = 7" in run(app, ["settings", "--case", address]).output


def test_the_driver_is_asked_for_where_it_is_missing(monkeypatch):
    monkeypatch.setattr("avowed.store.places.find_spec", lambda _: None)
    with pytest.raises(CaseError, match=r"pip install 'avowed\[team\]'"):
        open_case("postgresql://ada@nowhere/reports")


def test_an_address_with_nonsense_is_a_usage_error():
    with pytest.raises(UsageError):
        open_case("postgresql://[")


def test_no_case_is_an_error_of_its_own(server):
    with pytest.raises(NoCase):
        open_case(server.database())
