"""The words of a text as names are folded, each with its place; a name is found wherever its folded words stand in a row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from avowed.model.evidence import Span
from avowed.model.names import fold
from avowed.model.vocabulary import Slot
from avowed.model.world import KnownActors

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?$")
# Words between which a name may run on: one space or line end, a hyphen, or both with a dot or an apostrophe.
_GAP = re.compile(r"[.'’]?[\s\-–—/‐‑]*|, ")
_LONGEST_GAP = 6


class Word(NamedTuple):
    """One word of a text: its place and its folded form."""

    start: int
    end: int
    folded: str


def words_of(text: str) -> Iterator[Word]:
    """The words in order, without possessive endings."""
    for found in _WORD.finditer(text):
        surface = found.group()
        bare = surface if surface.isalnum() else _POSSESSIVE.sub("", surface)
        start = found.start()
        yield Word(start, start + len(bare), _fold_word(bare))


def _fold_word(word: str) -> str:
    if word.isascii():
        return word.lower().replace("'", "").replace(".", "")
    return fold(word) or word.lower()


@dataclass(slots=True)
class _Node:
    then: dict[str, "_Node"] = field(default_factory=dict)
    bearers: list[tuple[str, Slot, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name found in a text, and the actors that bear it."""

    span: Span
    strong: tuple[str, ...]
    weak: tuple[str, ...]


class KnownNames:
    """All names of the known actors, ready to be found in texts."""

    def __init__(self, known: KnownActors) -> None:
        self._root = _Node()
        for actor in known.actors.values():
            self._add(actor.name, actor.key, Slot.NAME)
            for name in actor.names:
                self._add(name.text, actor.key, name.slot)

    def _add(self, name: str, key: str, slot: Slot) -> None:
        node = self._root
        for word in fold(name).split():
            node = node.then.setdefault(word, _Node())
        if all(key != bearer for bearer, *_ in node.bearers):
            node.bearers.append((key, slot, _is_acronym(name)))

    def find(self, text: str) -> Iterator[Hit]:
        """The longest known names, left to right, none overlapping; acronyms only where they are in capitals."""
        words = tuple(words_of(text))
        at = 0
        while at < len(words):
            hit, used = self._longest(text, words, at)
            if hit is not None:
                yield hit
            at += max(1, used)

    def _longest(self, text: str, words: Sequence[Word], at: int) -> tuple[Hit | None, int]:
        node, best, used = self._root, None, 0
        for place in range(at, len(words)):
            if place > at and not _joined(text, words[place - 1], words[place]):
                break
            following = node.then.get(words[place].folded)
            if following is None:
                break
            node = following
            span = Span(words[at].start, words[place].end)
            hit = _hit(span, span.of(text), node.bearers)
            if hit is not None:
                best, used = hit, place - at + 1
        return best, used


def _joined(text: str, one: Word, other: Word) -> bool:
    between = text[one.end : other.start]
    return len(between) <= _LONGEST_GAP and "\n\n" not in between and _GAP.fullmatch(between) is not None


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 6


def _hit(span: Span, surface: str, bearers: Iterable[tuple[str, Slot, bool]]) -> Hit | None:
    if not any(char.isupper() or char.isdigit() for char in surface):
        return None
    spoken = [(key, slot) for key, slot, acronym in bearers if not acronym or _like_acronym(surface)]
    if not spoken:
        return None
    strong = tuple(key for key, slot in spoken if slot is not Slot.WEAK_ALIAS)
    return Hit(span, strong, tuple(key for key, slot in spoken if slot is Slot.WEAK_ALIAS))


def _like_acronym(surface: str) -> bool:
    letters = [char for char in surface if char.isalpha()]
    return len(letters) < 2 or sum(map(str.isupper, letters)) * 2 > len(letters)
