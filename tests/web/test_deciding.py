import sqlite3

import pytest

from avowed import Case
from avowed.walk.rebuild import rebuild
from avowed.web.adding import Tray
from avowed.web.asked import Desk
from avowed.web.safety import Access
from tests.web.conftest import HOST, Client, clock, served
from tests.web.twice_told import twice_told_case


def line(client, start):
    pair = client.get("/api/pair", left="Alder Front", right="Birch Army").json()["pair"]
    return next(tie["line"] for tie in pair["ties"] if tie["line"]["quote"].startswith(start))


def test_a_decision_stands_in_the_log_with_its_author_and_time(client):
    key = line(client, "Birch")["key"]
    assert client.decide("reject", key).json()["number"] == 1
    (row,) = client.get("/api/decisions").json()
    assert (row["verdict"], row["left"], row["who"], row["at"][:10]) == ("reject", key, "tester", "2024-01-01")
    assert line(client, "Birch")["decision"] == "reject"


def test_two_windows_do_not_overwrite_each_other(client):
    key = line(client, "Birch")["key"]
    client.decide("reject", key, seen=0)
    late = client.decide("accept", key, seen=0)
    assert late.status_code == 409
    assert "tester decided on this meanwhile" in late.json()["message"]
    assert line(client, "Birch")["decision"] == "reject"
    assert client.decide("accept", key, seen=1).status_code == 200


def test_a_decision_on_another_thing_is_no_hindrance(client):
    client.decide("reject", line(client, "Birch")["key"], seen=0)
    assert client.decide("accept", line(client, "Alder Front trained")["key"], seen=0).status_code == 200


def test_what_was_taken_back_meanwhile_is_looked_at_again(client):
    key = line(client, "Birch")["key"]
    client.decide("reject", key)
    client.decide("undo", "1", seen=1)
    assert client.decide("undo", "1", seen=1).status_code in (400, 409)
    assert client.decide("accept", key, seen=1).status_code == 409


def test_a_merge_and_its_undoing_lead_back_to_two_actors(client):
    assert client.decide("same", "Alder Front", "Birch Army").status_code == 200
    assert len(client.get("/api/actors").json()) == 1
    client.decide("undo", "1", seen=1)
    assert {row["name"] for row in client.get("/api/actors").json()} == {"Alder Front", "Birch Army"}


def test_unsure_keeps_two_apart_and_on_record(client):
    assert client.decide("unsure", "Alder Front", "Birch Army").status_code == 200
    assert len(client.get("/api/actors").json()) == 2


def test_a_number_that_is_none_is_told(client):
    assert client.decide("undo", "x").status_code == 400
    assert client.decide("undo", "9" * 30).status_code == 400
    assert client.decide("undo", "77").status_code == 400


def test_a_wrong_sign_is_corrected_and_the_answer_changes(client):
    before = client.get("/api/pair", left="Alder Front", right="Birch Army").json()["pair"]
    key = line(client, "Birch")["key"]
    made = client.edit(key, {"sign": 1, "dimension": "joint_operation"})
    assert made.json() == {"number": 1, "against": []}
    after = client.get("/api/pair", left="Alder Front", right="Birch Army").json()["pair"]
    assert before["voices"]["observed"]["hostile"] == [key]
    assert after["voices"]["observed"]["hostile"] == []
    assert "decision-1" in after["voices"]["observed"]["cooperative"]
    assert after["weights"][key] == 0
    assert line(client, "Birch")["decision"] == "edit"
    client.decide("undo", "1", seen=1)
    assert client.get("/api/pair", left="Alder Front", right="Birch Army").json()["pair"] == before


def test_a_missed_line_is_added_in_its_own_words(client):
    report = client.get("/api/report", id=client.get("/api/reports").json()["reports"][0]["source"]["report"]).json()
    alder, birch = (one["occurrence"] for one in report["cast"])
    given = {"start": 0, "end": 11, "subject": alder, "object": birch, "dimension": "finance", "sign": 1}
    assert client.edit(report["source"]["report"], given, "add").status_code == 200
    after = client.get("/api/report", id=report["source"]["report"]).json()
    (new,) = [one for one in after["passages"] if one["line"]["key"] == "decision-1"]
    assert new["dimension"] == "finance"
    assert {"Alder Front", "Birch Army"} <= {one["name"] for one in new["parts"]}
    assert "Birch Army" in new["line"]["quote"], "the words are widened until they cover both parties"


def test_what_cannot_be_written_down_says_why(client):
    key = line(client, "Birch")["key"]
    assert "Nothing is other" in client.edit(key, {}).json()["message"]
    assert "does not name" in client.edit(key, {"subject": "0123456789abcdef/nobody"}).json()["message"]
    assert client.edit(key, {"start": 5, "end": 4}).status_code == 400
    assert client.get("/api/decisions").json() == []


def test_an_overruled_decision_is_named(client):
    key = line(client, "Birch")["key"]
    client.decide("reject", key)
    (told,) = client.decide("accept", key, seen=1).json()["against"]
    assert told.startswith("tester said reject before, as number 1")


def test_a_corrected_case_is_still_sound(client):
    client.edit(line(client, "Birch")["key"], {"negated": True})
    client.decide("reject", line(client, "Alder Front trained")["key"])
    with Case.open(client.folder) as case:
        assert [fault for fault in case.verify() if "original" not in fault] == []
        derived = dump(client.folder)
        rebuild(case.store)
    assert dump(client.folder) == derived, "following a decision gives what working out everything gives"


def dump(folder):
    with sqlite3.connect(f"file:{folder / 'case.sqlite'}?mode=ro", uri=True) as sql:
        rows = {name: list(sql.execute(f"SELECT * FROM {name} ORDER BY 1, 2")) for name in ("edges", "incidents")}
        links = "SELECT a.key, l.one, l.other FROM links l JOIN assertions a ON a.id = l.assertion ORDER BY 1"
        return rows | {"links": list(sql.execute(links))}


@pytest.fixture
def told(tmp_path):
    desk = Desk(twice_told_case(tmp_path), Access(frozenset({HOST}), token="token"), "tester", Tray(), clock)
    with served(desk) as http:
        yield Client(http, desk.place)


def test_a_pair_of_incidents_comes_with_both_and_their_lines(told):
    (row,) = told.get("/api/proposals/incidents").json()
    assert {row["pair"]["left"]["key"], row["pair"]["right"]["key"]} == {
        row[side][0]["line"]["key"] for side in ("left_lines", "right_lines")
    }
    assert {"Dawn Column", "Birch Raiders"} == set(row["names"].values())
    assert len(row["pair"]["proposal"]["features"]) > 2


def test_incidents_made_one_and_parted_again_are_counted_as_asked(told):
    def count():
        return next(one for one in told.get("/api/checked").json() if one["kind"] == "pair of incidents")

    assert count() == {"kind": "pair of incidents", "lines": 1, "decided": 0, "right": 0}
    (row,) = told.get("/api/proposals/incidents").json()
    ends = row["pair"]["proposal"]["left"], row["pair"]["proposal"]["right"]
    assert told.decide("same", *ends).json() == {"number": 1, "against": []}
    assert told.get("/api/incidents").json()["total"] == 1
    assert count() == {"kind": "pair of incidents", "lines": 1, "decided": 1, "right": 1}
    made = told.decide("not-same", *ends, seen=1).json()
    assert made["against"] == ["decision 2 takes the place of earlier ones on the same pair"]
    told.decide("undo", "2", seen=2)
    told.decide("undo", "1", seen=3)
    assert told.get("/api/proposals/incidents").json() == [row]
