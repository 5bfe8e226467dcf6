"""Writes the outlines that maps are drawn with: `python -m training.places.borders --data DIR`; equal data, equal bytes."""

import argparse
import json
import math
import os
from collections.abc import Iterator
from pathlib import Path

from training.places.outlines import Ring, decoded

OUT = Path(__file__).parents[2] / "src" / "avowed" / "data" / "places" / "outlines.txt"
OFF = 0.08  # degrees: how far a line may be moved; a pixel on a map ten degrees wide is 0.01
SMALLEST = 0.32  # degrees: islands and lakes that are smaller are left out


def rows(path: Path) -> Iterator[str]:
    """A row of whole hundredths of degrees for each coast or border: its first point, then steps."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    for arc in topology["arcs"]:
        line = _plainer(decoded(arc, topology["transform"]))
        if len(line) > 1:
            yield " ".join(map(str, _steps(line)))


def _plainer(line: Ring) -> Ring:
    """The line without what cannot be seen; nothing for a ring that is too small."""
    if line[0] != line[-1]:
        return _without_bends(line)
    if max(_width([east for east, _ in line]), _width([north for _, north in line])) < SMALLEST:
        return []
    half = len(line) // 2
    return _without_bends(line[: half + 1])[:-1] + _without_bends(line[half:])


def _width(degrees: list[float]) -> float:
    return max(degrees) - min(degrees)


def _without_bends(line: Ring) -> Ring:
    """Points that lie within `OFF` of the straight way between their neighbours are left out (Douglas and Peucker, 1973)."""
    if len(line) < 3:
        return line
    off, at = max((_distance(point, line[0], line[-1]), number) for number, point in enumerate(line[1:-1], 1))
    if off <= OFF:
        return [line[0], line[-1]]
    return _without_bends(line[: at + 1])[:-1] + _without_bends(line[at:])


def _distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = math.hypot(x1 - x0, y1 - y0)
    return abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length if length else math.hypot(x - x0, y - y0)


def _steps(line: Ring) -> Iterator[int]:
    east = north = 0
    for point in line:
        x, y = round(point[0] * 100), round(point[1] * 100)
        yield from (x - east, y - north)
        east, north = x, y


def main() -> None:
    """Write the outlines beside the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=os.environ.get("AVOWED_DATA"), help="folder of the development sets"
    )
    data = Path(parser.parse_args().data)
    OUT.write_text("".join(f"{row}\n" for row in rows(data / "kb/world_outline/countries-50m.json")), encoding="ascii")
    print(f"Wrote {OUT}.")


if __name__ == "__main__":
    main()
