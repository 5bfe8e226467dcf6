"""A user's name finds exactly what it says first, and only then what it may mean; several are listed, none is guessed."""

import pytest

from avowed.model.names import fold
from avowed.resolve.lookup import lookup

NAMES = [
    (fold(name), key)
    for name, key in (
        ("Dawn Brigades", "dawn"),
        ("Dawn Brigades of Sarn", "dawn-sarn"),
        ("Halmar Liberation Front", "hlf"),
        ("HLF", "hlf"),
        ("Front for the Liberation of Varesk", "flv"),
        ("Hibatullah Tarkani", "tarkani"),
        ("Idris Vosk", "idris-vosk"),
        ("Marek Vosk", "marek-vosk"),
        ("Vosk", "vosk-clan"),
    )
]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("Dawn Brigades", {"dawn"}),
        ("the DAWN brigades", {"dawn"}),
        ("dawn-sarn", {"dawn-sarn"}),
        ("HLF", {"hlf"}),
        ("FLV", {"flv"}),
        ("Haibatullah Tarkany", {"tarkani"}),
        ("Vosk", {"vosk-clan"}),
        ("Brigades", {"dawn", "dawn-sarn"}),
        ("Liberation", {"hlf", "flv"}),
        ("Halmar Liberaton Front", {"hlf"}),
        ("Idris Vosc", {"idris-vosk"}),
    ],
)
def test_a_name_finds_whom_it_means(asked: str, keys: set[str]) -> None:
    assert set(lookup(asked, NAMES).keys) == keys


def test_an_exact_name_is_not_drowned_by_longer_ones() -> None:
    assert lookup("Dawn Brigades", NAMES).keys == ("dawn",)


def test_a_name_that_is_not_there_gives_near_ones() -> None:
    found = lookup("Hibatula Tarkan", [("hibatullah tarkhan zai", "x")])
    assert found.keys == ()
    assert found.near == ("hibatullah tarkhan zai",)


def test_a_name_like_nothing_gives_nothing() -> None:
    assert lookup("Quixotic Zebra", NAMES) == lookup("", NAMES)
    assert lookup("Quixotic Zebra", NAMES).keys == ()
