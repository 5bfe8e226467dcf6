from dataclasses import replace

from avowed import Case
from avowed.model.findings import Said
from avowed.web.routes.asking import named


def test_the_answer_over_the_wire_is_the_answer_of_the_case(client):
    pair = client.get("/api/pair", left="Alder Front", right="Birch Army").json()["pair"]
    assert [tie["dimension"] for tie in pair["ties"]] == ["training", "support", "attack"]
    assert pair["voices"]["stated"]["denied"]
    assert pair["names"] == {"alder-front": "Alder Front", "birch-army": "Birch Army"}


def test_an_unknown_name_comes_with_near_ones(client):
    answer = client.get("/api/pair", left="Alder Movement", right="Birch Army")
    assert answer.status_code == 404
    assert answer.json()["near"] == ["alder front"]
    assert answer.json()["name"] == "Alder Movement"


def test_a_report_is_shown_with_its_marks_and_lines_in_place(client):
    found = client.get("/api/reports").json()["reports"][0]["source"]["report"]
    page = client.get("/api/report", id=found[:12]).json()
    names = {page["text"][mark["start"] : mark["end"]] for mark in page["marks"]}
    assert {"Alder Front", "Birch Army"} <= names
    (passage,) = page["passages"]
    line = passage["line"]
    assert page["text"][line["start"] : line["end"]] == line["quote"]
    assert {part["part"] for part in passage["parts"]} >= {"subject", "object"}


def test_a_report_that_is_not_there_is_told(client):
    assert client.get("/api/report", id="f00d").status_code == 404


def test_actors_are_proposed_by_the_beginning_of_any_word(client):
    assert [row["name"] for row in client.get("/api/actors", words="arm").json()] == ["Birch Army"]
    assert client.get("/api/actors", words="%").json() == client.get("/api/actors").json()


def test_a_day_before_publication_knows_nothing(client):
    asked = {"left": "Alder Front", "right": "Birch Army", "known_on": "2020-01-01"}
    assert client.get("/api/pair", **asked).json()["pair"]["ties"] == []


def test_who_says_something_beside_the_answer_is_named_and_not_shown_by_a_key(folder):
    with Case.open(folder) as case:
        found = case.ask("Alder Front", "Birch Army")
    said = Said("a-trader", "witness", "statement", "statement", ("cedar-group",), found.ties[0].line)
    everybody = {**found.names, "a-trader": "A trader", "cedar-group": "Cedar Group", "nobody": "Nobody"}
    assert named(replace(found, names=everybody, beside=(said,))) == {
        **found.names,
        "a-trader": "A trader",
        "cedar-group": "Cedar Group",
    }


def test_how_each_report_names_an_actor_is_listed_and_one_is_parted_by_a_decision_and_put_back(client):
    found = client.get("/api/actor/names", name="Alder Front").json()
    assert found["total"] == len(found["rows"]) > 1
    assert {row["name"] for row in found["rows"]} == {"Alder Front"}
    row = found["rows"][0]
    other = next(key for key in found["typical"] if key != row["key"])
    made = client.decide("not-same", row["key"], other).json()["number"]
    with_it = client.get("/api/actor/names", name=row["key"].partition("/")[2])
    assert with_it.status_code == 409, "two actors bear the name now"
    client.decide("undo", str(made), seen=made)
    assert client.get("/api/actor/names", name="Alder Front").json() == found


def test_the_page_of_an_actor_has_what_the_screen_shows_and_no_more(client):
    found = client.get("/api/actor", name="Alder Front").json()
    assert found["name"] == "Alder Front"
    assert found["told"].keys() == {"friends", "enemies", "sponsors", "havens", "money", "changes"}
    assert all(len(found[part]) == told for part, told in found["told"].items())
    assert not {"one_voice", "structure", "clients", "linked", "incidents"} & found.keys()
