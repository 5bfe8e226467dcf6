"""The table of what speaks for and against two tellings being one incident; weights add up in log-odds.

No row reaches the threshold alone, and neither do the kind and any one more: kind, time and place, or kind and time with
parties or toll, must come together. Weights were set by hand; the threshold on invented incidents (seeds 40 to 59 of
benchmarks/resolve/incidents.py), where a lower one joined more and erred more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, fsum

from avowed.model.resolution import Feature
from avowed.resolve.once import once
from avowed.resolve.what.pair import TwoTellings

PRIOR = -4.0
MERGE = 0.735
"""At or above it two tellings are one incident."""

PROPOSE = 0.35
"""At or above it a person is asked; on the same invented incidents 157 of 203 pairs asked about were one."""


@dataclass(frozen=True)
class Row:
    """One named reason with its weight, its words, what it asks, a pair for which it holds and one for which not.

    It holds where what it asks is answered by its name; see `TwoTellings`. Examples are written
    `kind day place key=value ... ~ kind day place ...`; a dash stands for what is not told.
    """

    name: str
    weight: float
    words: str
    asks: str
    yes: str
    no: str

    def holds(self, two: TwoTellings) -> bool:
        """True for a pair of which it is to be told."""
        return bool(getattr(two, self.asks) == self.name)

    @once
    def feature(self) -> Feature:
        """The reason as it is told where it holds."""
        return Feature(self.name, self.weight, self.words)


ROWS = (
    Row(
        "same kind",
        1.5,
        "the same kind of incident",
        "kind",
        yes="bombing - - ~ bombing - -",
        no="bombing - - ~ attack - -",
    ),
    Row(
        "kinds that meet",
        1.0,
        "kinds that reports tell of one thing",
        "kind",
        yes="bombing - - ~ attack - -",
        no="bombing - - ~ kidnapping - -",
    ),
    Row(
        "other kinds",
        -9.0,
        "kinds that are never one thing",
        "kind",
        yes="bombing - - ~ kidnapping - -",
        no="bombing - - ~ suicide_bombing - -",
    ),
    Row(
        "same day",
        2.5,
        "both reports date it to the same day",
        "time",
        yes="bombing 2020-05-12 - ~ bombing 2020-05-12 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "next day",
        0.5,
        "the days are next to each other, as across midnight",
        "time",
        yes="bombing 2020-05-12 - ~ bombing 2020-05-13 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05-14 -",
    ),
    Row(
        "within some days",
        1.7,
        "both happened within the same days, as far as is known",
        "time",
        yes="bombing 2020-05-12 - ~ bombing 2020-05-12..2020-05-14 -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "times that meet",
        0.8,
        "the times overlap as far as they are known",
        "time",
        yes="bombing 2020-05-12 - ~ bombing 2020-05 -",
        no="bombing 2020-05-12 - ~ bombing 2020-06 -",
    ),
    Row(
        "other days",
        -9.0,
        "the days are apart",
        "time",
        yes="bombing 2020-05-12 - ~ bombing 2020-05-16 -",
        no="bombing 2020-05-12 - ~ bombing - -",
    ),
    Row(
        "no time",
        -1.5,
        "when it happened is not told",
        "time",
        yes="bombing 2020-05-12 - ~ bombing - -",
        no="bombing 2020-05-12 - ~ bombing 2020-05 -",
    ),
    Row(
        "same place",
        2.5,
        "the same town or spot",
        "place",
        yes="bombing - Sarn@30,60 ~ bombing - Old-Sarn@30.02,60.01",
        no="bombing - Sarn@30,60 ~ bombing - Varesk@31,60",
    ),
    Row(
        "place within the other",
        1.5,
        "one place is within the other's province or district",
        "place",
        yes="bombing - Sarn@30,60 ~ bombing - Lower-Province@30.5,60.2/admin1",
        no="bombing - Sarn@30,60 ~ bombing - Sarn@30,60",
    ),
    Row(
        "same country",
        0.5,
        "the same country, no more is known",
        "place",
        yes="bombing - Sarn@30,60 ~ bombing - Talmeria@31,61/country",
        no="bombing - Sarn@30,60 ~ bombing - -",
    ),
    Row(
        "other places",
        -7.0,
        "the places are apart",
        "place",
        yes="bombing - Sarn@30,60 ~ bombing - Varesk@31,60",
        no="bombing - Sarn ~ bombing - -",
    ),
    Row(
        "same doer",
        1.5,
        "the same actor did it, or is said to have",
        "doer",
        yes="bombing - - by=dawn ~ bombing - - by=dawn",
        no="bombing - - by=dawn ~ bombing - -",
    ),
    Row(
        "other doers",
        -0.7,
        "each names another doer: a dispute, or another incident",
        "doer",
        yes="bombing - - by=dawn ~ bombing - - by=dusk",
        no="bombing - - by=dawn ~ bombing - -",
    ),
    Row(
        "same target",
        1.5,
        "the same target or victims",
        "struck",
        yes="bombing - - struck=airport ~ bombing - - struck=the-airport",
        no="bombing - - struck=airport ~ bombing - - struck=school",
    ),
    Row(
        "other targets",
        -2.5,
        "each names another target",
        "struck",
        yes="bombing - - struck=airport ~ bombing - - struck=school",
        no="bombing - - struck=airport ~ bombing - -",
    ),
    Row(
        "same toll",
        1.5,
        "the same toll",
        "toll",
        yes="bombing - - killed=14 ~ bombing - - killed=14",
        no="bombing - - killed=2 ~ bombing - - killed=2",
    ),
    Row(
        "tolls that meet",
        0.5,
        "tolls as they differ from first to later reports",
        "toll",
        yes="bombing - - killed=11 ~ bombing - - killed=14",
        no="bombing - - killed=11 ~ bombing - - killed=80",
    ),
    Row(
        "other tolls",
        -2.5,
        "one toll is many times the other",
        "toll_apart",
        yes="bombing - - killed=11 ~ bombing - - killed=80",
        no="bombing - - killed=1 ~ bombing - - killed=5",
    ),
    Row(
        "same weapon",
        0.5,
        "the same weapon",
        "weapon",
        yes="bombing - - weapon=car-bomb ~ bombing - - weapon=bomb",
        no="bombing - - weapon=rifle ~ bombing - - weapon=bomb",
    ),
    Row(
        "same names told",
        1.5,
        "both sentences have several names in common",
        "names",
        yes="bombing - - words=near-Sarn-at-Orlun ~ bombing - - words=at-Orlun-near-Sarn",
        no="bombing - - words=near-Sarn-at-Orlun ~ bombing - - words=near-Varesk-at-Orlun",
    ),
    Row(
        "same name told",
        0.7,
        "both sentences have a name in common",
        "names",
        yes="bombing - - words=near-Sarn ~ bombing - - words=in-Sarn",
        no="bombing - - words=near-Sarn ~ bombing - - words=near-Varesk",
    ),
    Row(
        "copies of one story",
        2.5,
        "their reports are copies of one story",
        "copies",
        yes="bombing - - family=wire ~ bombing - - family=wire",
        no="bombing - - family=wire ~ bombing - -",
    ),
    Row(
        "only a kind of attack",
        -0.5,
        "one report calls it an attack and no more",
        "detail",
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
