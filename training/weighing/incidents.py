"""Fits the table by which incidents in ordinary print are weighed: `python -m training.weighing.incidents`.

Examples are the incidents that the reader tells in the annotated reports that have letter case (the incident model was taught
on those without), but for the held-out tenth; right is one that the annotation has in its sentence or passage, told once.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from avowed.annotate.encoder.pieces import one_case
from avowed.annotate.incidents.draft import VIOLENT
from avowed.annotate.incidents.find import told_in
from avowed.annotate.incidents.likely import TABLE, Likely, content_of
from avowed.annotate.page import Page
from avowed.annotate.sayings.saying import Saying
from avowed.model.evidence import Assertion
from benchmarks import inside
from benchmarks.sets import annotations
from training.reader.sources.files import data_folder
from training.weighing.fit import Example, bins, crossed, write

# From this score on a possible incident is told; of 0.3 to 0.5 the best F1 on the annotated reports in print, 2026-11-28.
SETTINGS = {"default": 0.35}
Gold = Mapping[str, Any]


def examples(page: Page, sayings: Sequence[Saying], gold: Sequence[Gold]) -> Iterator[Example]:
    """Every incident that is told of the page, each with whether the annotation has it."""
    told = told_in(page, sayings)
    found = matched(page, told, gold)
    likely = Likely(page)
    for number, one in enumerate(told):
        yield Example(page.report.id, dict(likely.reasons(one, told[:number])), one.id in found)


def matched(page: Page, told: Sequence[Assertion], gold: Sequence[Gold]) -> frozenset[str]:
    """The ids of the incidents that the annotation has too, each of its rows given to one; nearest words first."""
    pairs = sorted(
        (_apart(page, one, row), number, at)
        for number, one in enumerate(told)
        for at, row in enumerate(gold)
        if _alike(one, row)
    )
    taken: set[int] = set()
    found: set[str] = set()
    for distance, number, at in pairs:
        if distance < FARTHEST and at not in taken and told[number].id not in found:
            taken.add(at)
            found.add(told[number].id)
    return frozenset(found)


FARTHEST = 3


def _apart(page: Page, one: Assertion, row: Gold) -> int:
    """0 for the same word, 1 for the same sentence, 2 for the annotation's passage, else too far."""
    start, end = _trigger(one)
    first, last = row.get("trigger") or (row["quote"][1], row["quote"][1])
    if start < last and first < end:
        return 0
    tokens = page.token_at(start), page.token_at(first)
    if tokens[0] is not None and tokens[1] is not None and tokens[0].sent.start == tokens[1].sent.start:
        return 1
    return 2 if row["quote"][0] <= start < row["quote"][1] else FARTHEST


def _trigger(one: Assertion) -> tuple[int, int]:
    trigger = content_of(one).trigger
    return trigger.start, trigger.end


def _alike(one: Assertion, row: Gold) -> bool:
    kind = str(content_of(one).type)
    return row["type"] == kind or {row["type"], kind} <= {str(each) for each in VIOLENT}


def rows(ours: Path) -> dict[tuple[str, str], list[Gold]]:
    """The annotated incidents of every document."""
    found = {}
    for path in sorted(ours.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(record, dict) and "incidents" in record:
            found[record["source"]["set"], record["source"]["id"]] = record["incidents"]
    return found


def main() -> None:
    """Fits and writes the table, and prints how well its scores hold on reports that it was not fitted on."""
    shut, gold = annotations.held_out(), rows(annotations.OURS)
    own = [one for one in annotations.load(data_folder(None)) if one.key not in shut and not one_case(one.text)]
    reports = inside.reports({"id": one.key[1], "text": one.text} for one in own)
    paged = zip(own, inside.annotator().pages(reports), strict=True)
    found = [row for one, (page, sayings) in paged for row in examples(page, sayings, gold[one.key])]
    print(bins(crossed(found)), write(TABLE, found, SETTINGS), flush=True)


if __name__ == "__main__":
    main()
