"""What the trained reader tells of incidents in a whole report: fillers by role and words, over all windows."""

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.annotate.encoder.fills import LEAST, WindowTold

Key = tuple[str, str]  # role, plain words
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_MARKS = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence of a filler: where, how likely in its role, and what it and its sentence tell of each type."""

    start: int
    end: int
    chance: float
    kinds: Mapping[str, float]
    sentence: Mapping[str, float]


@dataclass(frozen=True)
class Filler:
    """Words that may fill a role, wherever the report has them."""

    role: str
    words: str
    places: tuple[Place, ...]

    @property
    def key(self) -> Key:
        """Role and words."""
        return self.role, self.words

    @property
    def chance(self) -> float:
        """That at least one occurrence is meant."""
        free = 1.0
        for one in self.places:
            free *= 1.0 - one.chance
        return 1.0 - free

    @property
    def best(self) -> Place:
        """The likeliest occurrence."""
        return max(self.places, key=lambda one: (one.chance, -one.start))

    def kind(self, name: str) -> float:
        """The chance that the filler, if it is one, stands in an incident of this type."""
        return sum(one.chance * one.kinds[name] for one in self.places) / sum(one.chance for one in self.places)


@dataclass(frozen=True)
class ReportTold:
    """A report's fillers, the chances of what it tells of as a whole, and each sentence's chances."""

    fillers: tuple[Filler, ...]
    report: Mapping[str, float]
    sentences: tuple[Mapping[str, float], ...]
    together: Mapping[tuple[Key, Key], float]
    length: int


def report_told(text: str, windows: Sequence[WindowTold]) -> ReportTold:
    """Everything that the windows of a report tell, brought together."""
    report: dict[str, float] = {}
    for window in windows:
        for name, chance in window.report.items():
            report[name] = max(chance, report.get(name, 0.0))
    sentences = tuple(chances for window in windows for _, _, chances in window.sentences)
    return ReportTold(tuple(_fillers(text, windows)), report, sentences, _together(text, windows), len(text))


def plain(words: str) -> str:
    """Lower case without marks, articles and line breaks."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_MARKS)).split())


def _fillers(text: str, windows: Iterable[WindowTold]) -> Iterator[Filler]:
    places: dict[Key, list[Place]] = {}
    for window in windows:
        for fill in window.fills:
            words = plain(text[fill.start : fill.end])
            for role, chance in fill.roles.items():
                if words and chance >= LEAST:
                    told = window.sentences[fill.sentence][2]
                    places.setdefault((role, words), []).append(Place(fill.start, fill.end, chance, fill.kinds, told))
    for (role, words), found in places.items():
        yield Filler(role, words, tuple(found))


def _together(text: str, windows: Iterable[WindowTold]) -> Mapping[tuple[Key, Key], float]:
    """Mean chance that two fillers stand in one incident, weighed by how likely the occurrences are."""
    sums: dict[tuple[Key, Key], tuple[float, float]] = {}
    for window in windows:
        keys = [(fill.role, plain(text[fill.start : fill.end])) for fill in window.fills]
        likely = [fill.roles[fill.role] for fill in window.fills]
        for (one, other), chance in window.together.items():
            weight = likely[one] * likely[other]
            for pair in {(keys[one], keys[other]), (keys[other], keys[one])}:
                total, whole = sums.get(pair, (0.0, 0.0))
                sums[pair] = (total + weight * chance, whole + weight)
    return {pair: total / whole for pair, (total, whole) in sums.items() if whole > 0}
