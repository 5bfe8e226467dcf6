"""Disjoint sets whose root is their smallest member, so that the order of joining is nothing."""

from collections.abc import Iterable


class Union:
    """Sets of keys that are joined and never parted; to part, build anew from fewer joins."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._above = {key: key for key in keys}

    def root(self, key: str) -> str:
        """The smallest key of the set that holds this key."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make one set of the two that hold these keys."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low

    def sets(self) -> dict[str, tuple[str, ...]]:
        """Root -> the members of its set, in order."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._above):
            found.setdefault(self.root(key), []).append(key)
        return {root: tuple(members) for root, members in found.items()}
