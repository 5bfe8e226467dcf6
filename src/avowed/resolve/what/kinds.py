"""Kinds of incidents by whether two reports may mean one thing by them: a bombing may be told as an attack."""

from avowed.model.vocabulary import IncidentType as T

FAMILIES: tuple[frozenset[T], ...] = (
    frozenset(
        {
            T.ATTACK,
            T.BOMBING,
            T.SUICIDE_BOMBING,
            T.SHOOTING,
            T.SIEGE,
            T.ASSASSINATION,
            T.AIR_STRIKE,
            T.DRONE_STRIKE,
            T.CLASH,
            T.ARSON,
            T.RAID,
            T.OTHER,
        }
    ),
    frozenset({T.ROBBERY, T.ATTACK, T.RAID}),
    frozenset({T.KIDNAPPING}),
    frozenset({T.ARREST, T.RAID}),
    frozenset({T.AGREEMENT, T.MEETING}),
    frozenset({T.TAKEOVER, T.ATTACK, T.CLASH}),
    frozenset({T.EXERCISE}),
    frozenset({T.DESIGNATION}),
    frozenset({T.STATEMENT}),
)

_UNLIKE = frozenset(
    frozenset(pair)
    for pair in (
        (T.ARSON, T.SHOOTING),
        (T.ARSON, T.ASSASSINATION),
        (T.SHOOTING, T.AIR_STRIKE),
        (T.SHOOTING, T.DRONE_STRIKE),
        (T.SUICIDE_BOMBING, T.AIR_STRIKE),
        (T.SUICIDE_BOMBING, T.DRONE_STRIKE),
        (T.SIEGE, T.AIR_STRIKE),
        (T.SIEGE, T.DRONE_STRIKE),
    )
)

GENERAL = frozenset({T.ATTACK, T.OTHER})
"""Kinds that say the least: the others tell more of the same thing."""


_MEETING = frozenset(
    (one, other)
    for one in T
    for other in T
    if one is other or (frozenset({one, other}) not in _UNLIKE and any({one, other} <= family for family in FAMILIES))
)


def may_be_one(one: T, other: T) -> bool:
    """True when reports may tell one incident as these two kinds."""
    return (one, other) in _MEETING
