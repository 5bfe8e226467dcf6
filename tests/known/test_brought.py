import json

import pytest

from avowed import known
from avowed.errors import UsageError
from avowed.known.folding import folded
from avowed.known.parse import parse
from avowed.model.vocabulary import ActorKind, Slot
from avowed.model.world import KnownActor, Name, known_actors
from avowed.shelf import FolderShelf

PLAIN = b"name,kind,aliases,countries\nDawn Brigades,armed_group,Fajr Brigades; DBR,kx\nIlko Marn,person,Marn,\n"


def _ftm(*rows):
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_a_plain_table_gives_actors_with_their_names():
    group, person = parse("mine.csv", PLAIN)
    assert (group.key, group.kind, group.countries) == ("dawn-brigades", ActorKind.ARMED_GROUP, ("KX",))
    assert [(name.text, name.slot) for name in group.names] == [
        ("Fajr Brigades", Slot.ALIAS),
        ("DBR", Slot.WEAK_ALIAS),
    ]
    assert [name.slot for name in person.names] == [Slot.WEAK_ALIAS]


def test_every_name_says_from_which_file_it_is():
    assert {name.source for actor in parse("mine.csv", PLAIN) for name in actor.names} == {"mine.csv"}


def test_follow_the_money_entities_give_actors_and_successions_but_no_ties():
    found = parse(
        "list.jsonl",
        _ftm(
            {"id": "1", "schema": "Organization", "properties": {"name": ["Sarn Guard"], "topics": ["crime.terror"]}},
            {
                "id": "2",
                "schema": "Organization",
                "properties": {"name": ["Sarn Watch"], "previousName": ["Old Watch"]},
            },
            {
                "id": "3",
                "schema": "Succession",
                "properties": {"predecessor": ["1"], "successor": ["2"], "startDate": ["2019-05"]},
            },
            {"id": "4", "schema": "UnknownLink", "properties": {"subject": ["1"], "object": ["2"]}},
        ),
    )
    assert [(actor.name, actor.kind) for actor in found] == [
        ("Sarn Guard", ActorKind.ARMED_GROUP),
        ("Sarn Watch", ActorKind.ORGANISATION),
    ]
    assert [(change.kind, change.other) for change in found[1].changes] == [("succeeded", "Sarn Guard")]
    assert found[1].names[0].slot is Slot.FORMER_NAME


def test_ucdps_table_gives_groups_governments_and_splits():
    table = (
        b"ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,Org,NamePrev\n"
        b"1,SGD,n/a,Garda Sarni,Sarn Guard,1,Sarn Watch\n2,Government of Kessim,n/a,n/a,n/a,4,\n"
    )
    guard, state = parse("ucdp.csv", table)
    assert (guard.kind, state.kind) == (ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT)
    assert [name.text for name in guard.names] == ["Sarn Guard", "Garda Sarni"]
    assert [(change.kind, change.other) for change in guard.changes] == [("split_from", "Sarn Watch")]


@pytest.mark.parametrize(
    "content", [b"", b"title,text\na,b\n", b'{"no": "entity"}', b"name,kind\nSarn Guard,pirates\n"]
)
def test_what_is_no_table_of_actors_is_refused_with_what_would_be_read(content):
    with pytest.raises(UsageError, match=r"Give FollowTheMoney|the kinds are"):
        parse("other.csv", content)


def _base():
    return known_actors(
        [KnownActor("sarn-guard", "Sarn Guard", ActorKind.ARMED_GROUP, (Name("Guard of Sarn", Slot.ALIAS, "x"),))]
    )


def test_a_brought_actor_with_a_known_name_gives_the_known_one_its_other_names():
    found = folded(_base(), parse("a.csv", b"name,kind,aliases\nSarn Guard,armed_group,Garda Sarni\n"))
    assert [actor.key for actor, _ in found.lookup("Garda Sarni")] == ["sarn-guard"]
    assert len(found.actors) == 1


def test_a_person_is_never_taken_for_a_known_group_of_that_name():
    found = folded(_base(), parse("a.csv", b"name,kind\nSarn Guard,person\n"))
    assert {actor.kind for actor, _ in found.lookup("Sarn Guard")} == {ActorKind.ARMED_GROUP, ActorKind.PERSON}


def test_a_name_that_two_would_bear_is_weak_for_both():
    found = folded(_base(), parse("a.csv", b"name,kind,aliases\nNew Guard,armed_group,Guard of Sarn\n"))
    assert {slot for _, slot in found.lookup("Guard of Sarn")} == {Slot.WEAK_ALIAS}


def test_what_was_brought_stays_with_the_case_until_its_file_is_taken_out(tmp_path):
    shelf = FolderShelf(tmp_path / "case")
    (tmp_path / "mine.csv").write_bytes(PLAIN)
    assert known.bring(shelf, tmp_path / "mine.csv") == 2
    assert known.brought(shelf) == (("mine.csv", 2),)
    assert known.of_case(shelf).lookup("Fajr Brigades")
    (tmp_path / "case" / "known" / "mine.csv").unlink()
    assert not known.of_case(shelf).lookup("Fajr Brigades")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        known.bring(FolderShelf(tmp_path), tmp_path / "nothing.csv")
