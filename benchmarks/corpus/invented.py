"""A corpus of invented reports that no model read: what resolving and asking cost, apart from reading."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from avowed.bulk import tables
from avowed.bulk.kept import Corpus, Counts, writing
from avowed.bulk.parquet import table_of, written
from avowed.bulk.rows import no_rows, rows_of
from avowed.model.evidence import Reading
from benchmarks.crowd.reports import readings

_SHARD = 250


def make(folder: Path, reports: int) -> Corpus:
    """A corpus of so many reports with 20 assertions each, not yet resolved."""
    with writing(folder) as corpus:
        shards = [_keep(corpus, number, held) for number, held in enumerate(_shards(readings(reports)))]
        corpus.finish(shards, Counts(given=reports, read=reports))
    return corpus


def _shards(given: Iterable[Reading]) -> Iterator[list[Reading]]:
    source = iter(given)
    while held := list(islice(source, _SHARD)):
        yield held


def _keep(corpus: Corpus, number: int, held: list[Reading]) -> str:
    key, rows = f"{number:016d}", no_rows()
    for at, reading in enumerate(held):
        for table, more in rows_of(reading, f"{key}-{at:03d}").items():
            rows[table] += more
    files = {table.name: written(table_of(table, rows[table.name])) for table in tables.READ}
    corpus.keep(key, files, Counts(given=len(held), read=len(held)))
    return key
