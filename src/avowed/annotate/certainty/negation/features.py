"""How a word stands to a cue of negation in the parse, as named features; the same for learning and for reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.annotate.parsing.parsed import Token

CUTS = frozenset({"conj", "parataxis", "relcl", "advcl", "ccomp", "acl", "appos", "dep", "xcomp"})
_KINDS = {
    "not": "not", "n't": "not", "n’t": "not", "never": "not", "no": "no", "neither": "no", "nothing": "nothing",
    "none": "nothing", "nobody": "nothing", "nowhere": "nothing", "without": "without", "save": "without",
    "except": "without", "nor": "nor",
}  # fmt: skip
_OPENERS = frozenset({"cc", "punct", "mark", "advmod", "intj"})
_DASHES = frozenset({"--", "``", "''"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A word's features, and the phrase it is part of as seen from the cue, by its top word."""

    features: tuple[str, ...]
    phrase: int


def above(cue: Token) -> dict[int, int]:
    """The cue and the words above it, with their steps."""
    found, word = {cue.i: 0}, cue
    while word.head != word:
        word = word.head
        found[word.i] = len(found)
    return found


def standing(cue: Token, word: Token, line: Mapping[int, int]) -> Standing:
    """How a word of the cue's sentence stands to it; `line` is `above(cue)`."""
    top, labels = _down(word, line)
    up = line.get(top.head.i if labels else top.i)
    side = "b" if word.i < cue.i else "a"
    marks = _marks_between(cue, word)
    kind = _kind(cue)
    path = "apart" if up is None else f"{min(up, 4)}:{labels[-1] if labels else '='}"
    told = [
        f"k={kind}|{side}|{path}",
        path,
        f"k={kind}|{side}|p{min(marks, 3)}",
        f"{side}|p{min(marks, 3)}|{path[:2]}",
        f"dep={word.dep_}|{side}",
        f"tag={word.tag_}",
        f"deep={len(labels) > 3}",
        f"up={up}|k={kind}|{side}",
        f"k={kind}|d{min(abs(word.i - cue.i), 8)}|{side}",
        f"first={word.i == word.sent.start}|{word.dep_}",
        f"last={word.i >= word.sent.end - 2}|{word.is_punct}",
        f"self={word.dep_}|{path}",
        *(f"cut={cut}|{kind}|{side}" for cut in sorted(CUTS & set(labels))),
        *(f"cut={cut}|up{min(up or 0, 4)}" for cut in sorted(CUTS & set(labels))),
    ]
    if word.dep_ in _OPENERS:
        told.append(f"lower={word.lower_}")
    if up:
        chain = "/".join(_chain(cue, min(up, 3)))
        told += [f"chain={chain}|{path}|{side}", f"chain={chain}|{side}|p{min(marks, 2)}"]
    return Standing(tuple(told), top.i)


def _down(word: Token, line: Mapping[int, int]) -> tuple[Token, list[str]]:
    """The top word of the phrase below the cue's line that holds a word, and the labels from the word up to it."""
    labels: list[str] = []
    top = word
    while word.i not in line and word.head != word:
        labels.append(word.dep_)
        top, word = word, word.head
    return top, labels


def _chain(cue: Token, steps: int) -> list[str]:
    labels, word = [], cue
    for _ in range(steps):
        labels.append(word.dep_)
        word = word.head
    return labels


def _marks_between(cue: Token, word: Token) -> int:
    low, high = sorted((cue.i, word.i))
    return sum(1 for token in cue.doc[low + 1 : high] if token.is_punct or token.text in _DASHES)


def _kind(cue: Token) -> str:
    known = _KINDS.get(cue.lower_)
    if known is not None:
        return known
    if cue.dep_ == "amod":
        return "attr"
    return {"RB": "adv", "NN": "noun"}.get(cue.tag_[:2], "pred")
