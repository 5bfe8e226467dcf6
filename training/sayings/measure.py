"""The figures of the layers on articles, by the scorers of the benchmarks."""

from collections.abc import Sequence

import numpy as np

from avowed.annotate.sayings.learned.marker import Marker, Tokens
from benchmarks.scoring.attribution import PARTS, Saying, score_pairs, score_parts
from benchmarks.scoring.counts import Counts
from training.sayings.examples import Example


def figures(marker: Marker, articles: Sequence[Example]) -> dict[str, float]:
    """F1 of source, cue, content and of the right pair."""
    sums = {name: Counts() for name in (*PARTS, "pair")}
    for one in articles:
        said = marked(marker, one)
        for part, counts in score_parts(one.text, said, one.sayings).items():
            sums[part] += counts
        sums["pair"] += score_pairs(one.text, said, one.sayings)
    return {name: round(_f1(counts), 4) for name, counts in sums.items()}


def marked(marker: Marker, one: Example) -> list[Saying]:
    """What the layers mark in an article, in code points."""
    ends = np.append(one.starts[1:], len(one.text))

    def span(tokens: Tokens | None) -> tuple[int, int] | None:
        if tokens is None:
            return None
        start, end = int(one.starts[tokens[0]]), int(ends[tokens[1]])
        return start, start + len(one.text[start:end].rstrip())

    found = marker.of_sheet(one.page)
    return [Saying(span(each.source), span(each.cue), (span(each.content) or (0, 0),)) for each in found]


def _f1(counts: Counts) -> float:
    right_of_found, found, right_of_true, true = counts.row
    return (right_of_found + right_of_true) / max(found + true, 1)
