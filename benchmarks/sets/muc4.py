"""MUC-4: reports on attacks in Latin America, templates from *.gtt as it stands, responsibility from *.full."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring.templates import ROLES, Template, stripped, template
from benchmarks.sets import json_lines


@dataclass(frozen=True, slots=True)
class Document:
    """One report, upper case, its templates, and beside each the confidence by organisation string."""

    id: str
    text: str
    templates: tuple[Template, ...]
    confidences: tuple[Mapping[str, frozenset[str]], ...]


def load(root: Path, part: str) -> list[Document]:
    """The documents of a part, "train" or "dev"; the text is that of *.full."""
    full = {row["docid"]: row for row in json_lines(root / "muc4" / f"{part}.full.jsonl.gz")}
    return [_document(row, full[row["docid"]]) for row in json_lines(root / "muc4" / f"{part}.gtt.jsonl.gz")]


def _document(row: Mapping[str, Any], full: Mapping[str, Any]) -> Document:
    confidences = tuple(_confidences(one) for one in full["templates"])
    return Document(row["docid"], full["text"], tuple(map(_template, row["templates"])), confidences)


def _template(row: Mapping[str, Any]) -> Template:
    roles = {role: [[mention for mention, _ in entity] for entity in row[role]] for role in ROLES}
    return template(row["incident_type"], **roles)


def _confidences(row: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for fill in row["perp_org_confidence"]:
        for name in fill["ref"]:
            key = stripped(name)
            found[key] = found.get(key, frozenset()) | {value.strip("()").lower() for value in fill["values"]}
    return found
