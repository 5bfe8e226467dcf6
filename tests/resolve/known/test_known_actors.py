import time

import pytest

from avowed import registry
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Slot

KNOWN = registry.known_actors()
CHANGES = frozenset({"split_from", "merged_into", "joined", "renamed_from", "renamed_to", "succeeded"})


def test_there_are_at_least_400_actors_of_every_region_that_is_promised():
    assert len(KNOWN.actors) >= 400
    countries = {country for actor in KNOWN.actors.values() for country in actor.countries}
    assert {"AF", "PK", "IQ", "SY", "ML", "NG", "SO", "CO", "MM", "CD", "UA"} <= countries


def test_parents_and_those_who_are_not_the_same_are_in_the_table():
    for actor in KNOWN.actors.values():
        assert actor.parent is None or actor.parent in KNOWN.actors, actor.key
        assert set(actor.not_same) <= set(KNOWN.actors), actor.key


def test_not_same_holds_both_ways():
    for actor in KNOWN.actors.values():
        assert all(actor.key in KNOWN.actors[other].not_same for other in actor.not_same), actor.key


def test_splits_mergers_and_renamings_are_of_a_known_sort_and_name_their_source():
    changes = [change for actor in KNOWN.actors.values() for change in actor.changes]
    assert len(changes) >= 80
    assert {change.kind for change in changes} <= CHANGES
    assert all(change.source for change in changes)


def test_who_split_from_or_merged_into_whom_is_in_the_table():
    for actor in KNOWN.actors.values():
        between = [change.other for change in actor.changes if change.kind in {"split_from", "merged_into", "joined"}]
        assert set(between) <= set(KNOWN.actors), actor.key


def test_most_changes_are_dated():
    changes = [change for actor in KNOWN.actors.values() for change in actor.changes]
    assert sum(change.when.known for change in changes) >= 0.75 * len(changes)


def test_only_a_weak_name_leads_to_more_than_one_actor():
    for name, entries in KNOWN.by_name.items():
        assert len(entries) == 1 or all(slot is Slot.WEAK_ALIAS for _, slot in entries), name


def test_every_name_has_its_source():
    for actor in KNOWN.actors.values():
        assert actor.source, actor.key
        assert all(name.source for name in actor.names), actor.key


def test_one_word_of_a_persons_name_is_never_enough():
    for actor in KNOWN.actors.values():
        if actor.kind is ActorKind.PERSON:
            alone = [name for name in actor.names if len(fold(name.text).removeprefix("al ").split()) == 1]
            assert all(name.slot is Slot.WEAK_ALIAS for name in alone), actor.key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Taliban", "Pakistani Taliban"),
        ("Lashkar-e-Taiba", "Lashkar-e-Jhangvi"),
        ("Haqqani network", "Sirajuddin Haqqani"),
        ("Inter-Services Intelligence", "Islamic State of Iraq"),
        ("Islamic State", "Islamic State Khorasan Province"),
    ],
)
def test_actors_that_are_often_confused_stay_two(one, other):
    assert {actor.key for actor, _ in KNOWN.lookup(one)}.isdisjoint(actor.key for actor, _ in KNOWN.lookup(other))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the Afghan Taliban", "taliban"),
        ("Islamic State-Khorasan", "islamic-state-khorasan"),
        ("ISIS-K", "islamic-state-khorasan"),
        ("Daesh", "islamic-state"),
        ("Lashkar-e-Tayyiba", "lashkar-e-taiba"),
        ("Abdullah Orakzai", "aslam-farooqi"),
        ("Jamaatu Ahlis Sunna Liddaawati Wal Jihad", "boko-haram"),
    ],
)
def test_spellings_lead_to_their_actor(name, key):
    assert [actor.key for actor, _ in KNOWN.lookup(name)] == [key]


def test_an_ambiguous_acronym_leads_to_all_that_bear_it():
    assert {actor.key for actor, _ in KNOWN.lookup("ISI")} == {"isi-agency", "islamic-state-of-iraq"}


def test_the_table_is_read_quickly():
    registry.known_actors.cache_clear()
    start = time.perf_counter()
    registry.known_actors()
    assert time.perf_counter() - start < 1
