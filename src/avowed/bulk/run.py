"""Reading a corpus: shards that are there already are passed over, the others are read, then all is resolved."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from avowed.bulk import tables
from avowed.bulk.given import LIMITS, Document, documents
from avowed.bulk.kept import Corpus, Counts, total, writing
from avowed.bulk.parquet import written
from avowed.bulk.reading import Piece, Tables
from avowed.bulk.resolving import resolve
from avowed.bulk.shards import Shard, cut
from avowed.bulk.workers import Engine, Place, together
from avowed.errors import CorpusError
from avowed.model.when import When
from avowed.read import ReadOptions

PIECE = 16  # documents that one worker takes at once

Tell = Callable[[Counts], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did: the whole corpus, and how much of it was there already."""

    corpus: Counts
    already: Counts


@dataclass(slots=True)
class _UnderWay:
    """A shard of which some pieces are read."""

    shard: Shard
    missing: set[int]
    read: dict[int, Tables] = field(default_factory=dict)


def read_corpus(  # the question has as many parts
    given: Path, folder: Path, engine: Engine, today: date, published: When | None = None, tell: Tell = lambda _: None
) -> Done:
    """Read all documents below a path into the corpus in a folder; what is there is skipped, so a run can be run again."""
    options = ReadOptions(today, published, LIMITS)
    with writing(folder) as corpus:
        run = _Run(corpus, options, tell)
        for place, read in engine(run.pieces(documents(given))):
            run.take(place, read)
        if not run.counts:
            raise CorpusError(f"{given} holds no document. Check that it is the right file or folder.")
        done = Done(total(run.counts.values()), total(run.already))
        corpus.finish(tuple(run.counts), done.corpus)
        resolve(corpus)
    return done


@dataclass(slots=True)
class _Run:
    """What one run keeps track of: the shards under way, and what became of all others, in order."""

    corpus: Corpus
    options: ReadOptions
    tell: Tell
    under_way: dict[int, _UnderWay] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    already: list[Counts] = field(default_factory=list)

    def pieces(self, given: Iterable[Document]) -> Iterator[tuple[Place, Piece]]:
        """The pieces of every shard that is not there yet."""
        published = str(self.options.published or "")
        for number, shard in enumerate(cut(given, published)):
            done = self.corpus.done(shard.key)
            self.counts[shard.key] = done or Counts()
            if done is None:
                yield from self._begin(number, shard)
            else:
                self.already.append(done)
                self.tell(done)

    def take(self, place: Place, read: Tables) -> None:
        """Keep one piece, and write its shard when that is whole."""
        number, at = place
        held = self.under_way[number]
        held.read[at] = read
        held.missing.discard(at)
        self.tell(_counts(read))
        if not held.missing:
            self._write(self.under_way.pop(number))

    def _begin(self, number: int, shard: Shard) -> Iterator[tuple[Place, Piece]]:
        starts = range(0, len(shard.documents), PIECE)
        self.under_way[number] = _UnderWay(shard, set(starts))
        names = shard.names()
        for at in starts:
            yield (number, at), Piece(shard.documents[at : at + PIECE], names[at : at + PIECE], self.options)

    def _write(self, held: _UnderWay) -> None:
        whole = together([held.read[at] for at in sorted(held.read)])
        counts = _counts(whole)
        self.corpus.keep(held.shard.key, {name: written(table) for name, table in whole.items()}, counts)
        self.counts[held.shard.key] = counts


def _counts(read: Tables) -> Counts:
    reports, skipped = read[tables.REPORTS.name], read[tables.SKIPPED.name]
    return Counts(
        given=reports.num_rows + skipped.num_rows,
        read=reports.num_rows,
        skipped=skipped.num_rows,
        words=sum(reports["words"].to_pylist()),
        assertions=read[tables.ASSERTIONS.name].num_rows,
    )
