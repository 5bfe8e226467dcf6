"""The parser's table of exceptions, looked up once for each kind of word: which part of speech `to` is, what `'s` stands for.

spaCy matches its 179 patterns anew at every word, though they ask only for a word's label, governor's label and, of a few, the
word itself; what they say of a kind of word is remembered. What they say is spaCy's own matcher's answer, in a text of one word.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

from avowed.annotate.parsing.stand_ins import stand_in

NAME, INNER = "avowed_exceptions", "attribute_ruler"
Kind = tuple[
    int, int, str, bool
]  # tag, label to its governor, the word where a pattern asks for it, white space or not
Told = tuple[int, int, int, int, Any]  # tag, part of speech, label, lemma, morphology


class Exceptions:
    """The table of one language; it remembers a few thousand kinds of words at most."""

    def __init__(self, inner: AttributeRuler) -> None:
        self._inner = inner
        self._known: dict[Kind, Told] = {}
        self._asks = lru_cache(maxsize=16_384)(lambda lower: lower if self._asked.fullmatch(lower) else "")

    def __call__(self, doc: Doc) -> Doc:
        """The parse with the exceptions entered."""
        words = list(doc)
        kinds = [self._kind(word) for word in words]
        told = [self._known.get(kind) or self._learn(word, kind) for word, kind in zip(words, kinds, strict=True)]
        told = self._beside(words, told)
        for word, (tag, pos, dep, lemma, morph) in zip(words, told, strict=True):
            word.tag, word.pos, word.dep, word.lemma = tag, pos, dep, lemma
            word.set_morph(morph)  # type: ignore[attr-defined]  # spaCy's types lack it
        return doc

    def _kind(self, word: Token) -> Kind:
        return word.tag, word.dep, self._asks(word.lower_), word.is_space

    def _learn(self, word: Token, kind: Kind) -> Told:
        (found,) = self._asked_of([word])
        self._known[kind] = found
        return found

    def _beside(self, words: list[Token], told: list[Told]) -> list[Told]:
        """The same, where two words may be an exception together, as in `there is`: asked for with both neighbours."""
        found = list(told)
        for at, word in enumerate(words[:-1]):
            if word.dep_ in self._opening_labels or self._opening.fullmatch(word.lower_):
                for place in (at, at + 1):
                    first = max(place - 1, 0)
                    found[place] = self._asked_of(words[first : place + 2])[place - first]
        return found

    def _asked_of(self, words: list[Token]) -> list[Told]:
        """What spaCy's own matcher says of a few words in a row."""
        doc = Doc(
            words[0].vocab,
            words=[word.text for word in words],
            tags=[word.tag_ for word in words],
            deps=[word.dep_ for word in words],
            heads=[0] * len(words),
        )
        return [(word.tag, word.pos, word.dep, word.lemma, word.morph) for word in self._inner(doc)]

    @cached_property
    def _asked(self) -> re.Pattern[str]:
        """The words that some pattern asks for."""
        return _any_of(form for pattern in self._patterns for one in pattern for form in _forms(one))

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        """Words that begin a pattern of two."""
        return _any_of(form for pattern in self._patterns if len(pattern) > 1 for form in _forms(pattern[0]))

    @cached_property
    def _opening_labels(self) -> frozenset[str]:
        """Labels that begin a pattern of two, where it asks for no word."""
        firsts = [pattern[0] for pattern in self._patterns if len(pattern) > 1]
        return frozenset(one["DEP"] for one in firsts if "LOWER" not in one)

    @property
    def _patterns(self) -> list[list[Mapping[str, Any]]]:
        rows: list[Mapping[str, Any]] = list(self._inner.patterns)
        return [pattern for row in rows for pattern in row["patterns"]]


def _forms(one: Mapping[str, Any]) -> Iterator[str]:
    """The words of one place of a pattern, as regular expressions."""
    asked = one.get("LOWER", {"IN": ()})
    if isinstance(asked, str):
        yield re.escape(asked)
    elif "REGEX" in asked:
        yield asked["REGEX"]
    else:
        yield from map(re.escape, asked["IN"])


def _any_of(forms: Iterator[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in sorted(set(forms))))


stand_in(NAME, INNER, AttributeRuler, Exceptions)
