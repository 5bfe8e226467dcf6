"""The named parts of a match with their values; numbers are read as they are written, in figures or in words."""

from dataclasses import dataclass

from avowed.annotate.times.classes import class_names
from avowed.annotate.times.patterns import Match
from avowed.annotate.times.tokens import Tokens

_MOST_FIGURES = 6


@dataclass(frozen=True, slots=True)
class Parts:
    """The named parts of a match with their values."""

    match: Match
    tokens: Tokens

    def has(self, name: str) -> bool:
        """True when the part was written."""
        return name in self.match.parts

    def word(self, name: str, default: str = "") -> str:
        """The value of the part's first valued token."""
        first, end = self.match.parts.get(name, (0, 0))
        return next((self.tokens.values[index] for index in range(first, end) if self.tokens.values[index]), default)

    def whole(self, name: str, default: int = 0) -> int:
        """The part's value as a whole number; ValueError for anything else."""
        return int(self.word(name, str(default)))

    def ordinal(self, name: str) -> int:
        """The part's figures or words added up: `twenty-first` is 21."""
        first, end = self.match.parts[name]
        return sum(int(value) for value in self.tokens.values[first:end] if value)

    def classes(self, name: str) -> list[str]:
        """The class names of the part's tokens."""
        first, end = self.match.parts.get(name, (0, 0))
        return [class_names()[symbol] for symbol in self.tokens.symbols[first:end]]

    def written(self, name: str) -> str:
        """The part as it stands in the text."""
        first, end = self.match.parts[name]
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]

    def number(self, name: str) -> float | None:
        """A count such as `two and a half`, `forty-five`, `a couple of`; None for `several` and the like."""
        first, end = self.match.parts[name]
        return _count([(class_names()[self.tokens.symbols[at]], self.tokens.values[at]) for at in range(first, end)])


_VAGUE = frozenset(("few", "several", "many", "some"))
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12, "score": 20, "couple": 2}
_FIGURES = frozenset(
    [
        "n_hour",
        "n_day",
        "n_month",
        "n_two",
        "n_three",
        "n_big",
        "decimal",
        "w1",
        "w2",
        "tens",
        "a",
        "another",
        "round_year",
    ]
)


def _count(words: list[tuple[str, str]]) -> float | None:
    names = [name for name, _ in words]
    if any(name in _VAGUE or name in ("to", "or") for name in names) or _is_range(names):
        return None
    total, seen = 0.0, False
    for name, value in words:
        if name in _SCALES:
            total, seen = (total or 1) * _SCALES[name], True
        elif name == "half":
            total, seen = total + 0.5, True
        elif name == "pair":
            total += 0.5
        elif name in _FIGURES and len(value) <= _MOST_FIGURES and not (name == "a" and seen):
            total, seen = total + float(value), True
    return total if seen and total > 0 else None


def _is_range(names: list[str]) -> bool:
    """True for `2-3`; `twenty-one` is one number."""
    return "dash" in names and names[0] != "tens"
