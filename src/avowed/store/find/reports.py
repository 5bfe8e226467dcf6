"""Asking a case for reports: their texts and readings, words in them, sources and grades."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from avowed.model.decisions import Verdict, in_force
from avowed.model.evidence import Reading, Report, Span
from avowed.model.findings import Source
from avowed.model.wire import FORMAT, from_wire, report_from_wire
from avowed.store.find.values import LINES_DECIDED, source_in
from avowed.store.rows import SOURCE, StoredReport
from avowed.store.store import Store
from avowed.store.write import decisions


def state(store: Store) -> tuple[int, ...]:
    """What changes whenever a report is added, read again or removed or a decision is made, and at no other time."""
    query = (
        "SELECT (SELECT count(*) FROM decisions), (SELECT count(*) FROM reports), "
        "(SELECT max(rowid) FROM reports), (SELECT max(rowid) FROM originals)"
    )
    return tuple(int(count or 0) for count in store.connection.execute(query).fetchone())


def report_texts(store: Store, reports: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
    """Identity and text of every report, or of some."""
    where = "" if reports is None else " WHERE id IN (SELECT value FROM json_each(?))"
    values = () if reports is None else (json.dumps(list(reports)),)
    for row in store.connection.execute(f"SELECT id, text FROM reports{where} ORDER BY id", values):
        yield row["id"], row["text"]


def reports(store: Store) -> tuple[StoredReport, ...]:
    """Every report without its text, oldest publication first."""
    rows = store.connection.execute(
        "SELECT r.id, r.head, r.added_at, coalesce(f.family, r.id) AS family, coalesce(g.skipped, '') AS skipped, "
        "(SELECT count(*) FROM assertions a WHERE a.reading = g.id) AS assertions FROM reports r "
        "LEFT JOIN readings g ON g.report = r.id AND g.current = 1 LEFT JOIN families f ON f.report = r.id "
        "ORDER BY r.published_first IS NULL, r.published_first, r.id"
    )
    return tuple(
        StoredReport(
            report=report_from_wire({**json.loads(row["head"]), "text": ""}),
            family=row["family"],
            assertions=row["assertions"],
            added_at=row["added_at"],
            skipped=row["skipped"],
        )
        for row in rows
    )


def report(store: Store, identity: str) -> Report | None:
    """A report with its text, by its id or the unique beginning of it."""
    rows = store.connection.execute(
        "SELECT head, text FROM reports WHERE id >= ? AND id < ? LIMIT 2", (identity, identity + "g")
    ).fetchall()
    if len(rows) != 1:
        return None
    return report_from_wire({**json.loads(rows[0]["head"]), "text": rows[0]["text"]})


def reading(store: Store, identity: str) -> Reading | None:
    """The current reading of a report."""
    row = store.connection.execute(
        "SELECT id, body FROM readings WHERE report = ? AND current = 1", (identity,)
    ).fetchone()
    found = report(store, identity)
    if row is None or found is None:
        return None
    bodies = store.connection.execute(
        f"SELECT body FROM assertions WHERE reading = ? AND NOT ({LINES_DECIDED}) ORDER BY id", (row["id"],)
    )
    wire: dict[str, Any] = {**json.loads(row["body"]), "format": FORMAT, "report": _wire_of(store, identity)}
    wire["assertions"] = [json.loads(item["body"]) for item in bodies]
    return from_wire(wire)


def search(store: Store, words: str, limit: int = 20) -> tuple[tuple[str, str, str], ...]:
    """Full text: report id, title and a snippet around the words, best first.

    Words are joined by AND; a phrase in double quotes is taken as a phrase.
    """
    return store.search(_terms(words), limit)


def grades(store: Store) -> dict[str, str]:
    """Publisher -> the Admiralty letter that a person gave it last."""
    return {d.left: d.right for d in in_force(decisions(store)) if d.verdict is Verdict.GRADE}


def sources(store: Store) -> dict[str, Source]:
    """Report id -> who published it and to which family of copies it belongs."""
    rows = store.connection.execute(f"SELECT {SOURCE} FROM reports r LEFT JOIN families f ON f.report = r.id")
    return {row["report"]: source_in(row) for row in rows}


def words_at(store: Store, report: str, span: Span) -> str:
    """The words of a report at a span."""
    row = store.connection.execute(
        "SELECT substr(text, ?, ?) AS words FROM reports WHERE id = ?", (span.start + 1, span.end - span.start, report)
    ).fetchone()
    return str(row["words"]) if row else ""


def counts(store: Store) -> dict[str, int]:
    """How much the case holds, by table."""
    tables = ("reports", "assertions", "ties", "occurrences", "actors", "incidents", "decisions", "proposals")
    return {
        table: store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # names above
        for table in tables
    }


def _terms(words: str) -> tuple[str, ...]:
    """Phrases, then single words; what holds no letter and no figure is left out."""
    pieces = words.split('"')
    phrases = [piece for index, piece in enumerate(pieces) if index % 2]
    single = [word for index, piece in enumerate(pieces) if not index % 2 for word in piece.split()]
    return tuple(term for term in (*phrases, *single) if any(char.isalnum() for char in term))


def _wire_of(store: Store, identity: str) -> dict[str, Any]:
    row = store.connection.execute("SELECT head, text FROM reports WHERE id = ?", (identity,)).fetchone()
    return {**json.loads(row["head"]), "text": row["text"]}
