"""What a reader tells of incidents in whole reports, kept as a file: the assembly of incidents is fitted on it."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from avowed.annotate.encoder.fills import LEAST, WindowTold, window_told
from training.reader import labels
from training.reader.config import Schedule
from training.reader.examples import Prepared, examples
from training.reader.reading import Projects

HEADS = {
    "role": labels.ROLES,
    "kind": labels.INCIDENTS,
    "incident": labels.INCIDENTS,
    "report": labels.REPORTS,
    "template": labels.TEMPLATES,
}


def told(reader: Projects, text: Prepared, schedule: Schedule, longest: int) -> Iterator[WindowTold]:
    """What each window of a report tells."""
    for one in examples(text, schedule):
        yield window_told(reader.heads, reader.project(one.window), one.window, HEADS, longest, LEAST)


def write(reader: Projects, texts: Iterable[Prepared], schedule: Schedule, longest: int, path: Path) -> None:
    """One line a report, gzipped."""
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for text in texts:
            windows = [_row(one) for one in told(reader, text, schedule, longest)]
            lines.write(json.dumps({"id": text.document.id, "windows": windows}) + "\n")


def _row(one: WindowTold) -> dict[str, Any]:
    fills = [[fill.start, fill.end, dict(fill.roles), dict(fill.kinds), fill.sentence] for fill in one.fills]
    pairs = [[*pair, score] for pair, score in one.together.items()]
    return {"fills": fills, "report": dict(one.report), "sentences": one.sentences, "together": pairs}
