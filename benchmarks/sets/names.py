"""Names: labelled pairs, and sanctioned names with their aliases."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sets import existing


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, what kind of thing bears them, and whether it is the same."""

    schema: str
    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list: its name and its aliases."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]


def pairs(root: Path) -> list[NamePair]:
    """The labelled pairs of name_bench."""
    with existing(root / "names" / "name_bench_cases.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [NamePair(row["schema"], row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


def entries(root: Path) -> list[Entry]:
    """Our half of the list."""
    rows = json.loads(existing(root / "names" / "un_aliases_dev.json").read_text(encoding="utf-8"))
    return [Entry(row["id"], row["type"], row["name"], tuple(alias for alias, _ in row["aliases"])) for row in rows]
