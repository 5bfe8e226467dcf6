"""RESULTS.md from stored results and the table of published figures; nothing on it is typed by hand."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.cost import on_paper
from benchmarks.session import OURS, Line
from benchmarks.store import HERE, Result

PUBLISHED = HERE / "published.toml"
PAGE = HERE / "RESULTS.md"
INTRODUCTION = """# Results

Written by `python -m benchmarks results` from `benchmarks/results/`. The interval is the 95 % interval of a bootstrap
over documents (2,000 draws, fixed seed); n counts documents. Every figure is on development data; published figures
are on the sets' test parts and may differ from ours by some points by chance alone. A dash: not stated.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that others published, with its source."""

    benchmark: str
    metric: str
    system: str
    value: float
    source: str
    part: str = ""


def published(path: Path = PUBLISHED) -> list[Published]:
    """The published figures."""
    return [Published(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["figure"]]


def page(results: Iterable[Result], known: Sequence[Published]) -> str:
    """The whole page."""
    held = {one.benchmark: one for one in results}
    return "\n".join([INTRODUCTION, *(_section(one, known) for one in held.values()), *on_paper(held)])


def _section(result: Result, known: Sequence[Published]) -> str:
    theirs = [one for one in known if one.benchmark == result.benchmark]
    rows = [row for key in _keys(result) for row in (*_rows(result, key), *_published(theirs, key))]
    head = f"## {result.title}\n\n`{result.benchmark}`, {_provenance(result)}.\n"
    table = ["| metric | part | system | figure | 95 % interval | n | source |", "|---|---|---|---|---|---|---|", *rows]
    return "\n".join([head, *table, ""])


def _provenance(result: Result) -> str:
    said = [f"run on {result.date}" if result.date else "run on a day not given", f"reader {result.reader or 'none'}"]
    said += ["a tenth of the set only"] if result.quick else []
    return ", ".join([*said, *([result.missing] if result.missing else [])])


def _keys(result: Result) -> list[tuple[str, str]]:
    return list(dict.fromkeys((line.metric, line.part) for line in result.lines))


def _rows(result: Result, key: tuple[str, str]) -> Iterator[str]:
    lines = (line for line in result.lines if (line.metric, line.part) == key)
    for line in sorted(lines, key=lambda one: one.system != OURS):
        yield f"| {line.metric} | {line.part} | {_name(line)} | {_figures(line)} | this run |"


def _name(line: Line) -> str:
    return f"**{line.system}**" if line.system == OURS else line.system


def _figures(line: Line) -> str:
    found = line.estimate
    return f"{_number(found.value)} | {_number(found.low)} to {_number(found.high)} | {found.documents:,}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3f}"


def _published(theirs: Iterable[Published], key: tuple[str, str]) -> Iterator[str]:
    for one in theirs:
        if one.metric == key[0] and one.part in ("", key[1]):
            yield f"| {one.metric} | published | {one.system} | {_number(one.value)} | - | - | {one.source} |"
