"""Texts with their quotes as JSON lines in the shape of annotated documents that LangExtract saves and shows."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from avowed.model.findings import Line
from avowed.present import words
from avowed.present.exchange.view import Text


def lines(texts: Iterable[Text]) -> Iterator[bytes]:
    """One document a line."""
    for text in texts:
        found = [_extraction(number, *row) for number, row in enumerate(text.lines, 1)]
        document = {"extractions": found, "text": text.text, "document_id": text.source.report}
        yield json.dumps(document, ensure_ascii=False).encode() + b"\n"


def _extraction(number: int, kind: str, said: str, line: Line) -> dict[str, Any]:
    return {
        "extraction_class": kind,
        "extraction_text": line.quote,
        "char_interval": {"start_pos": line.start, "end_pos": line.end},
        "alignment_status": "match_exact",
        "extraction_index": number,
        "group_index": number - 1,
        "description": None,
        "attributes": {
            "says": said,
            "speakers": words.speakers(line),
            "voice": str(line.voice),
            "certainty": words.sureness(line),
            "hedges": "; ".join(line.hedges),
            "when": words.interval(line.valid),
            "line": line.key,
        },
    }
