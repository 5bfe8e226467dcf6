"""A part of a corpus as readings that a case can take: reports that name some actors, in some time."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from avowed.bulk.asking import with_parts
from avowed.bulk.database import Connection
from avowed.errors import UsageError
from avowed.model.evidence import Reading
from avowed.model.when import When
from avowed.model.wire import FORMAT, from_wire

_NAMING = (
    "SELECT DISTINCT document FROM occurrences JOIN membership USING (occurrence) WHERE list_contains(${0}, actor)"
)
_REPORTS = """
    SELECT document, head, text, body FROM reports WHERE document IN ({naming})
        AND ($first IS NULL OR published_last >= $first) AND ($last IS NULL OR published_first <= $last)
    ORDER BY published_first NULLS LAST, document LIMIT $most
"""
_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports: those that name any of the actors, or all of them together; in a time; at most so many, oldest first."""

    actors: tuple[str, ...]
    together: bool = False
    during: When | None = None
    most: int = 1_000_000


def readings(connection: Connection, wanted: Wanted) -> Iterator[tuple[Reading, bytes]]:
    """Each wanted reading with the bytes that a case keeps as its original."""
    found = connection.execute(*_query(connection, wanted)).fetchall()
    for at in range(0, len(found), _CHUNK):
        part = found[at : at + _CHUNK]
        bodies = _assertions(connection, [row[0] for row in part])
        for document, head, text, body in part:
            yield _taken(json.loads(head), text, json.loads(body), bodies.get(document, []))


def _query(connection: Connection, wanted: Wanted) -> tuple[str, dict[str, Any]]:
    if not wanted.actors:
        raise UsageError("Name at least one actor of the slice with --actor.")
    sides = {f"side{n}": list(with_parts(connection, name)) for n, name in enumerate(wanted.actors)}
    naming = f" {'INTERSECT' if wanted.together else 'UNION'} ".join(_NAMING.format(side) for side in sides)
    during = wanted.during
    bounds = {"first": during.first if during else None, "last": during.last if during else None, "most": wanted.most}
    return _REPORTS.format(naming=naming), {**sides, **bounds}


def _assertions(connection: Connection, documents: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    query = "SELECT document, body FROM assertions WHERE list_contains($these, document) ORDER BY document, number"
    found: dict[str, list[dict[str, Any]]] = {}
    for document, body in connection.execute(query, {"these": list(documents)}).fetchall():
        found.setdefault(document, []).append(json.loads(body))
    return found


def _taken(
    head: dict[str, Any], text: str, body: dict[str, Any], assertions: list[dict[str, Any]]
) -> tuple[Reading, bytes]:
    """The reading, and its report as a row of JSON lines: the case keeps that, since the corpus keeps no originals."""
    original = json.dumps({**_row(head), "text": text}, ensure_ascii=False, sort_keys=True).encode()
    read = from_wire({**body, "format": FORMAT, "report": {**head, "text": text}, "assertions": assertions})
    note = f"taken from a corpus, where its original had the SHA-256 {read.report.sha256}"
    report = replace(read.report, sha256=hashlib.sha256(original).hexdigest(), notes=(*read.report.notes, note))
    return replace(read, report=report), original


def _row(head: dict[str, Any]) -> dict[str, Any]:
    published = head["published"]["from"] if head.get("published") else None
    named = {"id": head["source"], "title": head["title"], "publisher": head["publisher"], "published": published}
    return {name: value for name, value in named.items() if value}
