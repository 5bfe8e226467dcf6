"""Tellings into sets that tell of one incident, the surest pairs first; never two of one report, never against a contradiction.

Only tellings that share a day and a country, or a month and a place, are compared: cost grows with the tellings.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from avowed.model.names import fold
from avowed.model.resolution import Feature
from avowed.model.world import Place
from avowed.resolve.once import once
from avowed.resolve.union import Union
from avowed.resolve.what.kinds import may_be_one
from avowed.resolve.what.pair import OTHER_PLACES, OTHER_WORD, TwoTellings
from avowed.resolve.what.places import Nearness, nearness
from avowed.resolve.what.reach import could_reach, reaches, score
from avowed.resolve.what.rows import MERGE, PROPOSE, weigh
from avowed.resolve.what.telling import Telling

_VETO = 0.02
"""Two tellings scored below it contradict each other, and keep their sets apart."""

_ELSEWHERE = could_reach(PROPOSE, place=OTHER_PLACES, copies="", kind=OTHER_WORD)
"""Whether two tellings of other places, told as two kinds and in no copies, may be put before a person at all."""

_DAYS = 5  # an interval of more days is compared by its months
_MONTHS = 13  # an interval of more months is too wide to be compared by time
_CROWD = 60  # tellings of one block that are all compared; of more, those that share their place as well


@dataclass(frozen=True)
class Link:
    """Two tellings of one incident; the reasons are told of those alone that are asked for them."""

    left: str
    right: str
    score: float
    two: TwoTellings

    @once
    def features(self) -> tuple[Feature, ...]:
        """Why they are one."""
        return weigh(self.two)[1]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Telling -> the root of its set, the links that made the sets, and those between two sets that a person may join."""

    roots: Mapping[str, str]
    used: tuple[Link, ...]
    open: tuple[Link, ...]


def gather(tellings: Sequence[Telling]) -> Gathered:
    """The sets of tellings that tell of one incident."""
    by_key = {telling.told.key: telling for telling in tellings}
    links = sorted(_links(by_key), key=lambda link: (-link.score, link.left, link.right))
    sets = _Sets(by_key, links)
    used = [link for link in links if link.score >= MERGE and sets.join(link)]
    left_open = [link for link in links if link.score < MERGE and sets.may_join(link)]
    return Gathered({key: sets.union.root(key) for key in by_key}, tuple(used), tuple(left_open))


def like(new: Sequence[Telling], old: Sequence[Telling]) -> frozenset[str]:
    """The keys of old tellings of which a new one tells again, were they judged two by two."""
    own = {telling.told.key for telling in new}
    pairs = _links({telling.told.key: telling for telling in (*new, *old)}, own)
    return frozenset(key for link in pairs for key in (link.left, link.right)) - own


def _links(by_key: Mapping[str, Telling], new: Collection[str] = ()) -> Iterator[Link]:
    """The pairs that are alike, where `new` is given only those with one of these."""
    places = _Places(by_key)
    for left, right in _pairs(by_key):
        if new and left not in new and right not in new:
            continue
        one, other = by_key[left], by_key[right]
        ours, theirs = one.told, other.told
        if ours.report == theirs.report:
            continue
        if ours.type is not theirs.type:
            unlike = ours.family != theirs.family and not _ELSEWHERE and places.apart(left, right)
            if unlike or not may_be_one(ours.type, theirs.type):
                continue
        two = TwoTellings(one, other)
        found = score(two, PROPOSE)
        if found:
            yield Link(left, right, found, two)


class _Places:
    """Which tellings are of places that cannot be one; each two places are set beside each other once.

    In a large case most pairs that share a day are of other places: they are the part that grows faster than the case.
    """

    def __init__(self, by_key: Mapping[str, Telling]) -> None:
        numbers: dict[Place | None, int] = {}
        self._number = {key: numbers.setdefault(one.told.place, len(numbers)) for key, one in by_key.items()}
        self._places = [*numbers]
        self._apart: dict[tuple[int, int], bool] = {}

    def apart(self, left: str, right: str) -> bool:
        """True where the one cannot have been where the other was."""
        pair = self._number[left], self._number[right]
        found = self._apart.get(pair)
        if found is None:
            found = nearness(*(self._places[number] for number in pair)) is Nearness.OTHER
            self._apart[pair] = found
        return found


class _Sets:
    """Sets of tellings as they grow."""

    def __init__(self, by_key: Mapping[str, Telling], alike: Iterable[Link]) -> None:
        self.union = Union(by_key)
        self._by_key = by_key
        self._members: dict[str, tuple[str, ...]] = {key: (key,) for key in by_key}
        self._contradicting = dict.fromkeys(((link.left, link.right) for link in alike), False)

    def join(self, link: Link) -> bool:
        """Join the sets of a pair, where they may be joined."""
        if not self.may_join(link):
            return False
        one, other = self.union.root(link.left), self.union.root(link.right)
        self.union.join(one, other)
        self._members[self.union.root(one)] = tuple(sorted((*self._members[one], *self._members[other])))
        return True

    def may_join(self, link: Link) -> bool:
        """True for two sets of which no report is in both and no two tellings contradict each other."""
        one, other = self.union.root(link.left), self.union.root(link.right)
        if one == other:
            return False
        ours, others = self._members[one], self._members[other]
        if {self._by_key[key].told.report for key in ours} & {self._by_key[key].told.report for key in others}:
            return False
        return not any(self._contradict(mine, theirs) for mine in ours for theirs in others)

    def _contradict(self, one: str, other: str) -> bool:
        """Two that do keep many pairs of their sets apart, so each two are weighed once."""
        found = self._contradicting.get((one, other))
        if found is None:
            found = not reaches(TwoTellings(self._by_key[one], self._by_key[other]), _VETO)
            self._contradicting[one, other] = found
        return found


def _pairs(by_key: Mapping[str, Telling]) -> list[tuple[str, str]]:
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key in sorted(by_key):
        for mark in dict.fromkeys(_marks(by_key[key])):
            blocks[mark].append(key)
    return sorted({pair for held in blocks.values() for pair in _within(held, by_key)})


def _within(held: Sequence[str], by_key: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    if len(held) <= _CROWD:
        yield from combinations(held, 2)
        return
    by_place: dict[str, list[str]] = defaultdict(list)
    for key in held:
        by_place[_place_name(by_key[key])].append(key)
    for together in by_place.values():
        yield from combinations(together, 2)


def _marks(telling: Telling) -> Iterator[tuple[object, ...]]:
    """What two tellings must share to be compared."""
    if not telling.comparable or telling.days is None:
        return
    first, last = telling.days
    if (last - first).days <= _DAYS:
        for number in range((last - first).days + 2):
            yield "day", first + timedelta(days=number)
    place = _place_name(telling)
    if place:
        yield from (("month", month, place) for month in _months(first, last))


def _months(first: date, last: date) -> Iterable[tuple[int, int]]:
    begin, end = 12 * first.year + first.month - 1, 12 * last.year + last.month - 1
    return [divmod(month, 12) for month in range(begin, end + 1)] if end - begin < _MONTHS else []


def _place_name(telling: Telling) -> str:
    return fold(telling.told.place.name) if telling.told.place else ""
