"""How every word near a cue stands to it in the parse: its way through the tree, the phrases it opens and closes."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

import numpy as np

from avowed.annotate.layers.sheet import Columns, Ints, Sheet

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
    ids = [list(map(known[name].get, told[name], repeat(0))) for name in FIELDS]
    return Around(first, last, np.array(ids, dtype=np.int64).T)


def words_around(sheet: Sheet, cue: int, first: int, last: int) -> dict[str, list[str]]:
    """The fields as words, before they are numbered."""
    page, sentence = sheet.lists, sheet.lists.sentence
    begin = max(bisect_left(sentence, sentence[cue]), first)
    end = min(bisect_right(sentence, sentence[cue]) - 1, last)
    ways, opens, closes = _ways(sheet, cue, begin, end)
    before = _beside(sentence, first, begin - 1, cue)
    behind = _beside(sentence, end + 1, last, cue)
    own = set(page.run[begin : end + 1]) - {0}
    buckets = _buckets()
    return {
        "way": [*before[0], *ways, *behind[0]],
        "opens": [*before[1], *opens, *behind[1]],
        "closes": [*before[2], *closes, *behind[2]],
        "where": _wheres(page, own, cue, first, last),
        "distance": buckets[FARTHEST + first - cue : FARTHEST + last - cue + 1],
    }


def _beside(sentence: Sequence[int], first: int, last: int, cue: int) -> tuple[list[str], list[str], list[str]]:
    """Words outside the cue's sentence: how many sentences lie between, and this again where one begins and where one ends."""
    steps: list[str] = []
    opens, closes = [""] * (last - first + 1), [""] * (last - first + 1)
    at = first
    while at <= last:
        start, stop = bisect_left(sentence, sentence[at], 0, at), bisect_right(sentence, sentence[at], at)
        step = sentence[at] - sentence[cue]
        mark = f"|{max(-2, min(step, 3))}"
        if start >= first:
            opens[start - first] = mark
        if stop <= last + 1:
            closes[stop - 1 - first] = mark
        steps += [f"s{step}"] * (min(stop, last + 1) - at)
        at = stop
    return steps, opens, closes


def _wheres(page: Columns, own: Collection[int], cue: int, first: int, last: int) -> list[str]:
    """Each word's place in quotation marks, whether these are the cue's own, and the paragraphs between."""
    here = page.paragraph[cue]
    known: dict[tuple[int, int, int], str] = {}
    found = []
    span = slice(first, last + 1)
    for key in zip(page.quote[span], page.run[span], page.paragraph[span], strict=True):
        told = known.get(key)
        if told is None:
            quote, run, paragraph = key
            same = "o" if run in own else "n" if (run and (run - 1) in own) or (run + 1) in own else "f" if run else "."
            told = known[key] = f"{quote}{same}{max(-2, min(paragraph - here, 2))}"
        found.append(told)
    return found


@cache
def _buckets() -> list[str]:
    """The bucket of every distance from the farthest before to the farthest behind."""
    return [_bucket(distance) for distance in range(-FARTHEST, FARTHEST + 1)]


def _bucket(distance: int) -> str:
    size = abs(distance)
    width = (
        size if size <= 6 else 8 if size <= 8 else 12 if size <= 12 else 20 if size <= 20 else 40 if size <= 40 else 99
    )
    return f"{'-' if distance < 0 else '+'}{width}"


def _ways(sheet: Sheet, cue: int, begin: int, end: int) -> tuple[list[str], list[str], list[str]]:
    """For each token of the cue's sentence its way from the cue, and that of the largest phrase it opens and closes."""
    page, above = sheet.lists, _above(sheet.lists.heads, cue)
    ways = [_way(sheet, cue, at, above) for at in range(begin, end + 1)]
    opens, closes = [""] * len(ways), [""] * len(ways)
    widest = {"opens": [0] * len(ways), "closes": [0] * len(ways)}
    for at in range(begin, end + 1):
        left, right = page.left[at], page.right[at]
        if left <= cue <= right:
            continue
        size = right - left + 1
        for name, told, edge in (("opens", opens, left - begin), ("closes", closes, right - begin)):
            if 0 <= edge < len(told) and size > widest[name][edge]:
                widest[name][edge], told[edge] = size, ways[at - begin]
    return ways, opens, closes


def _above(heads: Sequence[int], cue: int) -> dict[int, int]:
    """The cue and the words above it, with their steps."""
    found, at = {cue: 0}, cue
    while heads[at] != at and len(found) < 24:
        at = heads[at]
        found[at] = len(found)
    return found


def _way(sheet: Sheet, cue: int, at: int, above: Mapping[int, int]) -> str:
    """`=` the cue; `^n` above it; `n:a/b` up n, down by a first and b last label."""
    heads = sheet.lists.heads
    labels: list[str] = []
    word = at
    while word not in above:
        labels.append(sheet.labels[word])
        head = heads[word]
        if head == word or len(labels) > 24:
            return "apart"
        word = head
    up = above[word]
    own = sheet.labels[cue] if up else ""
    if not labels:
        return f"^{min(up, 3)}{own}"
    deep = "" if len(labels) == 1 else f"/{labels[0]}" if len(labels) == 2 else "//"
    return f"{min(up, 3)}{own if up == 1 else ''}:{labels[-1]}{deep}"
