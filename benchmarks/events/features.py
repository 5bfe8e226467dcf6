"""What speaks for or against two mentions being one event, as numbers; which mention comes first is nothing."""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from pathlib import Path

from benchmarks.events.mention import EventView, Rarity, Weights

Seen = Mapping[tuple[str, str], tuple[float, float]]
"""Two heads -> how often they told one event in the topics learned from, of how often they met."""

_SPOKEN = "says"
_STEM = 5
_CAP = 5


HEADS, STORY, SURROUNDINGS = 0, 17, 23
"""Where among the features stand: whether the heads are the same, how alike the stories are, and the words around."""


class Comparer:
    """Compares mentions by what they and their reports say."""

    def __init__(self, rarity: Rarity, heads: Counter[str]) -> None:
        self.rarity, self.heads = rarity, heads
        self._stories: dict[tuple[str, str], tuple[float, float]] = {}

    def __call__(self, one: EventView, other: EventView) -> list[float]:
        """The features of a pair."""
        return [*self._words(one, other), *self._stories_and_names(one, other), *self._parties(one, other)]

    def _words(self, one: EventView, other: EventView) -> Iterator[float]:
        same, meet = one.head == other.head, meanings(one.head) & meanings(other.head)
        nominal = {one.part, other.part} == {"VERB", "NOUN"}
        yield from (same, same * min(self.rarity(one.head), self.rarity(other.head)) / 6)
        yield same * math.log1p(min(self.heads[one.head], self.heads[other.head])) / 5
        yield len(one.lemmas & other.lemmas) / len(one.lemmas | other.lemmas)
        yield not same and (one.head in other.lemmas or other.head in one.lemmas)
        yield not same and len(one.head) >= _STEM and one.head[:_STEM] == other.head[:_STEM]
        yield from (nominal, nominal * same, one.words == other.words)
        yield not same and bool(meet)
        yield not same and not meet and bool(meanings(one.head)) and bool(meanings(other.head))
        yield not same and any(meanings(mine) & meanings(theirs) for mine in one.lemmas for theirs in other.lemmas)
        yield from (_SPOKEN in meanings(one.head) & meanings(other.head), same and one.part == "PROPN")

    def _stories_and_names(self, one: EventView, other: EventView) -> Iterator[float]:
        same = one.head == other.head
        meet = not same and bool(meanings(one.head) & meanings(other.head))
        story, opening = self._alike(one, other)
        around, names = cosine(one.around, other.around), self._share(one.names, other.names)
        within = one.document == other.document
        for value in (within, story, opening, around, names):
            yield from (value, value * same, value * meet)
        yield not within and one.document.endswith("plus") != other.document.endswith("plus")
        yield bool(one.names and other.names and not one.names & other.names)
        yield from (self._share(one.persons, other.persons), self._share(one.places, other.places))
        for mine, theirs in ((one.numbers, other.numbers), (one.days, other.days)):
            yield from (bool(mine & theirs), bool(mine and theirs and not mine & theirs))
        yield abs(one.line - other.line) / 10 if within else 0.0
        yield from (within and one.line == other.line, (min(one.line, 10) + min(other.line, 10)) / 10)
        yield one.line < 2 and other.line < 2

    def _parties(self, one: EventView, other: EventView) -> Iterator[float]:
        same = one.head == other.head
        meet = not same and bool(meanings(one.head) & meanings(other.head))
        sides = ((one.before, other.before), (one.behind, other.behind), (one.parties, other.parties))
        for mine, theirs in sides:
            shared, apart = self._share(mine, theirs), bool(mine and theirs and not mine & theirs)
            yield from (shared, shared * same, shared * meet, apart, apart * same)
        yield self._share(one.before, other.behind) + self._share(one.behind, other.before)
        yield self._share(one.parties, other.names) + self._share(other.parties, one.names)

    def _share(self, one: Set[str], other: Set[str]) -> float:
        """How much of the smaller set, by rarity, is in the other."""
        if not one or not other:
            return 0.0
        least = min(sum(map(self.rarity, one)), sum(map(self.rarity, other)))
        return sum(map(self.rarity, one & other)) / least if least else 0.0

    def _alike(self, one: EventView, other: EventView) -> tuple[float, float]:
        low, high = sorted((one.document, other.document))
        if (low, high) not in self._stories:
            self._stories[low, high] = cosine(one.story, other.story), cosine(one.opening, other.opening)
        return self._stories[low, high]


def learned(topics: Sequence[Sequence[EventView]]) -> Seen:
    """What topics show of which unlike heads tell one event; a topic counts for little, however often it says so."""
    found: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for topic in topics:
        met: Counter[tuple[str, str]] = Counter()
        one_event: Counter[tuple[str, str]] = Counter()
        for at, one in enumerate(topic):
            for other in topic[:at]:
                if one.document != other.document and one.head != other.head:
                    met[_pair(one, other)] += 1
                    one_event[_pair(one, other)] += one.event == other.event
        for pair, count in one_event.items():
            if count:
                weight = min(met[pair], _CAP)
                found[pair][0] += weight * count / met[pair]
                found[pair][1] += weight
    return {pair: (one, all_) for pair, (one, all_) in found.items()}


def cosine(one: Weights, other: Weights) -> float:
    """The cosine of two vectors of length one."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many.get(word, 0.0) for word, weight in few.items())


def meanings(word: str) -> frozenset[str]:
    """The kinds of happenings that a word may tell of."""
    return _meanings().get(word, frozenset())


@cache
def _meanings() -> Mapping[str, frozenset[str]]:
    rows = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))["row"]
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for word in row["words"].split():
            found[word].add(row["meaning"])
    return {word: frozenset(held) for word, held in found.items()}


def _pair(one: EventView, other: EventView) -> tuple[str, str]:
    low, high = sorted((one.head, other.head))
    return low, high
