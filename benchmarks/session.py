"""What a runner is given: where the sets are, how much of them to take, and the reader; nothing is read twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from benchmarks.readings import Reading
from benchmarks.scoring.bootstrap import Estimate, Figure, estimate

QUICK_STEP = 10
OURS = "avowed"
Row = dict[str, str]
Reader = Callable[[Iterable[Row]], Iterator[Reading]]
Item = TypeVar("Item")


class NoReader(Exception):
    """The reader, or the part of it that a benchmark needs, is not there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of one system on one part of a set; one that depends on the machine is not pinned by a floor."""

    system: str
    part: str
    metric: str
    estimate: Estimate
    lower_is_better: bool = False
    pinned: bool = True


def cost(metric: str, value: float, count: int) -> Line:
    """What something cost on this machine, over so many documents: the less the better, and no floor."""
    return Line(OURS, "", metric, Estimate(value, value, value, count), lower_is_better=True, pinned=False)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the benchmarks."""

    data: Path
    quick: bool
    reader: Reader
    note: Callable[[str], None]
    seen: dict[tuple[str, str], Reading] = field(default_factory=dict)

    def some(self, items: Sequence[Item]) -> Sequence[Item]:
        """All items, or every tenth of them in a quick run."""
        return items[::QUICK_STEP] if self.quick else items

    def read(self, rows: Iterable[Row]) -> list[Reading]:
        """The readings of these rows in order; NoReader where the reader is not there."""
        wanted = list(rows)
        new = [row for row in wanted if (row["id"], row["text"]) not in self.seen]
        for row, reading in zip(new, self.reader(new), strict=True):
            self.seen[(row["id"], row["text"])] = reading if "report" in reading else _empty(row)
        return [self.seen[(row["id"], row["text"])] for row in wanted]

    def ahead(self, texts: Iterable[tuple[str, str]]) -> None:
        """Read these (id, text) together, so that asking for each costs nothing: the reader is loaded once a call."""
        self.read([{"id": id_, "text": text} for id_, text in texts])

    def reading(self, id_: str, text: str) -> Reading:
        """The reading of one text as it stands."""
        return self.read([{"id": id_, "text": text}])[0]


def _empty(row: Row) -> Reading:
    """The reading of a text that the reader refused: nothing, which the scorers count as misses."""
    return {"report": {"id": row["id"], "text": row["text"]}, "mentions": [], "assertions": []}


def line(system: str, part: str, metric: str, rows: Sequence[Sequence[float]], figure: Figure, **more: bool) -> Line:
    """The line of one figure from its rows, one a document."""
    return Line(system, part, metric, estimate(rows, figure), **more)


def installed_reader(rows: Iterable[Row]) -> Iterator[Reading]:
    """The readings of the installed reader."""
    try:
        from avowed import read_texts  # noqa: PLC0415  # the sets can be scored without a reader
    except ImportError as error:
        raise NoReader(f"the reader cannot be imported: {error}") from error
    yield from read_texts(rows)


def no_baselines(_: Session) -> list[Line]:
    """There is nothing like it to set beside."""
    return []
