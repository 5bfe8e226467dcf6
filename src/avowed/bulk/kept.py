"""A corpus on disk: one file a shard and table, put in place whole; a shard counts once its mark is there.

corpus.json              which shards the corpus has, in order, and what became of its documents
reports/<shard>.parquet  and so on for every table that is read
marks/<shard>.json       written last: this shard is done
resolved/<table>.parquet who is who over all shards, and resolved/of.json: over which
"""

import fcntl
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from avowed.bulk import tables
from avowed.errors import CannotWrite, CorpusError, NoCorpus
from avowed.files import write_whole

INDEX = "corpus.json"
MARKS = "marks"
RESOLVED = "resolved"
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of documents; read + skipped = given."""

    given: int = 0
    read: int = 0
    skipped: int = 0
    words: int = 0
    assertions: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(*(one + more for one, more in zip(asdict(self).values(), asdict(other).values(), strict=True)))


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder that holds a corpus, or will."""

    folder: Path

    def done(self, shard: str) -> Counts | None:
        """What became of a shard's documents; None where it is not there whole."""
        try:
            mark = json.loads((self.folder / MARKS / f"{shard}.json").read_text(encoding="utf-8"))
            sizes = {name: self.file(name, shard).stat().st_size for name in mark["sizes"]}
            return Counts(**mark["counts"]) if sizes == mark["sizes"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, shard: str, held: Mapping[str, bytes], counts: Counts) -> None:
        """Put the files of a shard in place, and its mark last."""
        for name, content in held.items():
            write_whole(self.file(name, shard), content)
        mark = {"counts": asdict(counts), "sizes": {name: len(content) for name, content in held.items()}}
        write_whole(self.folder / MARKS / f"{shard}.json", _json(mark))

    def finish(self, shards: Sequence[str], counts: Counts) -> None:
        """Say which shards the corpus has, then remove those of earlier runs that it has no more."""
        index = {"format": tables.FORMAT, "counts": asdict(counts), "shards": list(shards)}
        write_whole(self.folder / INDEX, _json(index))
        kept = set(shards)
        for file in self._files():
            if file.name.partition(".")[0] not in kept or file.suffix == ".part":
                file.unlink(missing_ok=True)

    def index(self) -> tuple[tuple[str, ...], Counts]:
        """The shards of a corpus that was read to its end, and what became of its documents."""
        try:
            index = json.loads((self.folder / INDEX).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise NoCorpus(
                f"There is no corpus in {self.folder}, or it was not read to its end. Read it with: "
                f"avowed bulk read DOCUMENTS {self.folder}"
            ) from None
        except (OSError, ValueError) as fault:
            raise CorpusError(f"{self.folder / INDEX} cannot be read ({fault}). Read the corpus again.") from fault
        if index.get("format") != tables.FORMAT:
            raise CorpusError(
                f"The corpus in {self.folder} has the format {index.get('format')!r}, and this version of Avowed reads "
                f"{tables.FORMAT}. Read its documents again into another folder."
            )
        return tuple(index["shards"]), Counts(**index["counts"])

    def file(self, table: str, shard: str) -> Path:
        """Where the rows of one table of one shard lie."""
        return self.folder / table / f"{shard}.parquet"

    def resolved(self, table: str) -> Path:
        """Where a table of the whole corpus lies."""
        return self.folder / RESOLVED / f"{table}.parquet"

    def is_resolved(self) -> bool:
        """Whether the tables of the whole corpus are of the shards that it has."""
        try:
            return (self.folder / RESOLVED / "of.json").read_bytes() == self._of()
        except OSError:
            return False

    def unmark_resolved(self) -> None:
        """Say that the tables of the whole corpus are being written."""
        (self.folder / RESOLVED / "of.json").unlink(missing_ok=True)

    def mark_resolved(self) -> None:
        """Say that the tables of the whole corpus are of the shards that it has."""
        write_whole(self.folder / RESOLVED / "of.json", self._of())

    def _of(self) -> bytes:
        shards, _ = self.index()
        return _json({"shards": hashlib.sha256("\n".join(shards).encode()).hexdigest()})

    def _files(self) -> Iterator[Path]:
        for name in (*(table.name for table in tables.READ), MARKS):
            yield from (self.folder / name).glob("*")
            yield from (self.folder / name).glob(".*.part")


@contextmanager
def writing(folder: Path) -> Iterator[Corpus]:
    """The corpus in a folder, for one writer at a time; a folder that holds something else is refused."""
    strange = _strangers(folder)
    if strange:
        raise CorpusError(
            f"{folder} holds {strange[0]!r}, which is no part of a corpus. Choose an empty folder, or one that does not "
            "exist yet."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("w")
    except OSError as fault:
        raise CannotWrite(f"{folder} cannot be written to ({fault.strerror}). Choose another folder.") from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise CorpusError(
                f"Another run is reading into {folder}. Wait until it is done, or choose another folder."
            ) from fault
        yield Corpus(folder)


def _strangers(folder: Path) -> list[str]:
    own = {INDEX, MARKS, RESOLVED, _LOCK, *(table.name for table in tables.READ)}
    with suppress(FileNotFoundError, NotADirectoryError):
        names = (entry.name for entry in folder.iterdir())
        return sorted(name for name in names if name not in own and not name.endswith(".part"))
    return []


def total(counts: Iterable[Counts]) -> Counts:
    """Counts added up."""
    return sum(counts, start=Counts())


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()
