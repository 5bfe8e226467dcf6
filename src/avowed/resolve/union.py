"""Disjoint sets whose root is their smallest member, so that the order of joining is nothing."""

from collections.abc import Iterable, Mapping


class Union:
    """Sets of keys that are joined and never parted; to part, build anew from fewer joins.

    A key may bear a mark (a known actor); sets that bear different marks can be told apart before they are joined.
    """

    def __init__(self, keys: Iterable[str], marks: Mapping[str, str] | None = None) -> None:
        self._above = {key: key for key in keys}
        self._mark = dict(marks or {})

    def root(self, key: str) -> str:
        """The smallest key of the set that holds this key."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def mark(self, key: str) -> str | None:
        """The mark of the set that holds this key; the smallest of several."""
        return self._mark.get(self.root(key))

    def join(self, one: str, other: str) -> None:
        """Make one set of the two that hold these keys."""
        low, high = sorted((self.root(one), self.root(other)))
        marks = [self._mark[root] for root in (low, high) if root in self._mark]
        self._above[high] = low
        if marks:
            self._mark[low] = min(marks)

    def sets(self) -> dict[str, tuple[str, ...]]:
        """Root -> the members of its set, in order."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._above):
            found.setdefault(self.root(key), []).append(key)
        return {root: tuple(members) for root, members in found.items()}
