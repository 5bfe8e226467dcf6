from avowed.model.vocabulary import ActorKind
from avowed.model.world import Actor
from avowed.resolve.affiliation import parents


def actors(**kinds):
    return {key: Actor(key, key.title(), kind) for key, kind in kinds.items()}


GROUPS = actors(
    front=ActorKind.ARMED_GROUP,
    dawn=ActorKind.ARMED_GROUP,
    wing=ActorKind.FACTION,
    vosk=ActorKind.PERSON,
    lisk=ActorKind.PERSON,
)


def test_a_spokeswoman_stands_under_her_group():
    assert parents([("vosk", "front", 3)], GROUPS) == {"vosk": "front"}


def test_who_was_in_two_groups_is_put_under_neither():
    assert parents([("lisk", "front", 1), ("lisk", "dawn", 4)], GROUPS) == {}


def test_nobody_belongs_to_a_person():
    assert parents([("wing", "vosk", 2)], GROUPS) == {}


def test_a_circle_gives_no_parent():
    assert parents([("wing", "front", 1), ("front", "wing", 1)], GROUPS) == {}


def test_a_parent_known_beforehand_stays():
    known = {**GROUPS, "wing": Actor("wing", "Wing", ActorKind.FACTION, parent="dawn")}
    assert parents([("wing", "front", 5)], known) == {}
