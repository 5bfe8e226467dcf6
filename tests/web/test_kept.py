"""An answer is kept while the case stays as it is, and never given once anything that it hangs on was changed."""

import re
import shutil

import pytest

from avowed import Case
from avowed.model.decisions import Decision, Verdict
from avowed.store import write
from avowed.web import kept
from tests.building import Told, reading, report
from tests.web.conftest import clock

PAIR = {"left": "Alder Front", "right": "Birch Army"}


@pytest.fixture
def worked_out(monkeypatch):
    """The addresses whose answers were worked out, not only given again."""
    found: list[str] = []
    put = kept.Kept.put

    def noted(self, stamp, address, answer):
        found.append(address)
        put(self, stamp, address, answer)

    monkeypatch.setattr(kept.Kept, "put", noted)
    return found


def lines(client):
    return client.get("/api/pair", **PAIR).json()["pair"]["ties"]


def test_an_answer_is_worked_out_once_while_nothing_changes(client, worked_out):
    assert lines(client) == lines(client)
    assert len(worked_out) == 1


def test_another_question_is_another_answer(client):
    assert client.get("/api/actors", words="alder").json() != client.get("/api/actors", words="birch").json()


def test_a_decision_shows_at_once(client):
    key = lines(client)[0]["line"]["key"]
    client.decide("reject", key)
    assert {tie["line"]["key"]: tie["line"]["decision"] for tie in lines(client)}[key] == "reject"


def test_what_another_program_adds_or_decides_shows_at_once(client):
    before = lines(client)
    with Case.open(client.folder, clock) as case:
        text = "Cedar Group reports that Alder Front paid Birch Army."
        write.add_reading(
            case.store, reading(report(text), Told("Alder Front", "Birch Army")), "2024-01-01T00:00:00+00:00"
        )
        case.settle()
    assert len(lines(client)) == len(before) + 1
    with Case.open(client.folder, clock) as case:
        row = Decision(0, Verdict.REJECT, before[0]["line"]["key"], "", "ada", "2024-01-01T00:00:00+00:00")
        write.decide(case.store, row)
    assert "reject" in {tie["line"]["decision"] for tie in lines(client)}


def test_other_settings_show_at_once(client):
    def weights():
        return client.get("/api/pair", **PAIR).json()["pair"]["weights"]

    before = weights()
    settings = client.folder / "avowed.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"half_life_years = \S+", "half_life_years = 1.0", text), encoding="utf-8")
    assert weights() != before


def test_a_case_put_in_the_place_of_another_is_seen(client, tmp_path):
    before = lines(client)
    shutil.copytree(client.folder, tmp_path / "other")
    with Case.open(tmp_path / "other", clock) as case:
        case.reject(before[0]["line"]["key"])
    for held in client.folder.glob("case.sqlite*"):
        held.unlink()
    shutil.move(tmp_path / "other" / "case.sqlite", client.folder / "case.sqlite")
    assert "reject" in {tie["line"]["decision"] for tie in lines(client)}


def test_an_answer_that_was_overtaken_is_not_kept():
    held = kept.Kept()
    held.put(held._stamp + 1, "/api/pair?", kept.Response(b"{}"))
    assert held.get(held._stamp, "/api/pair?") is None


def test_no_more_is_kept_than_there_is_room_for():
    held = kept.Kept(limit=10)
    for name in "abc":
        held.put(0, name, kept.Response(b"1234"))
    assert [held.get(0, name) is not None for name in "abc"] == [False, True, True]
    held.put(0, "d", kept.Response(b"12345678901"))
    assert held.get(0, "d") is None
