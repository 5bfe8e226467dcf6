"""The parse of one report as plain tuples, read off once; every index is a token's place in the report."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from avowed.annotate.page import text_of
from avowed.annotate.parsing.parsed import Doc, Token
from avowed.model.evidence import Span

_KEY = "avowed_sheet"
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True)
class Sheet:
    """Words, tags and governors of a report; `text` is the text as the parser read it."""

    doc: Doc
    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    starts: tuple[int, ...]
    label: tuple[str, ...]

    @classmethod
    def of(cls, doc: Doc) -> "Sheet":
        """Read the parse off."""
        rows = [
            (
                token.text,
                token.lower_,
                token.lemma_.lower(),
                _part(token),
                token.tag_,
                token.dep_,
                token.head.i,
                token.idx,
                token.ent_type_,
            )
            for token in doc
        ]
        columns = list(zip(*rows, strict=True)) if rows else [()] * 9
        return cls(doc, text_of(doc), *columns)

    @classmethod
    def kept(cls, doc: Doc) -> "Sheet":
        """The sheet of a parse, read off at most once and kept with it."""
        sheet = doc.user_data.get(_KEY)
        if not isinstance(sheet, cls):
            sheet = doc.user_data[_KEY] = cls.of(doc)
        return sheet

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each word, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.head):
            if head != index:
                found[head].append(index)
        return tuple(map(tuple, found))

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """The first word of each sentence."""
        return tuple(sentence.start for sentence in self.doc.sents)

    def sentence(self, index: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self.sentences, index) - 1

    def opens(self, index: int) -> bool:
        """True for the first word of a sentence, opening quotes and spaces aside."""
        start = self.sentences[self.sentence(index)]
        return all(self.pos[before] in ("PUNCT", "SPACE") for before in range(start, index))

    def end(self, index: int) -> int:
        """The code point after a word."""
        return self.starts[index] + len(self.words[index])

    def span(self, first: int, last: int) -> Span:
        """The code points of a run of words."""
        return Span(self.starts[first], self.end(last))

    def said(self, first: int, last: int) -> str:
        """The words of a run in single spaces."""
        return " ".join(self.text[self.starts[first] : self.end(last)].split())

    def covering(self, span: Span) -> tuple[int, int] | None:
        """First and last word that a span of text touches."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self) and self.end(first) <= span.start:
            first += 1
        last = bisect_left(self.starts, span.end) - 1
        return (first, last) if first <= last else None

    def root(self, first: int, last: int) -> int:
        """The word that the others in the run hang on; the last one when the parse is of no help."""
        for index in range(last, first - 1, -1):
            head = self.head[index]
            if (head == index or not first <= head <= last) and self.pos[index] not in ("PUNCT", "SPACE"):
                return index
        return last

    def noun(self, index: int) -> bool:
        """True for common and proper nouns."""
        return self.pos[index] in _NOUNS

    def plural(self, index: int) -> bool:
        """True for nouns in the plural."""
        return self.tag[index] in ("NNS", "NNPS")

    def capital(self, index: int) -> bool:
        """True for a word that begins with a capital letter."""
        return self.words[index][:1].isupper()

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        return next((place for place in self.children[index] if self.dep[place] in deps), None)


def _part(token: Token) -> str:
    """The part of speech; what a preposition governs is a noun though its ending reads as a verb's (`outfits`)."""
    return "NOUN" if token.tag_ == "VBZ" and token.dep_ == "pobj" else token.pos_
