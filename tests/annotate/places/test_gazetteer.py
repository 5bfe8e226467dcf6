import time

from avowed.annotate.places.gazetteer import Gazetteer, Rank, load_gazetteer


def test_the_gazetteer_holds_at_least_eighty_thousand_places() -> None:
    assert len(load_gazetteer()) >= 80_000


def test_a_name_is_found_whatever_its_accents_and_case() -> None:
    plain, accented = load_gazetteer().look_up("nangarhar"), load_gazetteer().look_up("NANGARHĀR")
    assert [entry.geonames for entry in plain] == [entry.geonames for entry in accented] == [1132366]


def test_an_unknown_name_finds_nothing() -> None:
    assert load_gazetteer().look_up("Velmarshire") == ()
    assert load_gazetteer().look_up("") == ()


def test_one_name_may_mean_many_places() -> None:
    assert {"FR", "US"} <= {entry.country for entry in load_gazetteer().look_up("Paris")}


def test_a_country_is_found_by_its_code() -> None:
    (found,) = load_gazetteer().country("AF")
    assert found.rank is Rank.COUNTRY
    assert (round(found.latitude), round(found.longitude)) == (34, 66)


def test_loading_takes_less_than_half_a_second_of_processor_time() -> None:
    load_gazetteer.cache_clear()
    start = time.process_time()
    assert isinstance(load_gazetteer(), Gazetteer)
    assert load_gazetteer().look_up("Kabul")
    assert time.process_time() - start < 0.5
