"""Results of runs and the floors as files; a result holds figures only, never a text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.scoring.bootstrap import Estimate
from benchmarks.session import Line

HERE = Path(__file__).parent
RESULTS = HERE / "results"
FLOORS = HERE / "floors.json"
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of one benchmark found, with which reader, under which ruler."""

    benchmark: str
    title: str
    reader: str
    ruler: str
    date: str
    quick: bool
    lines: tuple[Line, ...]
    missing: str = ""


def write(result: Result, folder: Path = RESULTS) -> Path:
    """Store a result under its benchmark's name; figures are rounded to four places."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{result.benchmark}.json"
    path.write_text(as_json({**asdict(result), "lines": [_rounded(line) for line in result.lines]}), encoding="utf-8")
    return path


def load(folder: Path = RESULTS) -> list[Result]:
    """All stored results, by name."""
    return [_result(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def as_json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """JSON as it is kept in the repository."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _rounded(line: Line) -> dict[str, Any]:
    row = asdict(line)
    row["estimate"] = {name: round(number, DIGITS) for name, number in row["estimate"].items()}
    return row


def _result(row: dict[str, Any]) -> Result:
    lines = tuple(Line(**{**one, "estimate": Estimate(**one["estimate"])}) for one in row["lines"])
    return Result(**{**row, "lines": lines})
