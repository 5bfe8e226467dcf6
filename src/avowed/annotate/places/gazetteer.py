"""The gazetteer that ships: places by folded name, by binary search; read when first asked for, in under half a second."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from avowed.errors import ModelError
from avowed.model.names import fold

NORTH, EAST = 300, 180  # parts of a degree that positions are kept in
SIZE = 24  # parts of a power of ten that populations are kept in


class Rank(IntEnum):
    """What sort of place an entry is, as the file numbers them."""

    COUNTRY = 0
    UNIT = 1
    DISTRICT = 2
    TOWN = 3
    VILLAGE = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that a name may mean; `own` where it is the place's own name; `size` is the logarithm of its people."""

    index: int
    geonames: int | None
    latitude: float
    longitude: float
    rank: Rank
    country: str
    unit: str
    size: float
    own: bool = True


class Gazetteer:
    """Places by name; `arrays` are those of the file."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._arrays = arrays

    @cached_property
    def _names(self) -> Sequence[bytes]:
        return bytes(self._arrays["names"]).split(b"\n")

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        return np.concatenate(([0], np.cumsum(self._arrays["counts"].astype(np.int64))))

    @cached_property
    def _geonames(self) -> NDArray[np.int64]:
        return np.cumsum(self._arrays["geonames"].astype(np.int64))

    @cached_property
    def _countries(self) -> Sequence[str]:
        return bytes(self._arrays["countries"]).decode().split("\n")

    @cached_property
    def _units(self) -> Sequence[str]:
        return ["", *bytes(self._arrays["units"]).decode().split("\n")]

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._arrays["rank"])

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Every place so called, whatever the case, accents and hyphens of the name."""
        key = fold(name).encode()
        at = bisect_left(self._names, key)
        if not key or at == len(self._names) or self._names[at] != key:
            return ()
        return tuple(self._entries(int(self._starts[at]), int(self._starts[at + 1])))

    def country(self, code: str) -> tuple[Entry, ...]:
        """The country with this two-letter code; none where there is none."""
        return tuple(self._entry(index, True) for index in self._country_places.get(code, ()))

    @cached_property
    def _country_places(self) -> Mapping[str, Sequence[int]]:
        found = np.flatnonzero(self._arrays["rank"] == Rank.COUNTRY)
        return {self._countries[int(self._arrays["country"][index])]: (int(index),) for index in found}

    def _entries(self, first: int, last: int) -> Iterator[Entry]:
        for at in range(first, last):
            yield self._entry(int(self._arrays["places"][at]), bool(self._arrays["own"][at]))

    def _entry(self, index: int, own: bool) -> Entry:
        arrays = self._arrays
        return Entry(
            index=index,
            geonames=int(self._geonames[index]) or None,
            latitude=round(int(arrays["latitude"][index]) / NORTH, 4),
            longitude=round(int(arrays["longitude"][index]) / EAST, 4),
            rank=Rank(int(arrays["rank"][index])),
            country=self._countries[int(arrays["country"][index])],
            unit=self._units[int(arrays["unit"][index])],
            size=int(arrays["size"][index]) / SIZE,
            own=own,
        )


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships; ModelError when its file is damaged."""
    file = files("avowed") / "data" / "places" / "gazetteer.npz"
    try:
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as archive:
            return Gazetteer({name: archive[name] for name in archive.files})
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"reading the gazetteer: {file} is missing or damaged ({error}); restore it with "
            "`pip install --force-reinstall avowed`"
        ) from error
