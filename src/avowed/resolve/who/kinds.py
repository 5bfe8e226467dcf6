"""Kinds of actors by whether one may be taken for the other, and how far a name tells its bearer from all others."""

from enum import IntEnum, StrEnum

from avowed.model.vocabulary import ActorKind


class Strength(IntEnum):
    """How far a name tells its bearer from all others; only the last two hold over reports by themselves."""

    NAMELESS = 0
    LONE = 1
    SHORT = 2
    COMMON = 3
    FULL = 4
    KNOWN = 5


class Group(StrEnum):
    """Kinds of actors that may be taken for one another; an organisation may turn out to be armed or a state's."""

    ARMED = "armed"
    STATE = "state"
    ORGANISATION = "organisation"
    COMMUNITY = "community"
    PERSON = "person"
    EITHER_OR = "either_or"


GROUPS = {
    ActorKind.ARMED_GROUP: Group.ARMED,
    ActorKind.FACTION: Group.ARMED,
    ActorKind.UMBRELLA: Group.ARMED,
    ActorKind.STATE_AGENCY: Group.STATE,
    ActorKind.GOVERNMENT: Group.STATE,
    ActorKind.IGO: Group.ORGANISATION,
    ActorKind.ORGANISATION: Group.ORGANISATION,
    ActorKind.COMMUNITY: Group.COMMUNITY,
    ActorKind.PERSON: Group.PERSON,
    ActorKind.EITHER_OR: Group.EITHER_OR,
}

_MAY_BE_ONE = frozenset({Group.ORGANISATION, Group.ARMED}), frozenset({Group.ORGANISATION, Group.STATE})


def may_be_one(one: Group, other: Group) -> bool:
    """True for equal groups, and for an organisation beside an armed group or a state's agency."""
    return one is other or frozenset({one, other}) in _MAY_BE_ONE
