"""Two hundred pairs of reports made by rule from development texts: half are copies, half only tell of the same thing.

Seeded, so that the pairs are the same every time; no text is stored.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.sets import json_lines, muc4, re3d

SEED = 1992
EACH = 20
_SHORTEST = 120  # words; shorter reports leave too little to cut from
_LONGEST_RUN = 25  # words; two reports on one event with a longer common run may be copies in truth, and are left out
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_OTHER_WORDS = {
    "said": "stated", "reported": "announced", "killed": "slain", "people": "persons", "yesterday": "on the previous day",
    "attack": "assault", "two": "2", "three": "3", "today": "this day", "wounded": "injured", "near": "close to",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, how they were made, and whether one is a copy of the other."""

    made: str
    one: str
    other: str
    copy: bool


def pairs(root: Path, seed: int = SEED) -> list[Pair]:
    """Twenty pairs of each making."""
    random = Random(seed)
    texts = _texts(root)
    copies = [Pair(name, *_copy(random, make, texts), True) for name, make in MAKINGS.items() for _ in range(EACH)]
    return [*copies, *_same_event(random, root), *_same_topic(random, texts), *_quoting(random, texts)]


def _texts(root: Path) -> list[str]:
    documents = [*re3d.load(root, "train"), *muc4.load(root, "train")[::6]]
    return sorted({one.text for one in documents if len(one.text.split()) >= _SHORTEST})


Making = Callable[[Random, list[str], list[str]], list[str]]


def _copy(random: Random, make: Making, texts: Sequence[str]) -> tuple[str, str]:
    one, other = random.sample(list(texts), 2)
    return one, " ".join(make(random, _sentences(one), _sentences(other)))


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]


def _edited(random: Random, own: list[str], _: list[str]) -> list[str]:
    """Words left out, put in other words, run in another case; a new headline."""
    lost = random.uniform(0.02, 0.09)
    return ["A new headline for the story", *(_reworded(random, sentence, lost) for sentence in own)]


def _reworded(random: Random, sentence: str, lost: float) -> str:
    words = [word for word in sentence.split() if random.random() > lost]
    return " ".join(_OTHER_WORDS.get(word.lower(), word) if random.random() < 0.8 else word for word in words)


def _cut(random: Random, own: list[str], _: list[str]) -> list[str]:
    """Agency copy cut from below."""
    return own[: max(3, int(len(own) * random.uniform(0.35, 0.65)))]


def _turned(random: Random, own: list[str], _: list[str]) -> list[str]:
    """Blocks of sentences in another order, a few of them lost, with an agency's line."""
    blocks = [own[at : at + 2] for at in range(0, len(own), 2)]
    kept = random.sample(blocks, max(1, int(len(blocks) * random.uniform(0.7, 1.0))))
    return ["(Agencies)", *(sentence for block in kept for sentence in block)]


def _partly(random: Random, own: list[str], other: list[str]) -> list[str]:
    """Two thirds of a story inside a longer page with other matter."""
    size = max(4, int(len(own) * random.uniform(0.6, 0.8)))
    start = random.randrange(max(1, len(own) - size))
    return [*other[: size // 2], *own[start : start + size]]


def _lightly(random: Random, own: list[str], _: list[str]) -> list[str]:
    """The same story in small letters or capitals, with a byline and a line of furniture."""
    body = [sentence.upper() if random.random() < 0.5 else sentence.lower() for sentence in own]
    return ["By our correspondent", *body, "Share this article with your friends"]


MAKINGS: dict[str, Making] = {
    "edited": _edited,
    "cut": _cut,
    "re-ordered": _turned,
    "partly": _partly,
    "lightly": _lightly,
}


def _same_event(random: Random, root: Path) -> Iterator[Pair]:
    """Different reports on one attack: the same kind, day and place in the key, and no long common run of words."""
    by_event: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in json_lines(root / "muc4" / "train.full.jsonl.gz"):
        for template in row["templates"]:
            by_event[_event(template)].add(row["text"])
    found = [(one, other) for key in sorted(by_event) if all(key) for one, other in _twos(sorted(by_event[key]))]
    random.shuffle(found)
    own = (Pair("same event", one, other, False) for one, other in found if not _runs_on(one, other))
    yield from (pair for pair, _ in zip(own, range(3 * EACH), strict=False))


def _event(template: dict[str, object]) -> tuple[str, ...]:
    return tuple(str(template.get(slot) or "") for slot in ("incident_type", "incident_date", "incident_location"))


def _twos(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from pairwise(texts)


def _runs_on(one: str, other: str) -> bool:
    left, right = one.lower().split(), other.lower().split()
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size
    return run >= _LONGEST_RUN or min(len(left), len(right)) < _SHORTEST // 2


def _same_topic(random: Random, texts: Sequence[str]) -> Iterator[Pair]:
    """The nearest other report by its rare words."""
    words = {text: frozenset(word for word in text.lower().split() if len(word) > 6) for text in texts}
    for one in random.sample(list(texts), EACH):
        others = [other for other in texts if other != one and not _runs_on(one, other)]
        nearest = max(others, key=lambda other: (len(words[one] & words[other]), other))
        yield Pair("same topic", one, nearest, False)


def _quoting(random: Random, texts: Sequence[str]) -> Iterator[Pair]:
    """A report that quotes two sentences of another."""
    for _ in range(EACH):
        one, other = random.sample(list(texts), 2)
        quoted = sorted(_sentences(one), key=len)[len(_sentences(one)) // 2 :][:2]
        rest = _sentences(other)
        yield Pair("quoting", one, " ".join([*rest[:3], *quoted, *rest[3:]]), False)
