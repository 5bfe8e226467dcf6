"""What a predicate's words and its place in the parse say of whether it happened, as names; the second layers learn from them."""

from collections.abc import Iterator

from avowed.annotate.parsing.parsed import Token

_HIGHEST, _NEAR = 4, 3
_BESIDE = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "cc"})
_BELOW = frozenset({"ccomp", "xcomp", "advcl", "conj"})
_TELLING = frozenset(
    {"if", "unless", "whether", "would", "could", "should", "may", "might", "can", "will", "not", "n't", "never"}
    | {"please", "must", "want", "hope", "when", "or"}
)


def features(word: Token) -> Iterator[str]:
    """The names of all that is seen around a predicate; some may come twice."""
    yield from _own(word)
    yield from _above(word)
    for child in word.children:
        yield from _below(child)
    yield from _around(word)


def _own(word: Token) -> Iterator[str]:
    helpers = " ".join(child.lower_ for child in word.children if child.dep_ in ("aux", "auxpass", "neg", "mark"))
    yield from (f"w={word.lower_}", f"l={word.lemma_.lower()}", f"t={word.tag_}", f"d={word.dep_}", f"p={word.pos_}")
    yield from (f"t+d={word.tag_}{word.dep_}", f"aux={helpers}", f"aux+t={helpers}|{word.tag_}")
    thing = next((child for child in word.children if child.dep_ == "dobj"), None)
    if thing is not None:
        yield f"obj={thing.lemma_.lower()}"


def _above(word: Token) -> Iterator[str]:
    path, at = "", word
    for step in range(_HIGHEST):
        if at.head == at:
            return
        path, at = f"{path}>{at.dep_}", at.head
        lemma = at.lemma_.lower()
        yield from (f"up{step}={path}", f"up{step}l={path}:{lemma}", f"hl{step}={lemma}", f"ht{step}={at.tag_}")
        for child in at.children:
            if child.dep_ in _BESIDE and child != word:
                yield f"u{step}c={child.dep_}:{child.lower_}"


def _below(child: Token) -> Iterator[str]:
    yield from (f"c={child.dep_}:{child.lower_}", f"cd={child.dep_}")
    if child.dep_ in ("nsubj", "nsubjpass"):
        yield from (f"subj={child.tag_}", f"subjl={child.lemma_.lower()}")
    if child.dep_ in _BELOW:
        yield f"below={child.dep_}:{child.lemma_.lower()}"
    for part in child.children:
        if child.dep_ in _BELOW and part.dep_ in ("aux", "neg", "mark"):
            yield f"belowc={child.dep_}{part.dep_}{part.lower_}"
        if part.dep_ in ("neg", "det", "aux"):
            yield f"g={child.dep_}{part.dep_}{part.lower_}"


def _around(word: Token) -> Iterator[str]:
    doc, sentence = word.doc, word.sent
    yield from (f"end={sentence[-1].text}", f"q={any(token.text == '?' for token in sentence)}")
    yield f"first={sentence[0].lower_}"
    for step in range(-_NEAR, _NEAR + 1):
        if step and 0 <= word.i + step < len(doc):
            yield f"n{step}={doc[word.i + step].lower_}"
    for token in sentence:
        if token.lower_ in _TELLING:
            yield from (f"in={token.lower_}", f"{'bef' if token.i < word.i else 'aft'}={token.lower_}")
