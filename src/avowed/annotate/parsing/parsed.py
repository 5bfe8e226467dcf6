"""A parse as plain values, read off the parser once: every word with its labels, governor and dependents, every sentence.

The names are spaCy's, so is what they mean; an attribute of a plain value costs a tenth of one that is looked up in the parser's
own tables, and the annotators ask for some two hundred of them a word.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc as Parse


class Token:
    """One word; there is one value a word, so that words are told apart by identity."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "left_edge",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "sent",
        "tag_",
        "text",
    )

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_space: bool
    is_punct: bool
    is_sent_start: bool | None
    head: "Token"
    left_edge: "Token"
    right_edge: "Token"
    sent: "Slice"
    children: "tuple[Token, ...]"

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> "tuple[Token, ...]":
        """The dependents before the word."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> "tuple[Token, ...]":
        """The dependents behind the word."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> "Iterator[Token]":
        """The word and all that hangs on it, in the order of the tree."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The governors of the word, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The other members of the list that the word stands in."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        members = [first]
        for word in members:
            members.extend(child for child in word.rights if child.dep_ == "conj")
        return tuple(word for word in members if word is not self)

    @property
    def hyphened(self) -> str:
        """What a hyphen joins to the word from before: `cease-` for the last of `cease-fire`, which the parser cuts in three."""
        joined = self.i > 1 and self.nbor(-1).text == "-"
        return f"{self.nbor(-2).lower_}-" if joined else ""

    def nbor(self, step: int = 1) -> "Token":
        """The word so many places on; IndexError where the text has none."""
        if self.i + step < 0:
            raise IndexError(f"there is no word {-step} places before word {self.i}")
        return self.doc.tokens[self.i + step]


class Slice:
    """A run of words: tokens `start` to `end`, the latter not included, with a label where it is a name."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Slice) and self.doc is other.doc and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        return self.doc.tokens[self.start : self.end][at]

    def __repr__(self) -> str:
        return self.text

    @property
    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    @property
    def start_char(self) -> int:
        """The code point at which the run begins."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The code point after the run."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as the parser read them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The first of the words that stand highest in the tree; a mark or a space only where there is nothing else."""
        top = next((word for word in self if word.head is word), None)
        if top is not None:
            return top
        outer = [word for word in self if not self.start <= word.head.i < self.end]
        return min(outer, key=_depth, default=self[0])


def _depth(word: Token) -> int:
    bare = (word.is_space or word.is_punct) and not word.children
    return len(word.doc) - 1 if bare else sum(1 for _ in word.ancestors)


class Doc:
    """A whole text: its words, sentences and names, and the parser's vector of each word."""

    def __init__(self, parse: Parse, text: str | None = None) -> None:
        self.text: str = parse.text if text is None else text
        self.tensor: NDArray[np.float32] = np.asarray(parse.tensor, dtype=np.float32)
        self.user_data: dict[str, Any] = {}
        self.tokens = _tokens(self, parse)
        self.ents = tuple(Slice(self, one.start, one.end, one.label_) for one in parse.ents)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Slice: ...

    def __getitem__(self, at: int | slice) -> Token | Slice:
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Slice(self, start, max(start, end))

    @cached_property
    def sents(self) -> tuple[Slice, ...]:
        """The sentences in order."""
        return tuple(dict.fromkeys(token.sent for token in self.tokens))


def _tokens(doc: Doc, parse: Parse) -> list[Token]:
    tokens = [Token() for _ in parse]
    below: list[list[Token]] = [[] for _ in tokens]
    for token, word in zip(tokens, parse, strict=True):
        token.doc, token.i, token.idx = doc, word.i, word.idx
        token.text, token.lower_, token.lemma_ = word.text, word.lower_, word.lemma_
        token.pos_, token.tag_, token.dep_, token.ent_type_ = word.pos_, word.tag_, word.dep_, word.ent_type_
        token.is_space, token.is_punct, token.is_sent_start = word.is_space, word.is_punct, word.is_sent_start
        above = word.head.i
        token.head = tokens[above]
        token.left_edge, token.right_edge = tokens[word.left_edge.i], tokens[word.right_edge.i]
        if above != word.i:
            below[above].append(token)
    for token, hanging in zip(tokens, below, strict=True):
        token.children = tuple(hanging)
    _into_sentences(doc, tokens)
    return tokens


def _into_sentences(doc: Doc, tokens: list[Token]) -> None:
    starts = [token.i for token in tokens if token.i == 0 or token.is_sent_start]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        sentence = Slice(doc, start, end)
        for token in tokens[start:end]:
            token.sent = sentence
