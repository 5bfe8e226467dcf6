"""Lines with what they say in the case's own terms, a page at a time; the parties of a page are fetched at once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    IncidentContent,
    JudgementContent,
    PredictionContent,
    StatementContent,
    TieContent,
)
from avowed.model.pages import Part, Passage
from avowed.model.vocabulary import Kind
from avowed.model.wire import assertion_from_wire
from avowed.store.find import LINE, decoded, line_in, verdicts_on
from avowed.store.sql import Row
from avowed.store.store import Store

_PARTIES = """
    SELECT p.assertion, p.part, m.actor, coalesce(n.name, o.name) AS name, o.key FROM parties p
    JOIN occurrences o ON o.id = p.occurrence
    LEFT JOIN membership m ON m.occurrence = p.occurrence LEFT JOIN actors n ON n.key = m.actor
    WHERE p.assertion IN ({marks}) ORDER BY 1, 2, 4
"""
_SUMMARY = LINE.replace("s.family", "s.family, a.kind, r.text") + " JOIN reports r ON r.id = s.report"
_AT_ONCE = 500
_ON_PAIR = """
    a.id IN (SELECT l.assertion FROM (SELECT (SELECT value FROM json_each(w.two) LIMIT 1) AS one,
        (SELECT value FROM json_each(w.two) LIMIT 1 OFFSET 1) AS other FROM (SELECT CAST(? AS TEXT) AS two) w) ends
        JOIN links l ON l.one = ends.one AND l.other = ends.other)
"""
_OF_REPORT = "s.reading IN (SELECT id FROM readings WHERE report = ? AND current = 1)"
_WITH_ACTOR = "a.id IN (SELECT p.assertion FROM parties p JOIN membership m USING (occurrence) WHERE m.actor = ?)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for by the meaning of their fields; what is empty is not asked for. `actor` is a key.

    `pair` are the keys of two actors between whom a line tells of a tie.
    """

    words: str = ""
    kind: Kind | None = None
    dimension: str = ""
    sign: int | None = None
    voice: str = ""
    certainty: str = ""
    actor: str = ""
    pair: tuple[str, str] | None = None

    def conditions(self) -> Iterator[tuple[str, object]]:
        """Conditions with the value that each of them binds."""
        if self.words:
            yield "instr(lower(a.quote), lower(?)) > 0", self.words
        if self.kind:
            yield "a.kind = ?", str(self.kind)
        if self.dimension:
            yield "t.dimension = ?", self.dimension
        if self.sign is not None:
            yield "t.sign = ?", self.sign
        if self.voice:
            yield "json_extract(a.body, '$.voice') = ?", self.voice
        if self.certainty:
            yield "json_extract(a.body, '$.factuality') = ?", self.certainty
        if self.actor:
            yield _WITH_ACTOR, self.actor
        if self.pair:
            yield _ON_PAIR, json.dumps(sorted(self.pair))


def of_report(store: Store, report: str) -> tuple[Passage, ...]:
    """Every line that was read in a report, in the order of its words."""
    rows = store.connection.execute(f"{_SUMMARY} WHERE {_OF_REPORT} ORDER BY a.quote_start, a.id", (report,))
    return _passages(store, rows.fetchall())


def with_keys(store: Store, keys: Sequence[str]) -> tuple[Passage, ...]:
    """The lines with these keys, in the order of the keys."""
    found: dict[str, Passage] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        query = f"{_SUMMARY} WHERE a.key IN ({','.join('?' * len(part))})"
        found |= {
            one.line.key: one for one in _passages(store, store.connection.execute(query, tuple(part)).fetchall())
        }
    return tuple(found[key] for key in keys if key in found)


def of_kind(store: Store, kind: Kind, limit: int, offset: int) -> tuple[Passage, ...]:
    """A page of the lines of one kind, the latest published first."""
    rows = store.connection.execute(
        f"{_SUMMARY} WHERE a.kind = ? ORDER BY r.published_first IS NULL, r.published_first DESC, a.id LIMIT ? OFFSET ?",
        (str(kind), limit, offset),
    )
    return _passages(store, rows.fetchall())


def like(store: Store, asked: Wanted, limit: int, offset: int) -> tuple[Passage, ...]:
    """A page of the lines that are as asked for, the latest published first."""
    conditions, values = ["1 = 1"], []
    for condition, value in asked.conditions():
        conditions.append(condition)
        values.append(value)
    rows = store.connection.execute(
        f"{_SUMMARY} LEFT JOIN ties t ON t.assertion = a.id WHERE {' AND '.join(conditions)} "
        "ORDER BY r.published_first IS NULL, r.published_first DESC, a.id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return _passages(store, rows.fetchall())


def _passages(store: Store, rows: Sequence[Row]) -> tuple[Passage, ...]:
    verdicts = verdicts_on(store)
    parts = _parts(store, [row["row"] for row in rows])
    return tuple(_passage(row, parts.get(row["row"], ()), verdicts) for row in rows)


def _parts(store: Store, assertions: Sequence[int]) -> dict[int, tuple[Part, ...]]:
    found: dict[int, list[Part]] = {}
    for start in range(0, len(assertions), _AT_ONCE):
        part = assertions[start : start + _AT_ONCE]
        query = _PARTIES.format(marks=",".join("?" * len(part)))
        for row in store.connection.execute(query, tuple(part)):
            told = Part(row["part"], row["actor"] or "", row["name"], row["key"])
            found.setdefault(row["assertion"], []).append(told)
    return {number: tuple(told) for number, told in found.items()}


def _passage(row: Row, parts: Iterable[Part], verdicts: dict[str, str]) -> Passage:
    body = decoded(row["body"])
    assertion = assertion_from_wire(body)
    line, told, words = line_in(row, verdicts, body), tuple(parts), _words(assertion, row["text"])
    content = assertion.content
    if isinstance(content, TieContent):
        role, response = content.role or "", content.response or ""
        return Passage(line, assertion.kind, words, told, str(content.dimension), content.sign, role, response)
    if isinstance(content, IncidentContent):
        return Passage(line, assertion.kind, words, told, type=str(content.type), stage=str(content.stage))
    name = str(content.attribute) if isinstance(content, AttributeContent) else ""
    return Passage(line, assertion.kind, words, told, type=name)


def _words(assertion: Assertion, text: str) -> str:
    """The words that carry the line: its trigger, its value or what is said."""
    match assertion.content:
        case TieContent(trigger=span) | IncidentContent(trigger=span) | AttributeContent(value=span):
            return span.of(text)
        case JudgementContent(content=span) | PredictionContent(content=span) | StatementContent(content=span):
            return span.of(text)
