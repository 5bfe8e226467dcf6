"""MUC-4's training part as the product sees it before it draws incidents: parse, names, and what a model told.

The model is never the one that was taught the report: the predictions are those of `python -m training.reader predict`.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from avowed import registry
from avowed.annotate.annotator import dated, with_subjects
from avowed.annotate.encoder.fills import WindowTold
from avowed.annotate.page import Page
from avowed.annotate.parsing.parser import Parser
from avowed.model.evidence import Report
from avowed.read import text_rows
from benchmarks.sets.muc4 import Document
from training.reader.assembly import window


def pages(documents: Iterable[Document], predictions: Iterable[Path]) -> Iterator[tuple[Document, Page]]:
    """Every report that was predicted, with its page."""
    told = {name: windows for path in predictions for name, windows in _told(path)}
    wanted = [one for one in documents if one.id in told]
    read = text_rows({"id": one.id, "text": one.text} for one in wanted)
    reports = [dated(one) for one in read if isinstance(one, Report)]
    known = registry.known_actors()
    parsed = Parser.load().parse(report.text for report in reports)
    for document, report, doc in zip(wanted, reports, parsed, strict=True):
        yield document, with_subjects(Page(report, doc, told=told[document.id]), known)


def _told(path: Path) -> Iterator[tuple[str, tuple[WindowTold, ...]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], tuple(map(window, row["windows"]))
