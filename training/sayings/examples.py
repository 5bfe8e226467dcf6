"""Articles as the layers see them, with where the annotated cues, sources and contents stand; parses are kept on disk."""

import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc as Parse

from avowed.annotate.layers.sheet import COLUMNS, OTHER, Ints, Sheet, columns, sheet
from avowed.annotate.parsing.parsed import Doc
from avowed.annotate.parsing.parser import Parser
from avowed.annotate.sayings.learned.marker import head_of
from avowed.annotate.sayings.learned.paths import FIELDS, Around, around, window, words_around
from benchmarks.scoring.attribution import Saying
from benchmarks.sets import polnear

Tokens = tuple[int, int]
Known = Mapping[str, Mapping[str, int]]
RARE = {"word": 4, "head_word": 4, "way": 12, "opens": 12, "closes": 12}
EDGES_UNKNOWN = -1  # a target that lies outside the window


@dataclass(frozen=True)
class Asked:
    """One annotated cue with what stands around it, and its four edges as places in the window; -2 where there is none."""

    cue: tuple[int, int, int]
    near: Around
    edges: tuple[int, int, int, int]


@dataclass(frozen=True)
class Example:
    """One article: its sheet, the tag of every token (0 outside, 1 begins, 2 goes on), and its cues."""

    name: str
    text: str
    starts: Ints
    page: Sheet
    tags: Ints
    asked: tuple[Asked, ...]
    sayings: tuple[Saying, ...]


def parsed(data: Path, part: str, folder: Path) -> list[tuple[polnear.Document, Doc]]:
    """The articles of a part with their parses, which are made once."""
    documents = polnear.load(data, part)
    kept = folder / f"{part}.parses"
    if not kept.exists():
        docs = list(Parser.load().parses([one.text for one in documents]))
        kept.write_bytes(pickle.dumps([doc.to_bytes() for doc in docs]))
    vocabulary = Parser.load().language.vocab
    read = pickle.loads(kept.read_bytes())  # noqa: S301  # a file that this very module wrote
    return list(zip(documents, (Doc(Parse(vocabulary).from_bytes(raw)) for raw in read), strict=True))


def numbered(pairs: Iterable[tuple[polnear.Document, Doc]]) -> dict[str, list[str]]:
    """The words of every column and field that are common enough to learn, OTHER first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*COLUMNS, *FIELDS)}
    blind: Known = {name: {} for name in (*COLUMNS, *FIELDS)}
    for document, doc in pairs:
        for name, told in columns(doc).items():
            counts[name].update(told)
        page = sheet(doc, blind)
        counts["quote"].update(map(str, page.quote))
        for cue in _cues(document, doc):
            head = head_of(page, cue)
            for name, told in words_around(page, head, *window(page, head)).items():
                counts[name].update(told)
    return {name: [OTHER, *_common(name, found)] for name, found in counts.items()}


def _common(name: str, found: Counter[str]) -> list[str]:
    return sorted(word for word, times in found.items() if times >= RARE.get(name, 1))


def example(document: polnear.Document, doc: Doc, known: Known) -> Example:
    """One article with its targets."""
    page = sheet(doc, known)
    tags = np.zeros(len(doc), dtype=np.int64)
    asked = []
    for saying in document.sayings:
        cue = _place(doc, saying.cue)
        content = _place(doc, (min(start for start, _ in saying.content), max(end for _, end in saying.content)))
        if cue is None or content is None:
            continue
        tags[cue[0]], tags[cue[0] + 1 : cue[1] + 1] = 1, 2
        head = head_of(page, cue)
        near = around(page, head, known)
        asked.append(Asked((*cue, head), near, _edges(near, _place(doc, saying.source), content)))
    starts = np.array([token.idx for token in doc], dtype=np.int64)
    return Example(document.id, document.text, starts, page, tags, tuple(asked), document.sayings)


def _edges(near: Around, source: Tokens | None, content: Tokens) -> tuple[int, int, int, int]:
    def within(at: int) -> int:
        return at - near.first if near.first <= at <= near.last else EDGES_UNKNOWN

    first, last = (-2, -2) if source is None else (within(source[0]), within(source[1]))
    return first, last, within(content[0]), within(content[1])


def _cues(document: polnear.Document, doc: Doc) -> list[Tokens]:
    places = (_place(doc, saying.cue) for saying in document.sayings)
    return [place for place in places if place is not None]


def _place(doc: Doc, span: tuple[int, int] | None) -> Tokens | None:
    """First and last token that a span touches, blanks left out."""
    if span is None or span[0] >= span[1]:
        return None
    touched = (one for one in doc if one.idx < span[1] and span[0] < one.idx + len(one.text))
    tokens = [token.i for token in touched if not token.is_space]
    return (tokens[0], tokens[-1]) if tokens else None


def examples(pairs: Sequence[tuple[polnear.Document, Doc]], known: Known) -> list[Example]:
    """All articles with their targets."""
    return [example(document, doc, known) for document, doc in pairs]
