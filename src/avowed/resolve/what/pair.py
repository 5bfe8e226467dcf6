"""Two tellings beside each other: what agrees, what disagrees, what only one of them says."""

from dataclasses import dataclass
from functools import cached_property

from avowed.model.evidence import Toll
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

    @cached_property
    def kinds_meet(self) -> bool:
        """Both kinds may be told of one thing."""
        return may_be_one(self.one.told.type, self.other.told.type)

    @cached_property
    def near(self) -> Nearness:
        """What their places say."""
        return nearness(self.one.told.place, self.other.told.place)

    @cached_property
    def days_between(self) -> int | None:
        """Days from one interval to the other: 0 where they overlap; None where either has no day."""
        if self.one.days is None or self.other.days is None:
            return None
        (first, last), (begin, end) = self.one.days, self.other.days
        return max(0, (begin - last).days, (first - end).days)

    @cached_property
    def both_dated(self) -> bool:
        """Both reports name the day."""
        return self.one.dated and self.other.dated

    @cached_property
    def within_days(self) -> bool:
        """Both happened within some days of each other, as far as is known."""
        if self.one.days is None or self.other.days is None or self.days_between:
            return False
        return all((last - first).days <= _SOME_DAYS for first, last in (self.one.days, self.other.days))

    @cached_property
    def doer_shared(self) -> bool:
        """One actor did both."""
        return bool(self.one.doers & self.other.doers)

    @cached_property
    def doers_differ(self) -> bool:
        """Each names who did it, and nobody is named by both."""
        return bool(self.one.doers and self.other.doers) and not self.doer_shared

    @cached_property
    def struck_shared(self) -> bool:
        """The same actor, or a word for what was struck, is in both."""
        return bool(self.one.sufferers & self.other.sufferers) or bool(self.one.struck & self.other.struck)

    @cached_property
    def struck_differs(self) -> bool:
        """Each says what it was aimed at, and nothing that either says was struck is in both."""
        return bool(self.one.targets and self.other.targets) and not self.struck_shared

    @cached_property
    def copied(self) -> bool:
        """Their reports are copies of one story."""
        return self.one.told.family == self.other.told.family and self.one.told.report != self.other.told.report

    @cached_property
    def weapon_shared(self) -> bool:
        """A word for the weapon is in both."""
        return bool(self.one.weapons & self.other.weapons)

    @cached_property
    def names_shared(self) -> int:
        """Capitalised words that both sentences have."""
        return len(self.one.named & self.other.named)

    @cached_property
    def tolls(self) -> tuple[tuple[Toll, Toll], ...]:
        """Tolls of the same harm to the same side."""
        return tuple(
            (mine, theirs)
            for mine in self.one.told.tolls
            for theirs in self.other.told.tolls
            if (mine.kind, mine.who) == (theirs.kind, theirs.who)
        )

    @cached_property
    def toll_equal(self) -> bool:
        """A toll of more than two is the same in both: small numbers agree by chance."""
        return any(mine.best == theirs.best > 2 for mine, theirs in self.tolls)

    @cached_property
    def toll_apart(self) -> bool:
        """A toll is many times the other's."""
        return any(_many_times(mine.best, theirs.best) for mine, theirs in self.tolls)

    @cached_property
    def toll_meets(self) -> bool:
        """Tolls of more than two are near each other, as where a later report knows more."""
        pairs = [sorted((mine.best, theirs.best)) for mine, theirs in self.tolls]
        near = any(high > 2 and high - low <= max(1, _NEAR * high) for low, high in pairs)
        return near and not self.toll_equal and not self.toll_apart


def _many_times(one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return high - low > _FEW and high > _MUCH * max(1, low)
