"""Two tellings beside each other: what they say to each question, as the name of the row that holds, or nothing."""

from dataclasses import dataclass

from avowed.resolve.once import once
from avowed.resolve.what.kinds import GENERAL, may_be_one
from avowed.resolve.what.places import Nearness, nearness
from avowed.resolve.what.telling import Telling

_MUCH = 3  # times; a toll that grew or shrank by more is another incident's, unless it is small
_FEW = 10
_NEAR = 0.25  # of the higher toll; a toll of a first report and that of a later one seldom differ by more
_SOME_DAYS = 5
OTHER_PLACES = "other places"
OTHER_WORD = "kinds that meet"
_PLACES = {
    Nearness.SAME: "same place",
    Nearness.WITHIN: "place within the other",
    Nearness.COUNTRY: "same country",
    Nearness.OTHER: OTHER_PLACES,
    Nearness.UNKNOWN: "",
}


@dataclass(frozen=True)
class TwoTellings:
    """What bears on two tellings being one incident; a question has one answer, so that no two rows of one both hold."""

    one: Telling
    other: Telling

    @once
    def kind(self) -> str:
        """Whether both kinds may be told of one thing."""
        one, other = self.one.told.type, self.other.told.type
        if one is other:
            return "same kind"
        return OTHER_WORD if may_be_one(one, other) else "other kinds"

    @once
    def time(self) -> str:
        """How the days lie to each other."""
        one, other = self.one.numbered, self.other.numbered
        if one is None or other is None:
            return "no time"
        between = max(0, other[0] - one[1], one[0] - other[1])
        if between > 1:
            return "other days"
        if self.one.dated and self.other.dated:
            return "next day" if between else "same day"
        if between:
            return ""
        brief = one[1] - one[0] <= _SOME_DAYS and other[1] - other[0] <= _SOME_DAYS
        return "within some days" if brief else "times that meet"

    @once
    def place(self) -> str:
        """What their places say."""
        return _PLACES[nearness(self.one.told.place, self.other.told.place)]

    @once
    def doer(self) -> str:
        """Whether one actor did both, or each names who did it and nobody is named by both."""
        one, other = self.one.doers, self.other.doers
        if not one or not other:
            return ""
        return "other doers" if one.isdisjoint(other) else "same doer"

    @once
    def struck(self) -> str:
        """Whether the same was struck: an actor, or a word for it; else whether each says what it was aimed at."""
        one, other = self.one, self.other
        if not (one.sufferers.isdisjoint(other.sufferers) and one.struck.isdisjoint(other.struck)):
            return "same target"
        return "other targets" if one.targets and other.targets else ""

    @once
    def copies(self) -> str:
        """Whether their reports are copies of one story."""
        one, other = self.one.told, self.other.told
        return "copies of one story" if one.family == other.family and one.report != other.report else ""

    @once
    def weapon(self) -> str:
        """Whether a word for the weapon is in both."""
        return "" if self.one.weapons.isdisjoint(self.other.weapons) else "same weapon"

    @once
    def names(self) -> str:
        """Whether both sentences have capitalised words in common."""
        shared = len(self.one.named & self.other.named)
        if not shared:
            return ""
        return "same names told" if shared > 1 else "same name told"

    @once
    def detail(self) -> str:
        """Whether one of them says no more than that it was an attack."""
        return "only a kind of attack" if self.one.told.type in GENERAL or self.other.told.type in GENERAL else ""

    @once
    def toll(self) -> str:
        """Whether tolls agree: small numbers agree by chance, and a later report may know more."""
        if any(low == high > 2 for low, high in self._tolls):
            return "same toll"
        if self.toll_apart:
            return ""
        return "tolls that meet" if any(map(_meet, self._tolls)) else ""

    @once
    def toll_apart(self) -> str:
        """Whether a toll is many times the other's."""
        apart = any(high - low > _FEW and high > _MUCH * max(1, low) for low, high in self._tolls)
        return "other tolls" if apart else ""

    @once
    def _tolls(self) -> list[tuple[int, int]]:
        """What is told of the same harm to the same side, each lower number first."""
        one, other = self.one.tolls, self.other.tolls
        both = [(mine, theirs) for harm in one if harm in other for mine in one[harm] for theirs in other[harm]]
        return [(mine, theirs) if mine <= theirs else (theirs, mine) for mine, theirs in both]


def _meet(tolls: tuple[int, int]) -> bool:
    low, high = tolls
    return high > 2 and high - low <= max(1, _NEAR * high)
