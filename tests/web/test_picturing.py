from datetime import date

import pytest

from avowed import Case
from avowed.model.vocabulary import Dimension
from avowed.settings import default_text
from avowed.store import create, write
from avowed.walk.dated import Asked
from avowed.walk.rebuild import rebuild
from tests.building import Told, reading, report
from tests.web.conftest import clock
from tests.web.placed import PERSON, placed_case

CHAIN = {
    "Alder Front trained Birch Army.": Told("Alder Front", "Birch Army", Dimension.TRAINING),
    "Birch Army armed Cedar League.": Told("Birch Army", "Cedar League", Dimension.ARMS),
}


def chain(folder):
    with create(folder / "chain", default_text()) as store:
        for text, told in CHAIN.items():
            write.add_reading(store, reading(report(text), told), "2024-01-01T00:00:00+00:00")
        rebuild(store)
    return folder / "chain"


def test_a_network_tells_signs_voices_and_denials_apart(client):
    bonds = client.get("/api/network").json()["bonds"]
    assert {(bond["sign"], bond["voice"], bond["denied"]) for bond in bonds} == {
        (1, "observed", False),
        (1, "stated", True),
        (-1, "observed", False),
    }


def test_a_network_around_one_actor_names_it_as_its_focus(client):
    found = client.get("/api/network", focus="Alder Front").json()
    assert found["focus"] == next(row["key"] for row in found["actors"] if row["name"] == "Alder Front")
    assert {row["name"] for row in found["actors"]} == {"Alder Front", "Birch Army"}


def test_a_network_as_known_before_any_report_has_no_bond(client):
    assert client.get("/api/network", known_on="1999-01-01").json()["bonds"] == []


def test_a_way_through_a_third_is_inferred_and_told_by_no_bond(tmp_path):
    with Case.open(chain(tmp_path), clock) as case:
        found = case.desk.network("Alder Front", "Cedar League", 1, 50)
        asked = case.ask("Alder Front", "Cedar League").paths
    ends = {found.focus, found.other}
    assert all({bond.left, bond.right} != ends for bond in found.bonds)
    assert [len(path.steps) for path in found.paths] == [2]
    assert found.paths == asked


def test_the_lines_of_a_tie_are_those_of_its_two_actors(client):
    lines = client.get("/api/lines/like", actor="Birch Army", other="Alder Front").json()
    assert {one["line"]["quote"] for one in lines} == {
        "Alder Front trained Birch Army, it is said.",
        "Alder Front denies it has any link to Birch Army.",
        "Birch Army attacked Alder Front at dawn.",
    }


def test_two_actors_that_no_line_ties_have_no_lines(client):
    assert client.get("/api/lines/like", actor="Birch Army", other="Birch Army").json() == []


@pytest.fixture
def placed(tmp_path):
    with Case.open(placed_case(tmp_path), clock) as case:
        yield case


def test_a_timeline_is_in_the_order_of_its_days_and_what_has_none_is_still_listed(placed):
    found = placed.desk.timeline(Asked())
    days = [str(one.when.first or one.when.last) for one in found.dated]
    assert days == sorted(days)
    assert (len(found.dated), len(found.undated)) == (4, 2)
    assert (found.dated_total, found.undated_total) == (4, 2)


def test_a_timeline_counts_every_year_even_where_few_are_shown(placed):
    found = placed.desk.timeline(Asked(most=1))
    assert len(found.dated) == 1
    assert found.years == {2020: 1, 2021: 2, 2022: 1}


def test_a_timeline_of_a_time_leaves_out_what_has_no_date(placed):
    found = placed.desk.timeline(Asked(since=date(2022, 1, 1), until=date(2022, 12, 31)))
    assert [one.when.first for one in found.dated] == [date(2022, 5, 1)]
    assert found.undated == ()
    assert found.years == {2020: 1, 2021: 2, 2022: 1}, "the other years can still be chosen"


def test_a_timeline_of_a_place_tells_of_that_place_alone(placed):
    found = placed.desk.timeline(Asked(place="Velm province"))
    assert [one.place.name for one in found.dated] == ["Velm province"]


def test_no_place_is_told_where_the_question_is_about_a_person(placed):
    found = placed.desk.timeline(Asked((PERSON,), place="Sarnholt"))
    assert found.placeless
    assert found.dated
    assert all(one.place is None for one in (*found.dated, *found.undated))
    assert "Sarnholt" not in str(found)


def test_no_tie_ever_has_a_place(client):
    found = client.get("/api/timeline", name="Alder Front").json()
    ties = [one for one in (*found["dated"], *found["undated"]) if one["kind"] == "tie"]
    assert len(ties) == 3
    assert all(one["place"] is None for one in ties)


def test_a_time_that_ends_before_it_begins_is_refused(client):
    assert client.get("/api/timeline", since="2022-01-01", until="2021-01-01").status_code == 400
