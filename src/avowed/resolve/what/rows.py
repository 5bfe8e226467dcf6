"""The table of what speaks for and against two tellings being one incident; weights add up in log-odds.

No row reaches the threshold alone, and neither do the kind and any one more: kind, time and place, or kind and time with
parties or toll, must come together. Weights were set by hand; the threshold on invented incidents (seeds 40 to 59 of
benchmarks/resolve/incidents.py), where a lower one joined more and erred more.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp, fsum

from avowed.model.resolution import Feature
from avowed.resolve.once import once
from avowed.resolve.what.kinds import GENERAL
from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.places import Nearness

PRIOR = -4.0
MERGE = 0.735
"""At or above it two tellings are one incident."""

PROPOSE = 0.35
"""At or above it a person is asked; on the same invented incidents 157 of 203 pairs asked about were one."""


@dataclass(frozen=True)
class Row:
    """One named reason with its weight, its words, a pair for which it holds and one for which not.

    Examples are written `kind day place key=value ... ~ kind day place ...`; a dash stands for what is not told.
    """

    name: str
    weight: float
    words: str
    holds: Callable[[TwoTellings], bool]
    yes: str
    no: str

    @once
    def feature(self) -> Feature:
        """The reason as it is told where it holds."""
        return Feature(self.name, self.weight, self.words)


ROWS = (
    Row(
        "same kind",
        1.5,
        "the same kind of incident",
        lambda t: t.one.told.type is t.other.told.type,
        yes="bombing - - ~ bombing - -",
        no="bombing - - ~ attack - -",
    ),
    Row(
        "kinds that meet",
        1.0,
        "kinds that reports tell of one thing",
        lambda t: t.one.told.type is not t.other.told.type and t.kinds_meet,
        yes="bombing - - ~ attack - -",
        no="bombing - - ~ kidnapping - -",
    ),
    Row(
        "other kinds",
        -9.0,
        "kinds that are never one thing",
        lambda t: not t.kinds_meet,
        yes="bombing - - ~ kidnapping - -",
        no="bombing - - ~ suicide_bombing - -",
    ),
    Row(
        "same day",
        2.5,
        "both reports date it to the same day",
        lambda t: t.both_dated and t.days_between == 0,
        yes="bombing 2020-05-12 - ~ bombing 2020-05-12 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "next day",
        0.5,
        "the days are next to each other, as across midnight",
        lambda t: t.both_dated and t.days_between == 1,
        yes="bombing 2020-05-12 - ~ bombing 2020-05-13 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05-14 -",
    ),
    Row(
        "within some days",
        1.7,
        "both happened within the same days, as far as is known",
        lambda t: not t.both_dated and t.within_days,
        yes="bombing 2020-05-12 - ~ bombing 2020-05-12..2020-05-14 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "times that meet",
        0.8,
        "the times overlap as far as they are known",
        lambda t: not t.both_dated and t.days_between == 0 and not t.within_days,
        yes="bombing 2020-05-12 - ~ bombing 2020-05 -",
        no="bombing 2020-05-12 - ~ bombing 2020-06 -",
    ),
    Row(
        "other days",
        -9.0,
        "the days are apart",
        lambda t: t.days_between is not None and t.days_between > 1,
        yes="bombing 2020-05-12 - ~ bombing 2020-05-16 -",
        no="bombing 2020-05-12 - ~ bombing - -",
    ),
    Row(
        "no time",
        -1.5,
        "when it happened is not told",
        lambda t: t.days_between is None,
        yes="bombing 2020-05-12 - ~ bombing - -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "same place",
        2.5,
        "the same town or spot",
        lambda t: t.near is Nearness.SAME,
        yes="bombing - Sarn@30,60 ~ bombing - Old-Sarn@30.02,60.01",
        no="bombing - Sarn@30,60 ~ bombing - Varesk@31,60",
    ),
    Row(
        "place within the other",
        1.5,
        "one place is within the other's province or district",
        lambda t: t.near is Nearness.WITHIN,
        yes="bombing - Sarn@30,60 ~ bombing - Lower-Province@30.5,60.2/admin1",
        no="bombing - Sarn@30,60 ~ bombing - Sarn@30,60",
    ),
    Row(
        "same country",
        0.5,
        "the same country, no more is known",
        lambda t: t.near is Nearness.COUNTRY,
        yes="bombing - Sarn@30,60 ~ bombing - Talmeria@31,61/country",
        no="bombing - Sarn@30,60 ~ bombing - -",
    ),
    Row(
        "other places",
        -7.0,
        "the places are apart",
        lambda t: t.near is Nearness.OTHER,
        yes="bombing - Sarn@30,60 ~ bombing - Varesk@31,60",
        no="bombing - Sarn ~ bombing - -",
    ),
    Row(
        "same doer",
        1.5,
        "the same actor did it, or is said to have",
        lambda t: t.doer_shared,
        yes="bombing - - by=dawn ~ bombing - - by=dawn",
        no="bombing - - by=dawn ~ bombing - -",
    ),
    Row(
        "other doers",
        -0.7,
        "each names another doer: a dispute, or another incident",
        lambda t: t.doers_differ,
        yes="bombing - - by=dawn ~ bombing - - by=dusk",
        no="bombing - - by=dawn ~ bombing - -",
    ),
    Row(
        "same target",
        1.5,
        "the same target or victims",
        lambda t: t.struck_shared,
        yes="bombing - - struck=airport ~ bombing - - struck=the-airport",
        no="bombing - - struck=airport ~ bombing - - struck=school",
    ),
    Row(
        "other targets",
        -2.5,
        "each names another target",
        lambda t: t.struck_differs,
        yes="bombing - - struck=airport ~ bombing - - struck=school",
        no="bombing - - struck=airport ~ bombing - -",
    ),
    Row(
        "same toll",
        1.5,
        "the same toll",
        lambda t: t.toll_equal,
        yes="bombing - - killed=14 ~ bombing - - killed=14",
        no="bombing - - killed=2 ~ bombing - - killed=2",
    ),
    Row(
        "tolls that meet",
        0.5,
        "tolls as they differ from first to later reports",
        lambda t: t.toll_meets,
        yes="bombing - - killed=11 ~ bombing - - killed=14",
        no="bombing - - killed=11 ~ bombing - - killed=80",
    ),
    Row(
        "other tolls",
        -2.5,
        "one toll is many times the other",
        lambda t: t.toll_apart,
        yes="bombing - - killed=11 ~ bombing - - killed=80",
        no="bombing - - killed=1 ~ bombing - - killed=5",
    ),
    Row(
        "same weapon",
        0.5,
        "the same weapon",
        lambda t: t.weapon_shared,
        yes="bombing - - weapon=car-bomb ~ bombing - - weapon=bomb",
        no="bombing - - weapon=rifle ~ bombing - - weapon=bomb",
    ),
    Row(
        "same names told",
        1.5,
        "both sentences have several names in common",
        lambda t: t.names_shared > 1,
        yes="bombing - - words=near-Sarn-at-Orlun ~ bombing - - words=at-Orlun-near-Sarn",
        no="bombing - - words=near-Sarn-at-Orlun ~ bombing - - words=near-Varesk-at-Orlun",
    ),
    Row(
        "same name told",
        0.7,
        "both sentences have a name in common",
        lambda t: t.names_shared == 1,
        yes="bombing - - words=near-Sarn ~ bombing - - words=in-Sarn",
        no="bombing - - words=near-Sarn ~ bombing - - words=near-Varesk",
    ),
    Row(
        "copies of one story",
        2.5,
        "their reports are copies of one story",
        lambda t: t.copied,
        yes="bombing - - family=wire ~ bombing - - family=wire",
        no="bombing - - family=wire ~ bombing - -",
    ),
    Row(
        "only a kind of attack",
        -0.5,
        "one report calls it an attack and no more",
        lambda t: bool({t.one.told.type, t.other.told.type} & GENERAL),
        yes="attack - - ~ bombing - -",
        no="bombing - - ~ bombing - -",
    ),
)


def weigh(two: TwoTellings) -> tuple[float, tuple[Feature, ...]]:
    """The probability that both are one incident, with the reasons."""
    rows = [row for row in ROWS if row.holds(two)]
    return probability([PRIOR, *(row.weight for row in rows)]), tuple(row.feature for row in rows)


def probability(weights: Iterable[float]) -> float:
    """What log-odds that add up come to, in four digits; their order is nothing."""
    return round(1 / (1 + exp(-fsum(weights))), 4)
