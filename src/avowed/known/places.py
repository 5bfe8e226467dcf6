"""Places that a user brings as a table: where a name lies, for names that the package's own table lacks or means otherwise."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from math import isfinite
from typing import Any

from avowed.errors import UsageError
from avowed.model.names import fold
from avowed.model.vocabulary import PlacePrecision
from avowed.model.world import Place

_NEEDED = frozenset({"name", "latitude", "longitude"})
_HELP = (
    "A table of places is a CSV with the columns name, latitude, longitude (degrees, as 12.5 or -3.25) and, if you like, "
    f"aliases (several are parted by semicolons), country, admin1 and precision ({', '.join(PlacePrecision)})."
)


def is_table(content: bytes) -> bool:
    """True for a table with a column for each of name, latitude and longitude."""
    head = content.decode("utf-8-sig", "replace").split("\n", 1)[0]
    return {column.strip() for column in next(csv.reader([head]), ())} >= _NEEDED


def parse(file: str, content: bytes) -> tuple[Place, ...]:
    """The places in a table, each under every name of its own; UsageError, saying which line, where one is nowhere."""
    reader = csv.DictReader(StringIO(content.decode("utf-8-sig", "replace"), newline=""), skipinitialspace=True)
    found = tuple(place for number, row in enumerate(reader, 2) for place in _of_row(row, file, number))
    if not found:
        raise UsageError(f"{file} holds no place. {_HELP}")
    return found


def by_name(places: Iterable[Place]) -> dict[str, Place]:
    """Folded name -> the place; a name that is given two points tells nothing and is left out."""
    found: dict[str, list[Place]] = {}
    for one in places:
        found.setdefault(fold(one.name), []).append(one)
    return {name: held[0] for name, held in found.items() if len({(one.latitude, one.longitude) for one in held}) == 1}


def _of_row(row: Mapping[str, Any], file: str, number: int) -> Iterator[Place]:
    cells = {(column or "").strip(): (value or "").strip() for column, value in row.items() if isinstance(value, str)}
    if not cells.get("name"):
        return
    where = f"{file}, line {number}"
    precision = cells.get("precision") or str(PlacePrecision.EXACT)
    if precision not in set(PlacePrecision):
        raise UsageError(f"{where}: {precision!r} is no precision. {_HELP}")
    ends = _degrees(cells["latitude"], 90, where), _degrees(cells["longitude"], 180, where)
    for name in (cells["name"], *(one.strip() for one in cells.get("aliases", "").split(";"))):
        if name:
            country, admin1 = cells.get("country") or None, cells.get("admin1") or None
            yield Place(name, country, admin1, *ends, PlacePrecision(precision))


def _degrees(text: str, most: int, where: str) -> float:
    try:
        found = float(text)
    except ValueError:
        raise UsageError(f"{where}: {text!r} is no number of degrees. {_HELP}") from None
    if not isfinite(found) or abs(found) > most:
        raise UsageError(f"{where}: {text} lies beyond {most} degrees. {_HELP}")
    return found
