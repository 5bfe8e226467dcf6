"""Documents cut into shards by what they hold: one more document changes its own shard and leaves the others."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from avowed.annotate.version import VERSION
from avowed.bulk.given import Document
from avowed.bulk.tables import FORMAT
from avowed.read import Original

_FEWEST = 64
_MOST = 320
_ONE_IN = 128  # so many documents end a shard by their own hash; about 190 documents a shard
_MOST_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that are read and written together; the key is the hash of all that decides what comes of them."""

    key: str
    documents: tuple[Document, ...]

    def names(self) -> tuple[str, ...]:
        """What each document is called in the tables."""
        return tuple(f"{self.key[:16]}-{number:03d}" for number in range(len(self.documents)))


def cut(documents: Iterable[Document], published: str = "") -> Iterator[Shard]:
    """Shards in order; equal documents are cut equally, wherever the run began and whatever stands before them."""
    held: list[Document] = []
    size = 0
    for one in documents:
        held.append(one)
        size += len(one.content) if isinstance(one, Original) else 0
        if len(held) >= _MOST or size >= _MOST_BYTES or (len(held) >= _FEWEST and _ends(one)):
            yield _shard(held, published)
            held, size = [], 0
    if held:
        yield _shard(held, published)


def _ends(document: Document) -> bool:
    return int(_print(document)[:8], 16) % _ONE_IN == 0


def _shard(held: Sequence[Document], published: str) -> Shard:
    parts = [FORMAT, VERSION, published, *map(_print, held)]
    return Shard(hashlib.sha256("\n".join(parts).encode()).hexdigest(), tuple(held))


def _print(document: Document) -> str:
    what = document.sha256 if isinstance(document, Original) else document.reason
    return hashlib.sha256(f"{document.source}\n{what}".encode("utf-8", "replace")).hexdigest()
