from avowed import Case
from avowed.model.vocabulary import Dimension
from avowed.rebuild import rebuild
from avowed.settings import default_text
from avowed.store import create, write
from tests.building import Told, reading, report
from tests.web.conftest import clock

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
    ends = {found.focus, found.other}
    assert all({bond.left, bond.right} != ends for bond in found.bonds)
    assert [len(path.steps) for path in found.paths] == [2]


def test_the_lines_of_a_tie_are_those_of_its_two_actors(client):
    lines = client.get("/api/lines/like", actor="Birch Army", other="Alder Front").json()
    assert {one["line"]["quote"] for one in lines} == {
        "Alder Front trained Birch Army, it is said.",
        "Alder Front denies it has any link to Birch Army.",
        "Birch Army attacked Alder Front at dawn.",
    }


def test_two_actors_that_no_line_ties_have_no_lines(client):
    assert client.get("/api/lines/like", actor="Birch Army", other="Birch Army").json() == []
