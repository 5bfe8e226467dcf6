import sqlite3

import pytest

from avowed.errors import UsageError
from avowed.web.adding import Tray
from avowed.web.app import application
from avowed.web.asked import Desk
from avowed.web.safety import Access, Guarded
from avowed.web.serve import hosts, serve
from tests.web.conftest import HOST, one_api, served

STRANGE_HOSTS = [
    "evil.example",
    "evil.example:8756",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1.evil.example:8756",
    "127.0.0.1:8756.evil.example",
    "127.0.0.1:8756@evil.example",
    "0.0.0.0:8756",
    "[::]:8756",
    "2130706433:8756",
    "",
]
GETS = ["/", "/report", "/review", "/api/session", "/api/openapi.json", "/nowhere"]


def test_a_desk_is_served_behind_its_guard(desk):
    made = application(desk)
    assert isinstance(made, Guarded)
    assert (made.access, made.app.state.desk) == (desk.access, desk)


@pytest.mark.parametrize("host", STRANGE_HOSTS)
def test_a_host_that_is_not_ours_gets_nothing(host, client):
    for address in GETS:
        answer = client.http.get(address, headers={"host": host})
        assert answer.status_code == 421
        assert "token" not in answer.text


def test_only_the_machine_itself_is_known_by_default():
    assert hosts("127.0.0.1", 8756) == {"127.0.0.1:8756", "localhost:8756", "[::1]:8756"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": f"http://{HOST}.evil.example"},
        {"origin": f"http://evil.example/{HOST}"},
        {"origin": f"file://{HOST}"},
        {"x-avowed-token": ""},
        {"x-avowed-token": "Token"},
        {"x-avowed-token": "token\u00e9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_elsewhere_is_refused(headers, client):
    asked = {"verdict": "grade", "left": "dawn", "right": "A", "seen": 0}
    given = {name: value.encode("latin-1") for name, value in (client.headers | headers).items()}
    answer = client.http.post("/api/decisions", json=asked, headers=given)
    assert answer.status_code == 403
    assert client.get("/api/decisions").json() == []


def test_a_form_of_another_page_changes_nothing(client):
    answer = client.http.post("/api/tray/read", data={"a": "b"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_the_answers_are_not_for_another_page(client):
    answer = client.http.get("/api/session", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in client.get("/api/session").headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_known(method, client):
    assert client.http.request(method, "/api/decisions", headers=client.headers).status_code == 405


def test_asking_every_question_leaves_the_database_as_it_was(client, desk):
    before = _dump(client.folder)
    asked = {"id": "0", "key": "0", "kind": "tie", "left": "Alder Front", "right": "Birch Army", "name": "Alder Front"}
    routes = [address for address, methods in one_api().openapi()["paths"].items() if "get" in methods]
    for address in routes:
        assert client.get(address, **asked).status_code < 500, address
    assert len(routes) > 10
    assert _dump(client.folder) == before


def test_every_answer_forbids_scripts_from_elsewhere_and_in_the_page(client):
    for address in [*GETS, "/api/pair?left=nobody&right=no-one"]:
        policy = client.get(address).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert client.get(address).headers["x-content-type-options"] == "nosniff"


def test_another_address_needs_a_password(folder):
    with pytest.raises(UsageError, match=r"AVOWED_PASSWORD|make desk"):
        serve(folder, "me", "0.0.0.0", 0, "", lambda _: None)  # noqa: S104  # that it is refused is the test


@pytest.mark.parametrize("given", [None, ("me", "wrong"), ("me", "")])
def test_without_the_password_nothing_is_shown(given, folder):
    desk = Desk(folder, Access(frozenset({HOST}), password="right"), "me", Tray())
    with served(desk) as http:
        assert http.get("/api/session", auth=given).status_code == 401
        assert http.get("/api/session", auth=("anyone", "right")).status_code == 200


def test_a_fault_of_ours_tells_nothing_of_its_inside(desk, monkeypatch):
    monkeypatch.setattr("avowed.walk.desk.Desk.most_tied", lambda *_: 1 / 0)
    with served(desk, raise_server_exceptions=False) as http:
        answer = http.get("/api/pairs")
    assert answer.status_code == 500
    assert "division" not in answer.text
    assert "content-security-policy" in answer.headers


def _dump(folder):
    with sqlite3.connect(f"file:{folder / 'case.sqlite'}?mode=ro", uri=True) as sql:
        return list(sql.iterdump())
