"""Adding to a case: one report with all that was read in it is one transaction."""

from collections.abc import Iterable

from avowed.errors import Superseded
from avowed.model.decisions import Decision, Verdict, later_on_the_same
from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    IncidentContent,
    Reading,
    Report,
    TieContent,
)
from avowed.model.keys import assertion_keys, occurrence_key
from avowed.model.when import UNKNOWN_TIME
from avowed.model.wire import assertion_to_wire, compact, report_to_wire, to_wire
from avowed.store.rows import SOURCE, AddedReport, Removed
from avowed.store.sql import Sql, number_of
from avowed.store.store import Store

_SOURCE = f"""
    INSERT INTO sources SELECT g.id, {SOURCE}
    FROM readings g JOIN reports r ON r.id = g.report LEFT JOIN families f ON f.report = r.id WHERE g.id = ?
"""


def add_reading(store: Store, reading: Reading, at: str, source: str = "") -> AddedReport:
    """Store a report and what this reader drew from it; a reading that is there already changes nothing.

    `source` is the name under which the original was given, where it differs from the report's own.
    """
    with store.transaction() as sql:
        new = _insert_report(sql, reading.report, at)
        if new:
            store.index(reading.report.id)
        _note(sql, reading.report.sha256, source or reading.report.source, reading.report.id, at)
        row = sql.execute(
            "SELECT id FROM readings WHERE report = ? AND reader = ?", (reading.report.id, reading.reader)
        ).fetchone()
        if row is not None:
            return AddedReport(reading.report.id, new, 0)
        number = _insert_reading(sql, reading)
        occurrences = _insert_occurrences(sql, reading)
        _insert_assertions(sql, reading, number, occurrences)
    return AddedReport(reading.report.id, new, len(reading.assertions))


def note_original(store: Store, sha256: str, source: str, outcome: str, at: str) -> None:
    """Record that an original was seen, with what became of it, so that a re-run skips it."""
    with store.transaction() as sql:
        _note(sql, sha256, source, outcome, at)


def _note(sql: Sql, sha256: str, source: str, outcome: str, at: str) -> None:
    """The row is made anew, so that it is the latest of its table: `find.state` goes by that."""
    sql.execute("DELETE FROM originals WHERE sha256 = ? AND source = ?", (sha256, source))
    sql.execute("INSERT INTO originals VALUES (?, ?, ?, ?)", (sha256, source, outcome, at))


def decide(store: Store, decision: Decision, seen: int | None = None) -> int:
    """Append a decision to the log, waiting for the disk; gives its number.

    `seen` is the number of the latest decision that the person knew of; Superseded where a later one is on the same thing.
    """
    row = (decision.verdict, decision.left, decision.right, decision.who, decision.at, decision.why, decision.version)
    with store.transaction(durable=True) as sql:
        if seen is not None:
            _refuse_superseded(decision, decisions(store), seen)
        return number_of(
            sql.execute(
                "INSERT INTO decisions (verdict, left_key, right_key, who, at, why, version) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number",
                tuple(map(str, row)),
            )
        )


def _refuse_superseded(decision: Decision, log: tuple[Decision, ...], seen: int) -> None:
    later = later_on_the_same(decision, log, seen)
    if later:
        raise Superseded(
            f"{later.who} decided on this meanwhile: {later.verdict}, as number {later.number} at {later.at}. Look at it "
            "again, then decide."
        )


def decisions(store: Store) -> tuple[Decision, ...]:
    """The whole log, in order."""
    rows = store.connection.execute("SELECT * FROM decisions ORDER BY number")
    return tuple(
        Decision(
            number=row["number"],
            verdict=Verdict(row["verdict"]),
            left=row["left_key"],
            right=row["right_key"],
            who=row["who"],
            at=row["at"],
            why=row["why"],
            version=row["version"],
        )
        for row in rows
    )


def remove_report(store: Store, report: str) -> Removed:
    """Remove a report and everything that came from it; the caller rebuilds what is derived."""
    with store.transaction(durable=True) as sql:
        row = sql.execute("SELECT sha256 FROM reports WHERE id = ?", (report,)).fetchone()
        count = sql.execute(
            "SELECT count(*) FROM assertions JOIN readings ON readings.id = reading WHERE report = ?", (report,)
        ).fetchone()[0]
        store.unindex(report)
        sql.execute(
            "DELETE FROM membership WHERE occurrence IN (SELECT id FROM occurrences WHERE report = ?)", (report,)
        )
        for table in ("prints", "runs"):
            sql.execute(f"DELETE FROM {table} WHERE report = ?", (report,))
        sql.execute("DELETE FROM reports WHERE id = ?", (report,))
        shared = sql.execute("SELECT 1 FROM reports WHERE sha256 = ?", (row["sha256"],)).fetchone()
        if not shared:
            sql.execute("DELETE FROM originals WHERE sha256 = ?", (row["sha256"],))
    return Removed(report, count, "" if shared else row["sha256"])


def _insert_report(sql: Sql, report: Report, at: str) -> bool:
    head = report_to_wire(report)
    head.pop("text")
    when = report.published.when if report.published else UNKNOWN_TIME
    cursor = sql.execute(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            report.id,
            report.source,
            report.title,
            report.publisher,
            report.language,
            when.first and when.first.isoformat(),
            when.last and when.last.isoformat(),
            str(when.precision),
            report.sha256,
            at,
            compact(head),
            report.text,
        ),
    )
    return cursor.rowcount > 0


def _insert_reading(sql: Sql, reading: Reading) -> int:
    body = to_wire(reading)
    for part in ("report", "assertions"):
        body.pop(part)
    sql.execute("UPDATE readings SET current = 0 WHERE report = ?", (reading.report.id,))
    sql.execute(
        "DELETE FROM ties WHERE assertion IN (SELECT assertions.id FROM assertions JOIN readings "
        "ON readings.id = reading WHERE report = ?)",
        (reading.report.id,),
    )
    number = number_of(
        sql.execute(
            "INSERT INTO readings (report, reader, current, skipped, body) VALUES (?, ?, 1, ?, ?) RETURNING id",
            (reading.report.id, reading.reader, reading.skipped, compact(body)),
        )
    )
    sql.execute("DELETE FROM sources WHERE reading IN (SELECT id FROM readings WHERE report = ?)", (reading.report.id,))
    sql.execute(_SOURCE, (number,))
    return number


def occurrence_keys(reading: Reading) -> dict[str, str]:
    """Local actor id -> key of its occurrence; a second actor of the same folded name gets a number behind."""
    taken: set[str] = set()
    keys: dict[str, str] = {}
    for actor in reading.actors:
        key = base = occurrence_key(reading.report.id, actor.name)
        number = 1
        while key in taken:
            number += 1
            key = f"{base}#{number}"
        taken.add(key)
        keys[actor.id] = key
    return keys


def _insert_occurrences(sql: Sql, reading: Reading) -> dict[str, int]:
    """Local actor id -> row of its occurrence."""
    keys = occurrence_keys(reading)
    rows: dict[str, int] = {}
    for actor in reading.actors:
        key = keys[actor.id]
        found = sql.execute(
            "INSERT INTO occurrences (key, report, name, kind, known_as, aliases) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
            "known_as = excluded.known_as, aliases = excluded.aliases RETURNING id",
            (key, reading.report.id, actor.name, str(actor.kind), actor.known_as, compact(list(actor.aliases))),
        )
        rows[actor.id] = number_of(found)
    return rows


def _insert_assertions(sql: Sql, reading: Reading, number: int, occurrences: dict[str, int]) -> None:
    actor_of = {mention.id: mention.actor for mention in reading.mentions if mention.actor}
    rows = {mention: occurrences[actor] for mention, actor in actor_of.items() if actor in occurrences}
    for assertion, key in zip(reading.assertions, assertion_keys(reading), strict=True):
        insert_line(sql, reading, number, assertion, key, rows)


def insert_line(sql: Sql, reading: Reading, number: int, assertion: Assertion, key: str, rows: dict[str, int]) -> None:
    """Write one assertion with its tie and its parties; `rows` leads from mentions to occurrences."""
    identity = _insert_assertion(sql, reading, number, assertion, key)
    if isinstance(assertion.content, TieContent):
        _insert_tie(sql, identity, assertion, assertion.content, rows)
    parts = {(identity, part, rows[mention]) for part, mention in _parties(assertion) if mention in rows}
    sql.executemany("INSERT INTO parties VALUES (?, ?, ?)", sorted(parts))


def _insert_assertion(sql: Sql, reading: Reading, number: int, assertion: Assertion, key: str) -> int:
    text, quote = reading.report.text, reading.report.cut(assertion.quote.start, assertion.quote.end)
    found = sql.execute(
        "INSERT INTO assertions (key, reading, kind, quote, quote_start, quote_end, hedges, score, valid_first, "
        "valid_last, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            key,
            number,
            str(assertion.kind),
            quote.text,
            quote.span.start,
            quote.span.end,
            compact([hedge.of(text) for hedge in assertion.hedges]),
            assertion.score,
            assertion.valid.first and assertion.valid.first.isoformat(),
            assertion.valid.last and assertion.valid.last.isoformat(),
            compact(assertion_to_wire(assertion)),
        ),
    )
    return number_of(found)


def _insert_tie(sql: Sql, identity: int, assertion: Assertion, tie: TieContent, rows: dict[str, int]) -> None:
    if tie.subject not in rows or tie.object not in rows:
        return
    speaker = assertion.attribution[-1].mention if assertion.attribution else None
    sql.execute(
        "INSERT INTO ties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            identity,
            rows[tie.subject],
            rows[tie.object],
            rows.get(speaker or ""),
            str(tie.dimension),
            tie.sign,
            int(assertion.negated),
            str(assertion.voice),
            str(assertion.factuality),
            str(assertion.mode),
        ),
    )


def _parties(assertion: Assertion) -> Iterable[tuple[str, str]]:
    """Every mention with a part in the assertion, and which part."""
    content = assertion.content
    match content:
        case TieContent():
            yield from (("subject", content.subject), ("object", content.object))
        case IncidentContent():
            yield from ((str(part.role), part.mention) for part in content.participants)
        case AttributeContent():
            yield "subject", content.subject
        case _:
            yield from (("about", mention) for mention in content.about)
            if content.subject:
                yield "subject", content.subject
    for speaker in assertion.attribution:
        if speaker.mention:
            yield "speaker", speaker.mention


def outcome_of(store: Store, sha256: str, source: str) -> str | None:
    """What became of an original that was given under this name before: its report's id, or why it was skipped."""
    row = store.connection.execute(
        "SELECT outcome FROM originals WHERE sha256 = ? AND source = ?", (sha256, source)
    ).fetchone()
    return None if row is None else str(row["outcome"])


def has_reading(store: Store, report: str, reader: str) -> bool:
    """True when this report was read by this version of the reader."""
    query = "SELECT 1 FROM readings WHERE report = ? AND reader = ?"
    return store.connection.execute(query, (report, reader)).fetchone() is not None
