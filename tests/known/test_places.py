"""Places that a user brings: incidents lie where the table says until it is taken out; a bad row is refused with its line."""

import pytest

from avowed import Case, known
from avowed.errors import UsageError
from avowed.known import places
from avowed.model.vocabulary import PlacePrecision
from tests.web.placed import placed_case

TABLE = "name,latitude,longitude,aliases,precision\nOrrin,-31.5,-22.25,Old Orrin; Orrin Town,near\n"


def refused(text: str) -> str:
    with pytest.raises(UsageError) as told:
        places.parse("mine.csv", text.encode())
    return str(told.value)


def test_a_table_gives_places_under_each_of_their_names():
    found = places.parse("mine.csv", TABLE.encode())
    assert [one.name for one in found] == ["Orrin", "Old Orrin", "Orrin Town"]
    assert {(one.latitude, one.longitude, one.precision) for one in found} == {(-31.5, -22.25, PlacePrecision.NEAR)}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Orrin,north,3", "line 2: 'north' is no number of degrees"),
        ("Orrin,91,3", "line 2: 91 lies beyond 90 degrees"),
        ("Orrin,3,nan", "line 2: nan lies beyond 180 degrees"),
        ("", "holds no place"),
    ],
)
def test_a_row_that_lies_nowhere_is_told_with_its_line(row, words):
    assert words in refused(f"name,latitude,longitude\n{row}\n")


def test_a_name_that_two_places_bear_is_left_out():
    found = places.parse("mine.csv", b"name,latitude,longitude\nOrrin,1,2\nOrrin,3,4\nVelm,5,6\n")
    assert set(places.by_name(found)) == {"velm"}


def test_a_name_written_twice_for_one_place_is_kept():
    found = places.parse("mine.csv", b"name,latitude,longitude,aliases\nStar Hotel,1,2,the Star Hotel\n")
    assert set(places.by_name(found)) == {"star hotel"}


def where(case):
    return {one.place.name: one.place.latitude for one in case.incidents() if one.place}


def test_incidents_lie_where_the_brought_table_says_until_it_is_taken_out(tmp_path):
    (tmp_path / "mine.csv").write_text(TABLE, encoding="utf-8")
    with Case.open(placed_case(tmp_path)) as case:
        before = where(case)
        assert before["Orrin"] is None
        assert case.bring(tmp_path / "mine.csv") == 3
        assert where(case) == {**before, "Orrin": -31.5}
        assert case.brought() == (("mine.csv", 3),)
        assert known.of_case(case.store.shelf) == known.of_case(case.store.shelf)
        case.take_out("mine.csv")
        assert where(case) == before


def test_a_brought_place_goes_before_the_packages_own(tmp_path):
    (tmp_path / "mine.csv").write_text("name,latitude,longitude\nSarnholt,1,2\n", encoding="utf-8")
    with Case.open(placed_case(tmp_path)) as case:
        case.bring(tmp_path / "mine.csv")
        assert where(case)["Sarnholt"] == 1
