"""Counted evidence from which any part can be left out at the cost of that part alone, however much there is.

Each tie stands for one proposition in one family of copies. Where it is left out no copy stands in for it: a copy is no
second source.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.assess.intervals import Share
from avowed.model.findings import Tie


@dataclass(slots=True)
class Sums:
    """One publisher's lines: how many, the sum of weights, of squared weights, and of cooperative weights."""

    count: int = 0
    heavy: float = 0.0
    squared: float = 0.0
    plus: float = 0.0

    def add(self, weight: float, sign: int, times: int) -> None:
        """Put a line in (1) or take it out (-1)."""
        self.count += times
        self.heavy += times * weight
        self.squared += times * weight * weight
        self.plus += times * weight * (sign > 0)

    def parts(self, likeness: float) -> tuple[float, float, float]:
        """What the publisher brings: weight, squared weight over its number, cooperative weight; each after crowding."""
        if not self.count:
            return 0.0, 0.0, 0.0
        number = self.heavy * self.heavy / self.squared
        crowding = 1 + (number - 1) * likeness
        part = self.heavy / crowding
        return part, part * part * crowding / number, self.plus / crowding


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a pool: its share (None when empty), how many lines, and the families that are gone."""

    share: Share | None
    lines: int
    gone: frozenset[str]


class Pool:
    """Ties counted once, with their weights."""

    def __init__(self, ties: Sequence[Tie], weights: Mapping[str, float], likeness: float) -> None:
        self.ties = ties
        self._weights = weights
        self._likeness = likeness
        self._families = Counter(tie.line.source.family for tie in ties)
        self.families = frozenset(self._families)
        self._sums: dict[str, Sums] = defaultdict(Sums)
        for tie in ties:
            self._put(self._sums[publisher(tie)], tie, 1)
        parts = [sums.parts(likeness) for sums in self._sums.values()]
        self._totals = [sum(part[i] for part in parts) for i in range(3)]
        self._whole: Rest | None = None

    def by(self, key: Callable[[Tie], str]) -> Mapping[str, Sequence[Tie]]:
        """Name -> the ties of this name."""
        found: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            found[key(tie)].append(tie)
        return found

    def rest(self, without: Sequence[Tie] = ()) -> Rest:
        """What is left without some of its ties."""
        if not without and self._whole:
            return self._whole
        changed: dict[str, Sums] = {}
        for tie in without:
            self._put(self._changed(changed, tie), tie, -1)
        lost = Counter(tie.line.source.family for tie in without)
        gone = frozenset(family for family, count in lost.items() if count == self._families[family])
        lines = len(self.ties) - len(without)
        found = Rest(self._share(changed) if lines else None, lines, gone)
        if not without:
            self._whole = found
        return found

    def joined(self, part: float, sign: int) -> Share:
        """The share when one more publisher comes that counts for `part`, with as many lines as it likes of one sign."""
        held, effective, leaning = self._totals
        square = effective + part * part * self._likeness
        return Share((leaning + part * (sign > 0)) / (held + part), (held + part) ** 2 / square)

    def _changed(self, changed: dict[str, Sums], tie: Tie) -> Sums:
        name = publisher(tie)
        if name not in changed:
            held = self._sums.get(name, Sums())
            changed[name] = replace(held)
        return changed[name]

    def _put(self, sums: Sums, tie: Tie, times: int) -> None:
        sums.add(self._weights[tie.line.key], tie.effective_sign, times)

    def _share(self, changed: Mapping[str, Sums]) -> Share:
        held, effective, leaning = self._totals
        for name, sums in changed.items():
            old, new = self._sums.get(name, Sums()).parts(self._likeness), sums.parts(self._likeness)
            held, effective, leaning = held + new[0] - old[0], effective + new[1] - old[1], leaning + new[2] - old[2]
        return Share(min(1.0, max(0.0, leaning / held)), held * held / effective)


def publisher(tie: Tie) -> str:
    """Who published; a report without a publisher stands for itself."""
    return tie.line.source.publisher or tie.line.source.family
