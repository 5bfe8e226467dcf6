"""A parse as arrays of small numbers: for every token its words, labels, edges and quotation marks; nothing else is seen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from avowed.annotate.page import text_of
from avowed.annotate.parsing.parsed import Doc
from avowed.annotate.sayings.quotations import quotations

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
COLUMNS = ("word", "head_word", "tag", "dep", "head_dep", "name", "shape", "quote")
OTHER = "?"
_SHEET = "avowed sheet"
_DIGIT = re.compile(r"\d")
OUTSIDE, OPENS, INSIDE, CLOSES = range(4)


@dataclass(frozen=True)
class Columns:
    """The columns of a sheet as lists, for who goes through them word by word."""

    heads: list[int]
    left: list[int]
    right: list[int]
    sentence: list[int]
    paragraph: list[int]
    run: list[int]
    quote: list[int]


@dataclass(frozen=True)
class Sheet:
    """What the layers see of one text. `words` holds ids by COLUMNS, `vectors` the parser's own vector of each token."""

    words: Ints
    vectors: Floats
    heads: Ints
    labels: tuple[str, ...]
    left: Ints
    right: Ints
    sentence: Ints
    paragraph: Ints
    run: Ints
    quote: Ints

    @cached_property
    def lists(self) -> Columns:
        """The same numbers as lists, made once."""
        return Columns(**{one.name: getattr(self, one.name).tolist() for one in fields(Columns)})


def columns(doc: Doc) -> dict[str, list[str]]:
    """The words of every column of a parse, before they are numbered."""
    words = [_DIGIT.sub("0", token.lower_) for token in doc]
    deps = [token.dep_ for token in doc]
    heads = [token.head.i for token in doc]
    return {
        "word": words,
        "head_word": [words[head] for head in heads],
        "tag": [token.tag_ for token in doc],
        "dep": deps,
        "head_dep": [deps[head] for head in heads],
        "name": [token.ent_type_ for token in doc],
        "shape": [_shape(token.text, token.is_sent_start is True) for token in doc],
    }


def sheet(doc: Doc, known: Mapping[str, Mapping[str, int]]) -> Sheet:
    """The arrays of a parse; `known` numbers the words of each column, those it lacks are OTHER."""
    told, plain = _plain_sheet(doc)
    return replace(plain, words=np.stack([_numbered(told[name], known[name]) for name in COLUMNS], axis=1))


def _plain_sheet(doc: Doc) -> tuple[dict[str, list[str]], Sheet]:
    """The words of every column and the sheet without their numbers, made once a parse: several layers ask for it."""
    held: tuple[dict[str, list[str]], Sheet] | None = doc.user_data.get(_SHEET)
    if held is None:
        held = doc.user_data[_SHEET] = _made(doc)
    return held


def _made(doc: Doc) -> tuple[dict[str, list[str]], Sheet]:
    told = columns(doc)
    run, quote = _quoted(doc)
    told["quote"] = [str(state) for state in quote]
    return told, Sheet(
        words=np.zeros((len(doc), 0), dtype=np.int64),
        vectors=np.asarray(doc.tensor, dtype=np.float32),
        heads=np.array([token.head.i for token in doc], dtype=np.int64),
        labels=tuple(told["dep"]),
        left=np.array([token.left_edge.i for token in doc], dtype=np.int64),
        right=np.array([token.right_edge.i for token in doc], dtype=np.int64),
        sentence=_counted([token.is_sent_start is True for token in doc]),
        paragraph=_counted([token.is_space and "\n" in token.text for token in doc]),
        run=run,
        quote=quote,
    )


def _shape(text: str, opens: bool) -> str:
    case = "X" if text.isupper() else "Xx" if text[:1].isupper() else "x" if text.isalpha() else "."
    return f"{'^' if opens else ''}{case}"


def _numbered(words: Sequence[str], known: Mapping[str, int]) -> Ints:
    return np.fromiter(map(known.get, words, repeat(0)), dtype=np.int64, count=len(words))


def _counted(begins: Sequence[bool]) -> Ints:
    return np.cumsum(np.array(begins, dtype=np.int64))


def _quoted(doc: Doc) -> tuple[Ints, Ints]:
    """Each token's run of quoted words (0 outside), and whether it opens, continues or closes it."""
    run, state = np.zeros(len(doc), dtype=np.int64), np.zeros(len(doc), dtype=np.int64)
    starts = np.array([token.idx for token in doc])
    for number, span in enumerate(quotations(_plain(text_of(doc))), start=1):
        first, last = np.searchsorted(starts, (span.start, span.end))
        if first < last:
            run[first:last] = number
            state[first:last] = INSIDE
            state[first], state[last - 1] = OPENS, CLOSES
    return run, state


def _plain(text: str) -> str:
    """Two single marks in a row are a double one; the length stays."""
    return text.replace("''", '"\u200b').replace("``", '"\u200b')
