"""re3d: documents on Syria and Iraq with entities and relations; rejected candidates are left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring.relations import Relation
from benchmarks.scoring.spans import TypedSpan
from benchmarks.sets import json_lines

# Rows below are rejected candidates, as the set's own documentation says.
CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Document:
    """One report with its gold mentions and relations."""

    id: str
    text: str
    mentions: frozenset[TypedSpan]
    relations: frozenset[Relation]

    @property
    def argument_spans(self) -> list[tuple[int, int]]:
        """The spans that are given when the measure gives mentions: all entities and all relation ends, in order."""
        ends = {end for one in self.relations for end in (one.source, one.target)}
        return sorted({(one.start, one.end) for one in self.mentions} | ends)


def load(root: Path, part: str) -> list[Document]:
    """The documents of a part, "train" or "dev"."""
    return [_document(row) for row in json_lines(root / "re3d" / f"{part}.jsonl.gz")]


def _document(row: Mapping[str, Any]) -> Document:
    entities = (one for one in row["entities"] if one["confidence"] >= CONFIDENCE)
    relations = (one for one in row["relations"] if one["confidence"] >= CONFIDENCE)
    mentions = frozenset(TypedSpan(one["begin"], one["end"], one["type"]) for one in entities)
    return Document(row["id"], row["text"], mentions, frozenset(map(_relation, relations)))


def _relation(row: Mapping[str, Any]) -> Relation:
    source = (row["sourceBegin"], row["sourceEnd"])
    return Relation(source, (row["targetBegin"], row["targetEnd"]), row["type"])
