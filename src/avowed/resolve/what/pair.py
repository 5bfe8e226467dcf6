"""Two tellings beside each other: what agrees, what disagrees, what only one of them says."""

from dataclasses import dataclass

from avowed.resolve.once import once
from avowed.resolve.what.kinds import may_be_one
from avowed.resolve.what.places import Nearness, nearness
from avowed.resolve.what.telling import Telling

_MUCH = 3  # times; a toll that grew or shrank by more is another incident's, unless it is small
_FEW = 10
_NEAR = 0.25  # of the higher toll; a toll of a first report and that of a later one seldom differ by more
_SOME_DAYS = 5


@dataclass(frozen=True)
class TwoTellings:
    """What bears on two tellings being one incident."""

    one: Telling
    other: Telling

    @once
    def kinds_meet(self) -> bool:
        """Both kinds may be told of one thing."""
        return may_be_one(self.one.told.type, self.other.told.type)

    @once
    def near(self) -> Nearness:
        """What their places say."""
        return nearness(self.one.told.place, self.other.told.place)

    @once
    def days_between(self) -> int | None:
        """Days from one interval to the other: 0 where they overlap; None where either has no day."""
        one, other = self.one.numbered, self.other.numbered
        if one is None or other is None:
            return None
        return max(0, other[0] - one[1], one[0] - other[1])

    @once
    def both_dated(self) -> bool:
        """Both reports name the day."""
        return self.one.dated and self.other.dated

    @once
    def within_days(self) -> bool:
        """Both happened within some days of each other, as far as is known."""
        one, other = self.one.numbered, self.other.numbered
        if one is None or other is None or self.days_between:
            return False
        return one[1] - one[0] <= _SOME_DAYS and other[1] - other[0] <= _SOME_DAYS

    @once
    def doer_shared(self) -> bool:
        """One actor did both."""
        return bool(self.one.doers & self.other.doers)

    @once
    def doers_differ(self) -> bool:
        """Each names who did it, and nobody is named by both."""
        return bool(self.one.doers and self.other.doers) and not self.doer_shared

    @once
    def struck_shared(self) -> bool:
        """The same actor, or a word for what was struck, is in both."""
        return bool(self.one.sufferers & self.other.sufferers) or bool(self.one.struck & self.other.struck)

    @once
    def struck_differs(self) -> bool:
        """Each says what it was aimed at, and nothing that either says was struck is in both."""
        return bool(self.one.targets and self.other.targets) and not self.struck_shared

    @once
    def copied(self) -> bool:
        """Their reports are copies of one story."""
        return self.one.told.family == self.other.told.family and self.one.told.report != self.other.told.report

    @once
    def weapon_shared(self) -> bool:
        """A word for the weapon is in both."""
        return bool(self.one.weapons & self.other.weapons)

    @once
    def names_shared(self) -> int:
        """Capitalised words that both sentences have."""
        return len(self.one.named & self.other.named)

    @once
    def tolls(self) -> list[tuple[int, int]]:
        """What is told of the same harm to the same side, each lower number first."""
        one, other = self.one.tolls, self.other.tolls
        both = [(mine, theirs) for harm in one if harm in other for mine in one[harm] for theirs in other[harm]]
        return [(mine, theirs) if mine <= theirs else (theirs, mine) for mine, theirs in both]

    @once
    def toll_equal(self) -> bool:
        """A toll of more than two is the same in both: small numbers agree by chance."""
        return any(low == high > 2 for low, high in self.tolls)

    @once
    def toll_apart(self) -> bool:
        """A toll is many times the other's."""
        return any(high - low > _FEW and high > _MUCH * max(1, low) for low, high in self.tolls)

    @once
    def toll_meets(self) -> bool:
        """Tolls of more than two are near each other, as where a later report knows more."""
        if self.toll_equal or self.toll_apart:
            return False
        return any(high > 2 and high - low <= max(1, _NEAR * high) for low, high in self.tolls)
