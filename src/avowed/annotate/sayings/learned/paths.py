"""How every word near a cue stands to it in the parse: its way through the tree, the phrases it opens and closes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from avowed.annotate.layers.sheet import Ints, Sheet

BEFORE, AFTER = 3, 6  # sentences around the cue's own; chosen on the training part, where they hold 99 % of contents
FARTHEST = 220  # tokens on either side
FIELDS = ("way", "opens", "closes", "where", "distance")


@dataclass(frozen=True)
class Around:
    """The tokens first..last around a cue, and ids by FIELDS for each of them."""

    first: int
    last: int
    ids: Ints


def window(sheet: Sheet, cue: int) -> tuple[int, int]:
    """First and last token that may be source or content of a cue."""
    sentence = sheet.sentence
    low, high = np.searchsorted(sentence, (sentence[cue] - BEFORE, sentence[cue] + AFTER + 1))
    return max(int(low), cue - FARTHEST), min(int(high), cue + FARTHEST + 1) - 1


def around(sheet: Sheet, cue: int, known: Mapping[str, Mapping[str, int]]) -> Around:
    """What stands around a cue's head word."""
    first, last = window(sheet, cue)
    told = words_around(sheet, cue, first, last)
    ids = [[known[name].get(word, 0) for word in told[name]] for name in FIELDS]
    return Around(first, last, np.array(ids, dtype=np.int64).T)


def words_around(sheet: Sheet, cue: int, first: int, last: int) -> dict[str, list[str]]:
    """The fields as words, before they are numbered."""
    sentence = sheet.sentence
    begin, end = np.searchsorted(sentence, (sentence[cue], sentence[cue] + 1))
    begin, end = max(int(begin), first), min(int(end) - 1, last)
    ways, opens, closes = _ways(sheet, cue, begin, end)
    own = {int(run) for run in sheet.run[begin : end + 1]} - {0}
    count = last - first + 1
    told: dict[str, list[str]] = {name: [""] * count for name in FIELDS}
    for at in range(first, last + 1):
        index, step = at - first, int(sentence[at] - sentence[cue])
        inside = begin <= at <= end
        told["way"][index] = ways[at - begin] if inside else f"s{step}"
        told["opens"][index] = opens[at - begin] if inside else _edge(sheet, at, at - 1, step)
        told["closes"][index] = closes[at - begin] if inside else _edge(sheet, at, at + 1, step)
        run = int(sheet.run[at])
        same = "o" if run in own else "n" if (run and (run - 1) in own) or (run + 1) in own else "f" if run else "."
        gap = int(sheet.paragraph[at] - sheet.paragraph[cue])
        told["where"][index] = f"{sheet.quote[at]}{same}{max(-2, min(gap, 2))}"
        told["distance"][index] = _bucket(at - cue)
    return told


def _edge(sheet: Sheet, at: int, beside: int, step: int) -> str:
    """`|` and the step of the sentence where it begins or ends, else nothing."""
    outer = not 0 <= beside < len(sheet.sentence) or sheet.sentence[beside] != sheet.sentence[at]
    return f"|{max(-2, min(step, 3))}" if outer else ""


def _bucket(distance: int) -> str:
    size = abs(distance)
    width = (
        size if size <= 6 else 8 if size <= 8 else 12 if size <= 12 else 20 if size <= 20 else 40 if size <= 40 else 99
    )
    return f"{'-' if distance < 0 else '+'}{width}"


def _ways(sheet: Sheet, cue: int, begin: int, end: int) -> tuple[list[str], list[str], list[str]]:
    """For each token of the cue's sentence its way from the cue, and that of the largest phrase it opens and closes."""
    above = _above(sheet, cue)
    ways = [_way(sheet, cue, at, above) for at in range(begin, end + 1)]
    opens, closes = [""] * len(ways), [""] * len(ways)
    widest = {"opens": [0] * len(ways), "closes": [0] * len(ways)}
    for at in range(begin, end + 1):
        left, right = int(sheet.left[at]), int(sheet.right[at])
        if left <= cue <= right:
            continue
        size = right - left + 1
        for name, told, edge in (("opens", opens, left - begin), ("closes", closes, right - begin)):
            if 0 <= edge < len(told) and size > widest[name][edge]:
                widest[name][edge], told[edge] = size, ways[at - begin]
    return ways, opens, closes


def _above(sheet: Sheet, cue: int) -> dict[int, int]:
    """The cue and the words above it, with their steps."""
    found, at = {cue: 0}, cue
    while int(sheet.heads[at]) != at and len(found) < 24:
        at = int(sheet.heads[at])
        found[at] = len(found)
    return found


def _way(sheet: Sheet, cue: int, at: int, above: Mapping[int, int]) -> str:
    """`=` the cue; `^n` above it; `n:a/b` up n, down by a first and b last label."""
    labels: list[str] = []
    word = at
    while word not in above:
        labels.append(sheet.labels[word])
        head = int(sheet.heads[word])
        if head == word or len(labels) > 24:
            return "apart"
        word = head
    up = above[word]
    own = sheet.labels[cue] if up else ""
    if not labels:
        return f"^{min(up, 3)}{own}"
    deep = "" if len(labels) == 1 else f"/{labels[0]}" if len(labels) == 2 else "//"
    return f"{min(up, 3)}{own if up == 1 else ''}:{labels[-1]}{deep}"
