"""Packs the gazetteer that ships: `python -m training.places.build --data DIR`; equal data, equal bytes."""

import argparse
import os
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from math import log10
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from avowed.model.names import fold
from training.places.sources import Raw, countries, districts, towns, units, villages

OUT = Path(__file__).parents[2] / "src" / "avowed" / "data" / "places" / "gazetteer.npz"
# Where reports on armed conflict come from: there, places of every size ship.
CLOSE = frozenset(
    {
        *("AF", "PK", "SY", "IQ", "YE", "SO", "NG", "ML", "NE", "BF", "TD", "CM", "SD", "SS", "ET"),
        *("LY", "PS", "LB", "IL", "IR", "KE", "MZ", "CD", "CF", "UA", "MM", "CO", "PE", "SV", "MX"),
    }
)
LEAST_PEOPLE = 1000
LEAST_FOR_OTHER_NAMES = 5000
RANKS = ("country", "unit", "district", "town", "village")


def chosen(root: Path) -> list[Raw]:
    """What ships, in the order of GeoNames ids; those without one come last, by name and place."""
    all_towns = list(towns(root))
    kept = [town for town in all_towns if town.population >= LEAST_PEOPLE or town.country in CLOSE]
    places = [*kept, *countries(root), *_units(root, all_towns), *districts(root), *villages(root)]
    return sorted(places, key=lambda one: (one.geonames or 2**40, one.name, one.latitude, one.longitude))


def _units(root: Path, all_towns: Iterable[Raw]) -> Iterator[Raw]:
    """First-level units, each half way between its outermost towns."""
    within: dict[tuple[str, str], list[Raw]] = defaultdict(list)
    for town in all_towns:
        within[town.country, town.unit].append(town)
    for geonames, name, country, code, others in units(root):
        inner = within.get((country, code))
        if inner:
            middle = (_middle([town.latitude for town in inner]), _middle([town.longitude for town in inner]))
            people = sum(town.population for town in inner)
            yield Raw(geonames, name, *middle, country, code, people, "unit", others)


def _middle(degrees: list[float]) -> float:
    """Half way between the outermost towns: nearer to the middle of the land than the mean of the towns is."""
    return (min(degrees) + max(degrees)) / 2


def named(place: Raw) -> dict[str, bool]:
    """Folded name -> whether it is the place's own; other names only of places that are looked for by them."""
    found = {fold(place.name): True}
    if place.rank != "town" or place.population >= LEAST_FOR_OTHER_NAMES or place.country in CLOSE:
        for other in place.others:
            found.setdefault(fold(other), False)
    return {name: own for name, own in found.items() if name}


def packed(places: list[Raw], unit_names: Mapping[str, str]) -> dict[str, NDArray[np.generic]]:
    """The arrays of the file; `unit_names` are by country and code: `AF.18`."""
    by_name: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for index, place in enumerate(places):
        for name, own in named(place).items():
            by_name[name].append((index, own))
    names = sorted(by_name, key=lambda name: name.encode())
    entries = [entry for name in names for entry in by_name[name]]
    codes = sorted({place.country for place in places})
    labels = sorted({f"{place.country}.{place.unit}" for place in places if place.unit})
    return {
        "names": _text(names),
        "counts": np.array([len(by_name[name]) for name in names], dtype=np.uint16),
        "places": np.array([index for index, _ in entries], dtype=np.uint32),
        "own": np.array([own for _, own in entries], dtype=bool),
        "geonames": np.diff(np.array([place.geonames for place in places], dtype=np.int64), prepend=0).astype(np.int32),
        "latitude": np.array([round(place.latitude * 300) for place in places], dtype=np.int16),
        "longitude": np.array([round(((place.longitude + 180) % 360 - 180) * 180) for place in places], dtype=np.int16),
        "size": np.array([min(255, round(24 * log10(place.population + 1))) for place in places], dtype=np.uint8),
        "rank": np.array([RANKS.index(place.rank) for place in places], dtype=np.uint8),
        "country": np.array([codes.index(place.country) for place in places], dtype=np.uint8),
        "unit": np.array([labels.index(f"{p.country}.{p.unit}") + 1 if p.unit else 0 for p in places], dtype=np.uint16),
        "countries": _text(codes),
        "units": _text([unit_names.get(label, label.partition(".")[2]) for label in labels]),
    }


def _text(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def write(arrays: dict[str, NDArray[np.generic]], path: Path) -> None:
    """A compressed .npz whose bytes depend on the arrays alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED, 9
            )


def main() -> None:
    """Build the file from the folder of open data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("AVOWED_DATA", "../shared/data")))
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    places = chosen(given.data)
    arrays = packed(places, {f"{country}.{code}": name for _, name, country, code, _ in units(given.data)})
    write(arrays, given.out)
    print(f"{len(places)} places under {len(arrays['counts'])} names: {given.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
