import time

import pytest

from avowed.web.adding import plain_name

pytestmark = pytest.mark.usefixtures("threads")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/shadow", "shadow"),
        ("..", "unnamed"),
        ("a\x00b.html", "ab.html"),
        ("\u202egnp.exe", "gnp.exe"),
        ("report 1.pdf", "report 1.pdf"),
    ],
)
def test_a_name_leads_nowhere_else(given, kept):
    assert plain_name(given) == kept


def test_a_name_of_any_length_is_cut(client):
    assert len(plain_name("x" * 5000 + ".pdf")) == 200
    assert client.post("/api/tray/file?name=" + "x" * 5000).status_code == 422


def test_a_file_that_cannot_be_read_is_named_with_its_reason(client):
    client.http.post("/api/tray/file", params={"name": "../empty.txt"}, content=b"", headers=client.headers)
    assert client.get("/api/tray").json()["waiting"] == 1
    assert client.post("/api/tray/read").json()["state"] == "reading"
    progress = ended(client)
    assert progress["state"] == "done", progress
    (skipped,) = progress["skipped"]
    assert skipped["source"] == "empty.txt"
    assert skipped["outcome"]


def test_nothing_is_read_twice_at_once(client):
    assert client.post("/api/tray/read").status_code == 400


def ended(client):
    for _ in range(400):
        progress = client.get("/api/tray").json()
        if progress["state"] not in ("reading", "stopping"):
            return progress
        time.sleep(0.05)
    raise AssertionError(progress)
