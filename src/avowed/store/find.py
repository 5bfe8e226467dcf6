"""Asking a case: ties, incidents, sayings and reports as values of the model, each line with its quote."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, cast

from avowed.model.decisions import Decision, Occurrence, Verdict, in_force
from avowed.model.evidence import Assertion, Reading, Report, Span
from avowed.model.findings import Line, Source, Tie
from avowed.model.names import fold
from avowed.model.vocabulary import ActorKind, Dimension, Factuality, Kind, Mode, Precision, Slot, Voice
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.wire import (
    FORMAT,
    assertion_from_wire,
    from_wire,
    report_from_wire,
    speakers_from_wire,
    when_from_wire,
)
from avowed.model.world import Actor, Name
from avowed.store.rows import StoredReport
from avowed.store.sql import Row
from avowed.store.store import Store
from avowed.store.write import decisions

DECIDED = "decision-"
"""With what the keys of lines begin that persons corrected or added."""
LINES_DECIDED = "key >= 'decision-' AND key < 'decision.'"

LINE_COLUMNS = (
    "row", "key", "quote", "quote_start", "quote_end", "hedges", "body", "score",
    "report", "title", "publisher", "source", "published_first", "published_last", "published_precision", "head", "family",
)  # fmt: skip
TIE_COLUMNS = (*LINE_COLUMNS, "dimension", "sign", "subject", "object", "speaker")
_BODY, _OF_LINE = LINE_COLUMNS.index("body"), len(LINE_COLUMNS)

LINE = """
    SELECT a.id AS row, a.key, a.quote, a.quote_start, a.quote_end, a.hedges, a.body, a.score,
        r.id AS report, r.title, r.publisher, r.source, r.published_first, r.published_last, r.published_precision,
        r.head, coalesce(f.family, r.id) AS family
    FROM assertions a
    JOIN readings g ON g.id = a.reading AND g.current = 1
    JOIN reports r ON r.id = g.report
    LEFT JOIN families f ON f.report = r.id
"""

TIE = LINE.replace(
    "FROM assertions a",
    ", t.dimension, t.sign, ms.actor AS subject, mo.actor AS object, mp.actor AS speaker FROM ties t "
    "JOIN assertions a ON a.id = t.assertion "
    "JOIN membership ms ON ms.occurrence = t.subject JOIN membership mo ON mo.occurrence = t.object "
    "LEFT JOIN membership mp ON mp.occurrence = t.speaker",
)


def state(store: Store) -> tuple[int, ...]:
    """What changes whenever a report is added, read again or removed or a decision is made, and at no other time."""
    query = (
        "SELECT (SELECT count(*) FROM decisions), (SELECT count(*) FROM reports), "
        "(SELECT max(rowid) FROM reports), (SELECT max(rowid) FROM originals)"
    )
    return tuple(int(count or 0) for count in store.connection.execute(query).fetchone())


def ties_between(store: Store, left: Sequence[str], right: Sequence[str]) -> tuple[Tie, ...]:
    """Every tie with one party among `left` and the other among `right` (actor keys), in order of row."""
    query = (
        f"{TIE} WHERE t.assertion IN (SELECT assertion FROM links WHERE one IN (SELECT value FROM json_each(?1)) "
        "AND other IN (SELECT value FROM json_each(?2)) UNION SELECT assertion FROM links "
        "WHERE one IN (SELECT value FROM json_each(?2)) AND other IN (SELECT value FROM json_each(?1))) ORDER BY t.assertion"
    )
    verdicts = verdicts_on(store)
    sides = json.dumps(list(left)), json.dumps(list(right))
    return tuple(ties_in(store.connection.execute(query, sides), verdicts))


def ties_of(store: Store, actors: Sequence[str], spoken: Dimension | None = None) -> tuple[Tie, ...]:
    """Every tie to which one of the actors is a party, or of which it speaks; `spoken` leaves out others of the latter."""
    wanted = " UNION ".join(
        f"SELECT assertion FROM ties WHERE {part} IN (SELECT occurrence FROM membership WHERE actor IN "
        f"(SELECT value FROM json_each(?1))){only}"
        for part, only in (("subject", ""), ("object", ""), ("speaker", " AND (?2 IS NULL OR dimension = ?2)"))
    )
    query = f"{TIE} WHERE t.assertion IN ({wanted}) ORDER BY t.assertion"
    rows = store.connection.execute(query, (json.dumps(list(actors)), str(spoken) if spoken else None))
    return tuple(ties_in(rows, verdicts_on(store)))


def all_ties(store: Store) -> Iterator[Tie]:
    """Every tie of the case, streamed in order of row."""
    verdicts = verdicts_on(store)
    yield from ties_in(store.connection.execute(f"{TIE} ORDER BY t.assertion"), verdicts)


def tie(store: Store, key: str) -> Tie | None:
    """The tie that the line with this key tells of; None where it is no tie."""
    row = store.connection.execute(f"{TIE} WHERE a.key = ?", (key,)).fetchone()
    return _tie(tuple(row), verdicts_on(store)) if row else None


# The kind of an assertion where something else is the shorter way to it: a bare column would call for the index of kinds,
# and so for every incident of a case where those of one report are asked for.
BESIDE_KIND = "CAST(a.kind AS TEXT)"


def lines_of_kind(
    store: Store, kinds: Iterable[Kind], actors: Sequence[str] = (), keys: Sequence[str] | None = None
) -> Iterator[tuple[Line, Assertion]]:
    """Lines of some kinds with their assertions; of given actors only those they have a part in, of keys those alone."""
    wanted = [str(kind) for kind in kinds]
    kind = "a.kind" if keys is None else BESIDE_KIND
    query = f"{LINE} WHERE {kind} IN ({','.join('?' * len(wanted))})"  # only question marks
    values: list[str] = list(wanted)
    if actors:
        query += (
            " AND a.id IN (SELECT assertion FROM parties JOIN membership USING (occurrence) WHERE actor IN "
            f"({','.join('?' * len(actors))}))"
        )
        values += actors
    if keys is not None:
        query += " AND a.key IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(keys)))
    verdicts = verdicts_on(store)
    for row in store.connection.execute(f"{query} ORDER BY a.id", values):
        body = decoded(row["body"])
        yield line_in(row, verdicts, body), assertion_from_wire(body)


def lines(store: Store, keys: Sequence[str]) -> dict[str, Line]:
    """The lines with the given keys."""
    verdicts = verdicts_on(store)
    found: dict[str, Line] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        query = f"{LINE} WHERE a.key IN ({','.join('?' * len(part))})"  # only question marks
        found |= {row["key"]: line_in(row, verdicts) for row in store.connection.execute(query, tuple(part))}
    return found


def parties(store: Store, key: str) -> tuple[tuple[str, str], ...]:
    """The actors with a part in an assertion: pairs of part and actor key."""
    rows = store.connection.execute(
        "SELECT p.part, m.actor FROM parties p JOIN membership m USING (occurrence) JOIN assertions a "
        "ON a.id = p.assertion JOIN readings g ON g.id = a.reading AND g.current = 1 WHERE a.key = ? ORDER BY 1, 2",
        (key,),
    )
    return tuple((row["part"], row["actor"]) for row in rows)


def actors(store: Store, keys: Sequence[str] | None = None) -> dict[str, Actor]:
    """Actors by key; all of them when no keys are given."""
    where, values = ("", ()) if keys is None else (f"WHERE key IN ({','.join('?' * len(keys))})", tuple(keys))
    rows = store.connection.execute(f"SELECT * FROM actors {where} ORDER BY key", values).fetchall()
    names = _names(store, [row["key"] for row in rows])
    return {row["key"]: _actor(row, names.get(row["key"], ())) for row in rows}


def actors_named(store: Store, name: str) -> tuple[str, ...]:
    """Keys of the actors that bear exactly this name after folding."""
    rows = store.connection.execute(
        "SELECT DISTINCT actor FROM actor_names WHERE folded = ? ORDER BY actor", (fold(name),)
    )
    return tuple(row["actor"] for row in rows)


def all_names(store: Store) -> tuple[tuple[str, str], ...]:
    """Every folded name with the key of its actor."""
    rows = store.connection.execute("SELECT DISTINCT folded, actor FROM actor_names ORDER BY 1, 2")
    return tuple((row["folded"], row["actor"]) for row in rows)


def parts_of(store: Store, key: str) -> tuple[str, ...]:
    """The actor and, below it, its factions, branches and leaders as far as parents are known."""
    rows = store.connection.execute(
        "WITH RECURSIVE part (key) AS (SELECT key FROM actors WHERE key = ? UNION SELECT a.key FROM actors a "
        "JOIN part ON a.parent = part.key) SELECT key FROM part ORDER BY key",
        (key,),
    )
    return tuple(row["key"] for row in rows) or (key,)


def bodies_above(store: Store, key: str) -> tuple[str, ...]:
    """The bodies that an actor is part of, as far as parents are known, nearest first; without the actor itself."""
    rows = store.connection.execute(
        "WITH RECURSIVE body (key, step) AS (SELECT parent, 1 FROM actors WHERE key = ? AND parent IS NOT NULL "
        "UNION SELECT a.parent, step + 1 FROM actors a JOIN body ON a.key = body.key WHERE a.parent IS NOT NULL "
        "AND step < 16) SELECT key, min(step) FROM body GROUP BY key ORDER BY 2, 1",
        (key,),
    )
    return tuple(row["key"] for row in rows if row["key"] != key)


def edges(store: Store) -> tuple[tuple[str, str, int, int], ...]:
    """Every pair of actors tied at all: subject, object, number of cooperative and of hostile lines."""
    rows = store.connection.execute("SELECT subject, object, sympathy, hostility FROM edges ORDER BY 1, 2")
    return tuple((row["subject"], row["object"], row["sympathy"], row["hostility"]) for row in rows)


def occurrences(store: Store, reports: Sequence[str] | None = None) -> tuple[Occurrence, ...]:
    """Every actor as every report, or each of some reports, names it, in order of key: what the resolver works on."""
    where = "" if reports is None else " WHERE o.report IN (SELECT value FROM json_each(?))"
    rows = store.connection.execute(
        "SELECT o.key, o.report, o.id, o.name, o.kind, o.aliases, o.known_as FROM occurrences o "
        f"JOIN readings g ON g.report = o.report AND g.current = 1{where} ORDER BY o.key",
        () if reports is None else (json.dumps(list(reports)),),
    )
    one_of: dict[str, str] = {}  # equal words are one value: a large case takes much less memory to go through
    once = one_of.setdefault
    return tuple(
        Occurrence(
            key,
            once(report, report),
            str(local),
            once(name, name),
            once(kind, kind),
            tuple(json.loads(aliases)) if aliases != "[]" else (),
            known_as=known_as,
        )
        for key, report, local, name, kind, aliases, known_as in rows
    )


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


def shown_names(store: Store) -> dict[str, str]:
    """Actor key -> the name to show."""
    return {row["key"]: row["name"] for row in store.connection.execute("SELECT key, name FROM actors")}


def sources(store: Store) -> dict[str, Source]:
    """Report id -> who published it and to which family of copies it belongs."""
    rows = store.connection.execute(
        "SELECT r.id AS report, r.title, r.publisher, r.source, r.published_first, r.published_last, "
        "r.published_precision, r.head, coalesce(f.family, r.id) AS family FROM reports r "
        "LEFT JOIN families f ON f.report = r.id"
    )
    return {row["report"]: source_in(row) for row in rows}


def occurrence_keys(store: Store, actor: str) -> tuple[str, ...]:
    """The keys of an actor's occurrences, in order; the first stands for it in the log of decisions."""
    rows = store.connection.execute(
        "SELECT o.key FROM membership m JOIN occurrences o ON o.id = m.occurrence WHERE m.actor = ? ORDER BY o.key",
        (actor,),
    )
    return tuple(row["key"] for row in rows)


def actor_of(store: Store, occurrence: str) -> str | None:
    """The actor that an occurrence belongs to; None when no reading holds the occurrence."""
    row = store.connection.execute(
        "SELECT m.actor FROM membership m JOIN occurrences o ON o.id = m.occurrence WHERE o.key = ?", (occurrence,)
    ).fetchone()
    return str(row["actor"]) if row else None


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


def _names(store: Store, keys: Sequence[str]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    for start in range(0, len(keys), 500):
        part = tuple(keys[start : start + 500])
        query = f"SELECT * FROM actor_names WHERE actor IN ({','.join('?' * len(part))}) ORDER BY rowid"
        for row in store.connection.execute(query, part):
            name = Name(row["text"], Slot(row["slot"]), row["source"])
            found[row["actor"]] = (*found.get(row["actor"], ()), name)
    return found


def _actor(row: Row, names: tuple[Name, ...]) -> Actor:
    return Actor(
        key=row["key"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=names,
        known_as=row["known_as"],
        parent=row["parent"],
        reviewed=bool(row["reviewed"]),
        reports=row["reports"],
    )


# A word of the vocabulary by its letters: an enumeration's own call costs more than all else in a line.
DIMENSIONS: dict[str, Dimension] = {str(one): one for one in Dimension}
_FACTUALITIES: dict[str, Factuality] = {str(one): one for one in Factuality}
_MODES: dict[str, Mode] = {str(one): one for one in Mode}
_VOICES: dict[str, Voice] = {str(one): one for one in Voice}


def verdicts_on(store: Store) -> dict[str, str]:
    """Assertion key -> the last decision on it that is in force."""
    log: tuple[Decision, ...] = in_force(decisions(store))
    return {d.left: str(d.verdict) for d in log if d.verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT)}


def ties_in(rows: Iterable[Row], verdicts: dict[str, str]) -> Iterator[Tie]:
    """Rows of `TIE` as ties."""
    return (_tie(tuple(row), verdicts) for row in rows)


def tie_named(row: Mapping[str, Any]) -> Tie:
    """A tie whose columns are asked by name: the tables of corpora have those of `TIE` in another order."""
    return _tie(tuple(row.get(column) for column in TIE_COLUMNS), {})


def _tie(values: tuple[Any, ...], verdicts: dict[str, str]) -> Tie:
    body = decoded(values[_BODY])
    dimension, sign, subject, object_, speaker = values[_OF_LINE:]
    return Tie(
        line=_line(values, body, verdicts),
        subject=subject,
        object=object_,
        dimension=DIMENSIONS[dimension],
        sign=sign,
        role=body["role"] or "",
        speaker=speaker or "",
        response=body.get("response") or "",
    )


def line_in(row: Row, verdicts: dict[str, str], body: Mapping[str, Any] | None = None) -> Line:
    """The line in a row that begins with the columns of `LINE`, and its body where that is decoded already."""
    values = tuple(row)
    return _line(values, decoded(values[_BODY]) if body is None else body, verdicts)


@cache
def _decoder() -> Callable[[str], Any]:
    """Loaded by the first line that is read: nothing else of it is used, and starting should not wait for it."""
    from pydantic_core import from_json  # noqa: PLC0415  # as above

    return cast("Callable[[str], Any]", from_json)


def decoded(body: str) -> Any:
    """JSON that we wrote ourselves; more than twice as quick as by `json.loads`, where a question reads thousands."""
    return _decoder()(body)


def _line(values: tuple[Any, ...], body: Mapping[str, Any], verdicts: dict[str, str]) -> Line:
    """Only what a line needs is decoded, and columns go by their place: a question may look at ten thousand of them."""
    _, key, quote, start, end, hedges, _, score, *source = values[:_OF_LINE]
    return Line(
        key=key,
        source=_source(*source),
        quote=quote,
        start=start,
        end=end,
        negated=body["negated"],
        factuality=_FACTUALITIES[body["factuality"]],
        hedges=tuple(json.loads(hedges)) if hedges != "[]" else (),
        mode=_MODES[body["mode"]],
        voice=_VOICES[body["voice"]],
        speakers=speakers_from_wire(body["attribution"]) if body["attribution"] else (),
        valid=when_from_wire(body["valid"]) if body["valid"]["days"] != [None, None] else _undated(body["valid"]),
        score=score,
        rule=body.get("rule", ""),
        decision=verdicts.get(key, ""),
    )


def _undated(valid: Mapping[str, Any]) -> When:
    return When(None, None, Precision(valid["precision"]), valid["words"]) if valid["words"] else UNKNOWN_TIME


def source_in(row: Row) -> Source:
    """Who published what a row of `LINE` comes from."""
    return _source(*_SOURCE(row))


_SOURCE = itemgetter(*LINE_COLUMNS[LINE_COLUMNS.index("report") :])

_NO_ORIGIN = (
    '"origin":null,"pages":'  # of most reports; a title cannot hold it, since its quotation marks are written \\"
)


@lru_cache(maxsize=4096)
def _source(  # noqa: PLR0913, PLR0917  # the columns of a row, so that many lines of one report share one value
    report: str,
    title: str,
    publisher: str,
    location: str,
    first: str | None,
    last: str | None,
    precision: str,
    head: str,
    family: str,
) -> Source:
    origin = None if _NO_ORIGIN in head else json.loads(head).get("origin")
    published = UNKNOWN_TIME
    if first or last:
        published = When(
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            Precision(precision),
        )
    return Source(report, title, publisher, family, published, origin["text"] if origin else "", location)
