"""Loaders of the development sets; nothing here knows what a reader makes of them."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

VARIABLE = "AVOWED_DATA"
DEFAULT = "../shared/data"


class NoSet(Exception):
    """A development set is not where it was looked for."""


def data_root(given: str | Path | None = None) -> Path:
    """The folder of the development sets: the one given, else AVOWED_DATA, else ../shared/data."""
    return Path(given or os.environ.get(VARIABLE) or DEFAULT)


def existing(path: Path) -> Path:
    """The path, if there is something there; else an error that says where to point."""
    if not path.exists():
        raise NoSet(f"looking for a development set: no {path}. Give its folder with --data or {VARIABLE}.")
    return path


def json_lines(path: Path) -> list[dict[str, Any]]:
    """Rows of a gzipped file of JSON lines."""
    with gzip.open(existing(path), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
