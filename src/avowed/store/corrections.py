"""Lines that persons corrected or added: written from the log beside what was read, taken away and written anew at will.

Each stands under the number of its decision (`decision-12`); a line that was corrected stays as it was read.
"""

import json
from collections.abc import Sequence

from avowed.model.corrections import MentionOf, added, corrected, from_text
from avowed.model.decisions import Decision, Verdict, in_force
from avowed.model.evidence import Assertion, Mention, Reading, Span
from avowed.model.wire import assertion_from_wire
from avowed.store.find import DECIDED, LINES_DECIDED, reading, report
from avowed.store.linked import unlink_lines
from avowed.store.sql import Sql
from avowed.store.store import Store
from avowed.store.write import insert_line, occurrence_keys


def fold(store: Store, log: tuple[Decision, ...]) -> tuple[str, ...]:
    """Write the lines of all corrections in force; gives the keys of lines that are there now or were before.

    A correction of what no reading holds any more is left out; it stays in the log.
    """
    with store.transaction() as sql:
        before = [row["key"] for row in sql.execute(f"SELECT key FROM assertions WHERE {LINES_DECIDED}")]
        unlink_lines(sql, f"(SELECT id FROM assertions WHERE {LINES_DECIDED})")
        sql.execute(f"DELETE FROM assertions WHERE {LINES_DECIDED}")
        after = [_write(store, sql, one) for one in in_force(log) if one.verdict in (Verdict.EDIT, Verdict.ADD)]
    return tuple(dict.fromkeys([*before, *(key for key in after if key)]))


def check(store: Store, decision: Decision) -> None:
    """ValueError where the correction cannot be made, said in words for people."""
    _made(store, decision)


def _write(store: Store, sql: Sql, decision: Decision) -> str:
    try:
        found, assertion = _made(store, decision)
    except ValueError:
        return ""
    number = sql.execute("SELECT id FROM readings WHERE report = ? AND current = 1", (found.report.id,)).fetchone()[
        "id"
    ]
    key = f"{DECIDED}{decision.number}"
    insert_line(sql, found, number, assertion, key, _rows(sql, found))
    return key


def _made(store: Store, decision: Decision) -> tuple[Reading, Assertion]:
    given = from_text(decision.right)
    if decision.verdict is Verdict.ADD:
        held = _reading(store, decision.left)
        return held, added(given, held.report, _mentions(held))
    row = store.connection.execute(
        "SELECT a.body, g.report FROM assertions a JOIN readings g ON g.id = a.reading AND g.current = 1 "
        "WHERE a.key = ?",
        (decision.left,),
    ).fetchone()
    if row is None:
        raise ValueError("no reading holds this line now")
    held = _reading(store, row["report"])
    read = assertion_from_wire(json.loads(row["body"]))
    return held, corrected(read, given, held.report, _mentions(held))


def _reading(store: Store, identity: str) -> Reading:
    found = report(store, identity)
    held = reading(store, found.id) if found else None
    if held is None:
        raise ValueError("the case holds no such report, or it was not read")
    return held


def _mentions(held: Reading) -> MentionOf:
    """The mention of an actor that lies in a quote, by name where there is one; else the nearest before or behind it."""
    keys = occurrence_keys(held)

    def find(key: str, quote: Span) -> tuple[str, Span]:
        of_actor: Sequence[Mention] = [one for one in held.mentions if one.actor and keys.get(one.actor) == key]
        if not of_actor:
            raise ValueError(f"the report does not name {key.partition('/')[2] or key!r}")
        best = min(of_actor, key=lambda one: (_distance(one.span, quote), one.form != "name", one.span))
        return best.id, best.span

    return find


def _distance(span: Span, quote: Span) -> int:
    return 0 if quote.covers(span) else max(quote.start - span.start, span.end - quote.end)


def _rows(sql: Sql, held: Reading) -> dict[str, int]:
    keys = occurrence_keys(held)
    ids = {
        row["key"]: row["id"]
        for row in sql.execute("SELECT key, id FROM occurrences WHERE report = ?", (held.report.id,))
    }
    return {one.id: ids[keys[one.actor]] for one in held.mentions if one.actor in keys and keys[one.actor] in ids}
