"""Reads the sources' files; the folder comes from the caller or AVOWED_DATA."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def data_folder(given: Path | None = None) -> Path:
    """The folder of development data: given, or AVOWED_DATA, or ../shared/data."""
    return given or Path(os.environ.get("AVOWED_DATA", "../shared/data"))


def rows(path: Path) -> Iterator[Row]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
