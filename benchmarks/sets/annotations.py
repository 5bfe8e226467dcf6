"""Our own annotations: ties with parties, signs, speakers and certainty; records hold offsets, texts are looked up.

The records are those of training/annotations where the repository has them, else those beside the sets.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring.templates import stripped
from benchmarks.scoring.ties import Party, Tie
from benchmarks.sets import existing, json_lines, polnear

OURS = Path("training/annotations")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated report: set and id, its text and its ties."""

    key: Key
    text: str
    ties: tuple[Tie, ...]


def load(root: Path, ours: Path = OURS) -> list[Document]:
    """All annotated documents whose text is known, by name of their record."""
    folder = ours if any(_records(ours)) else existing(root / "annotations")
    known = texts(root)
    found = (document(record, known) for record in _records(folder))
    return [one for one in found if one]


def held_out(ours: Path = OURS) -> frozenset[Key]:
    """The documents that no training may see: the tenth that is held out; empty where none is named yet."""
    plan = ours / "batches.json"
    if not plan.exists():
        return frozenset()
    return frozenset((kind, id_) for kind, id_ in json.loads(plan.read_text(encoding="utf-8")).get("held_out", ()))


def _records(folder: Path) -> Iterator[Mapping[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(record, dict) and "source" in record and "ties" in record:
            yield record


def texts(root: Path) -> dict[Key, str]:
    """The text of every document that may be annotated, by set and id."""
    found = {("re3d", row["id"]): row["text"] for part in ("train", "dev") for row in _rows(root, f"re3d/{part}")}
    found |= {("muc4", row["docid"]): row["text"] for row in _rows(root, "muc4/train.full")}
    found |= {("canada", row["id"]): row["narrative"] for row in _canada(root)}
    return found | {("polnear", one.id): one.text for one in polnear.load(root, "train")}


def _rows(root: Path, name: str) -> list[dict[str, Any]]:
    return json_lines(root / f"{name}.jsonl.gz")


def _canada(root: Path) -> Iterable[dict[str, Any]]:
    path = existing(root / "kb/canada_listed_entities/entities.jsonl")
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def document(record: Mapping[str, Any], known: Mapping[Key, str]) -> Document | None:
    """The document of one record, or None where its text is not known."""
    key = (record["source"]["set"], record["source"]["id"])
    if key not in known:
        return None
    names = {actor["id"]: frozenset(map(stripped, actor["names"])) for actor in record["actors"]}
    return Document(key, known[key], tuple(_tie(row, names) for row in record["ties"]))


def _tie(row: Mapping[str, Any], names: Mapping[str, frozenset[str]]) -> Tie:
    told = row.get("speaker") or row.get("speaker_span")
    return Tie(
        subject=_party(row["subject"], row["subject_span"], names),
        object=_party(row["object"], row["object_span"], names),
        dimension=row["dimension"],
        sign=row["sign"],
        quote=tuple(row["quote"]),
        voice=row["voice"],
        factuality=row["factuality"],
        negated=row["negated"],
        speaker=_party(row.get("speaker"), row.get("speaker_span"), names) if told else None,
        weight=row["weight"],
    )


def _party(actor: str | None, span: list[int] | None, names: Mapping[str, frozenset[str]]) -> Party:
    return Party((span[0], span[1]) if span else None, names.get(actor or "", frozenset()))
