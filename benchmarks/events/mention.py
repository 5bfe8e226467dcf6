"""An event mention as the matcher sees it: its head, the words and names around it, and who has a part in it."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.sets.ecbplus import Document

Weights = Mapping[str, float]
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SMALL = frozenset({"be", "have", "do", "say", "tell", "get", "make", "go", "would", "could", "can", "may", "will"})
_MONTHS = "january february march april may june july august september october november december"
_DAYS = frozenset(f"{_MONTHS} monday tuesday wednesday thursday friday saturday sunday".split())
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BEFORE = frozenset({"nsubj", "poss", "agent", "csubj"})
_BEHIND = frozenset({"dobj", "nsubjpass", "dative", "attr"})
_BESIDE = frozenset({"prep", "npadvmod", "compound", "amod"})
_INSIDE = frozenset({"compound", "amod", "poss", "nmod", "nummod", "prep", "pobj", "conj", "appos"})
_DEEP = 3


@dataclass(frozen=True, eq=False, slots=True)
class EventView:
    """What is compared of one mention."""

    document: str
    key: tuple[str, tuple[int, int]]
    event: str
    words: str
    head: str
    part: str
    lemmas: frozenset[str]
    line: int
    around: Weights
    story: Weights
    opening: Weights
    names: frozenset[str]
    persons: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    beside: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """All words that have a part in it."""
        return self.before | self.behind | self.beside


class Rarity:
    """How rare a word is among the documents."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        counted = [set(text) for text in texts]
        self._number = len(counted)
        self._in = Counter(word for text in counted for word in text)

    def __call__(self, word: str) -> float:
        """The logarithm of one over the share of documents that have the word."""
        return math.log((self._number + 1) / (self._in[word] + 1))

    def weights(self, words: Iterable[str]) -> Weights:
        """Words by how often and how rare, of length one."""
        counts = Counter(words)
        found = {word: (1 + math.log(count)) * self(word) for word, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        return {word: weight / length for word, weight in found.items()}


def telling(parsed: Any) -> list[str]:
    """The lemmas of a parsed text that tell something."""
    return [token.lemma_.lower() for token in parsed if token.pos_ in _CONTENT and token.lemma_.lower() not in _SMALL]


def views(document: Document, parsed: Any, rarity: Rarity) -> Iterator[EventView]:
    """The document's gold mentions."""
    lines = _lines(parsed)
    rows: dict[int, list[Any]] = defaultdict(list)
    for token, line in zip(parsed, lines, strict=True):
        rows[line].append(token)
    story = rarity.weights(telling(parsed))
    opening = rarity.weights(telling([*rows[0], *rows[1]]))
    for mention in document.mentions:
        start, end = mention.span
        inside = [one for one in parsed if one.idx < end and one.idx + len(one) > start and not one.is_space]
        head = _head(inside or [parsed[0]])
        outside = [one for one in rows[lines[head.i]] if one not in inside]
        names = [one for one in outside if one.pos_ == "PROPN"]
        yield EventView(
            document=document.id,
            key=mention.key,
            event=mention.event,
            words=mention.words.lower(),
            head=head.lemma_.lower(),
            part=head.pos_,
            lemmas=frozenset(one.lemma_.lower() for one in inside if one.pos_ in _CONTENT)
            or frozenset([head.lemma_.lower()]),
            line=lines[head.i],
            around=rarity.weights(telling(outside)),
            story=story,
            opening=opening,
            names=_lemmas(names) - _DAYS,
            persons=_lemmas(one for one in names if one.ent_type_ == "PERSON"),
            places=_lemmas(one for one in outside if one.ent_type_ in _PLACES),
            numbers=_lemmas(one for one in outside if one.pos_ == "NUM"),
            days=_lemmas(outside) & _DAYS,
            before=_arguments(head, _BEFORE, inside),
            behind=_arguments(head, _BEHIND, inside),
            beside=_arguments(head, _BESIDE, inside),
        )


def _lines(parsed: Any) -> list[int]:
    found, line = [], 0
    for token in parsed:
        found.append(line)
        line += "\n" in token.text
    return found


def _head(inside: Sequence[Any]) -> Any:
    tops = [one for one in inside if one.head not in inside or one.head == one] or inside
    return next((one for one in tops if one.pos_ in {"VERB", "NOUN", "PROPN"}), tops[0])


def _lemmas(tokens: Iterable[Any]) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in tokens)


def _arguments(head: Any, relations: frozenset[str], inside: Sequence[Any]) -> frozenset[str]:
    found = [word for child in head.children if child.dep_ in relations for word in _below(child, 0)]
    return _lemmas(one for one in found if one.pos_ in _CONTENT and one not in inside)


def _below(token: Any, depth: int) -> Iterator[Any]:
    yield token
    if depth < _DEEP:
        for child in token.children:
            if child.dep_ in _INSIDE:
                yield from _below(child, depth + 1)
