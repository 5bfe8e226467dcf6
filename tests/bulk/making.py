"""Corpora made by hand: an engine that reads sentences of one pattern, so that no model is asked."""

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from avowed.bulk import tables
from avowed.bulk.engine import here
from avowed.bulk.kept import Corpus
from avowed.bulk.parquet import table_of
from avowed.bulk.reading import Piece, Tables
from avowed.bulk.rows import no_rows, rows_of
from avowed.bulk.run import Done, read_corpus
from avowed.bulk.workers import Given, Read
from avowed.model.evidence import Reading
from avowed.model.vocabulary import Dimension, Voice
from avowed.read import Original, Skipped
from tests.building import Told, reading, report

TODAY = date(2026, 1, 1)
_SENTENCE = re.compile(r"(?P<one>[A-Z]\w+ \w+) (?P<verb>trained|fought|denied training) (?P<other>[A-Z]\w+ \w+)")
_TOLD = {
    "trained": {"dimension": Dimension.TRAINING, "sign": 1},
    "fought": {"dimension": Dimension.CLASH, "sign": -1},
    "denied training": {"dimension": Dimension.TRAINING, "sign": 1, "negated": True, "voice": Voice.STATED},
}


def lines(folder: Path, texts: Sequence[str], name: str = "in.jsonl") -> Path:
    """Texts as a file of JSON lines."""
    file = folder / name
    rows = [
        {"id": f"r{at}", "text": text, "publisher": f"Paper {at % 3}", "published": f"2021-03-{at % 28 + 1:02d}"}
        for at, text in enumerate(texts)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def read_by_hand(piece: Piece) -> Tables:
    """The tables of a piece, without a model."""
    rows = no_rows()
    for document, name in zip(piece.documents, piece.names, strict=True):
        outcome = _read(document) if isinstance(document, Original) else document
        for table, held in rows_of(outcome, name).items():
            rows[table] += held
    return {table.name: table_of(table, rows[table.name]) for table in tables.READ}


def by_hand(given: Given) -> Read:
    """The engine: pieces in, tables out."""
    return here(given, read_by_hand)


def made(folder: Path, texts: Sequence[str]) -> Corpus:
    """A corpus of these texts."""
    corpus_of(lines(folder, texts), folder / "corpus")
    return Corpus(folder / "corpus")


def corpus_of(given: Path, folder: Path) -> Done:
    return read_corpus(given, folder, by_hand, TODAY)


def _read(document: Original) -> Reading | Skipped:
    try:
        row = json.loads(document.content)
    except ValueError:
        return Skipped(document.source, "not a line of JSON")
    of = report(row["text"], publisher=row["publisher"], day=date.fromisoformat(row["published"]), source=row["id"])
    found = _SENTENCE.finditer(of.text)
    return reading(of, *(Told(one["one"], one["other"], **_TOLD[one["verb"]]) for one in found))
