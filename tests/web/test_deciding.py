def line(client, start):
    pair = client.get("/api/pair", left="Alder Front", right="Birch Army").json()
    return next(tie["line"] for tie in pair["ties"] if tie["line"]["quote"].startswith(start))


def test_a_decision_stands_in_the_log_with_its_author_and_time(client):
    key = line(client, "Birch")["key"]
    assert client.decide("reject", key).json() == {"number": 1}
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
