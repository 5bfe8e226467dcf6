"""The parser's table of base forms, asked once for each kind of word: its letters, part of speech and morphology.

What it says depends on nothing else; spaCy asks again at every word whether it is a base form already.
"""

from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from avowed.annotate.parsing.stand_ins import stand_in

NAME, INNER = "avowed_lemmas", "lemmatizer"
_MOST = 100_000  # kinds of words that are remembered


class Lemmas:
    """spaCy's lemmatizer, which remembers what it said."""

    def __init__(self, inner: Lemmatizer) -> None:
        self._inner = inner
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The parse with the base form of each word that has none yet."""
        for at, (orth, pos, morph, lemma) in enumerate(doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist()):
            if not lemma:
                kind = orth, pos, morph
                doc[at].lemma = self._known.get(kind) or self._learn(doc[at], kind)
        return doc

    def _learn(self, word: Token, kind: tuple[int, ...]) -> int:
        if len(self._known) >= _MOST:
            self._known.clear()
        found = word.vocab.strings.add(self._inner.lemmatize(word)[0])
        self._known[kind] = found
        return found


stand_in(NAME, INNER, Lemmatizer, Lemmas)
