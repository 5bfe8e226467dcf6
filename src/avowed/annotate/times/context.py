"""What a time expression is read against: the publication date, the story so far, and the tense around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from avowed.annotate.times.classes import alphabet
from avowed.annotate.times.stretch import UNKNOWN, Stretch, coarser, union
from avowed.annotate.times.tokens import Tokens
from avowed.model.vocabulary import Precision, TimeKind
from avowed.model.when import When

PAST, FUTURE, DUE = -1, 1, 2
# How many tokens around an expression are searched for the tense.
_LOOK_BACK, _LOOK_AHEAD = 12, 10


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for; `anchors` is True when later words may refer back to it."""

    value: str
    kind: TimeKind
    stretch: Stretch
    anchors: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that the meaning of one expression may depend on."""

    tokens: Tokens
    published: When | None
    story: Stretch | None = None
    story_end: int = 0
    telling: bool = False
    day_first: bool | None = None
    days: frozenset[date] = field(default_factory=frozenset)

    @property
    def reference(self) -> tuple[date, date] | None:
        """The first and last day on which the report may have been published, when both are known."""
        if self.published is None or self.published.first is None or self.published.last is None:
            return None
        return self.published.first, self.published.last

    def from_publication(self, reading: Callable[[date], Stretch]) -> Stretch:
        """What the words mean on the day of publication, or all that they may mean when that is a range."""
        if self.reference is None or self.published is None:
            return UNKNOWN
        first, last = (reading(day) for day in self.reference)
        return union(first, last, self.published.precision)

    def from_story(self, reading: Callable[[date], Stretch], fineness: Precision = Precision.DAY) -> Stretch:
        """What the words mean counted from the last date told, no finer than that date is known."""
        story = self.story
        if story is None or story.bounds is None:
            return UNKNOWN
        first, last = (reading(day) for day in story.bounds)
        if first == last:
            return first
        return union(first, last, coarser(fineness, story.precision))

    def sentence_has_story(self, at: int) -> bool:
        """True when the last date told stands in the same sentence."""
        between = self.tokens.symbols[self.story_end : at]
        return self.story_end > 0 and not _breaks().search(between)

    def tense(self, first: int, end: int) -> int | None:
        """PAST or FUTURE by the nearest cue of the sentence, looking back first; DUE behind `by`; None without."""
        symbols = self.tokens.symbols
        back = range(first - 1, max(first - _LOOK_BACK, 0) - 1, -1)
        ahead = range(end, min(end + _LOOK_AHEAD, len(symbols)))
        for indices in (back, ahead):
            if (cue := self._nearest_cue(indices)) is not None:
                return cue
        return DUE if symbols[first - 1 : first] in (alphabet()["by"], alphabet()["than"]) else None

    def _nearest_cue(self, indices: range) -> int | None:
        symbols, ends, cues = self.tokens.symbols, _ends(), _cues()
        for index in indices:
            symbol = symbols[index]
            if symbol in ends:
                return None
            if symbol in cues and (cue := self._cue(index, cues[symbol])) is not None:
                return cue
        return None

    def _cue(self, index: int, kind: str) -> int | None:
        """The tense that one word shows: `will`, `set to`, `was`, or any `-ed` that no `be` makes a passive of."""
        symbols = self.tokens.symbols
        if kind == "future":
            return FUTURE
        if kind == "future_to":
            return FUTURE if symbols[index + 1 : index + 2] == alphabet()["to"] else None
        if symbols[index - 1 : index] == alphabet()["be_w"]:
            return None
        words = self.tokens.words(index)
        return PAST if kind == "pastv" or (len(words) > 4 and words[-2:] in ("ed", "ED")) else None


@cache
def _ends() -> frozenset[str]:
    return frozenset(alphabet()[name] for name in ("paragraph", "dot", "stop", "semicolon"))


@cache
def _cues() -> dict[str, str]:
    return {alphabet()[name]: name for name in ("future", "future_to", "pastv", "other")}


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_ends()))}]")
