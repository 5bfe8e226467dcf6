"""Rows of the case as values of the model: a line with its quote, speakers and source, a tie with its parties."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, cast

from avowed.model.decisions import Decision, Verdict, in_force
from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import Dimension, Factuality, Mode, Precision, Voice
from avowed.model.when import UNKNOWN_TIME, When, from_days
from avowed.model.wire import speakers_from_wire, when_from_wire
from avowed.store.sql import Row
from avowed.store.store import Store
from avowed.store.write import decisions

DECIDED = "decision-"
"""With what the keys of lines begin that persons corrected or added."""
LINES_DECIDED = "key >= 'decision-' AND key < 'decision.'"

LINE_COLUMNS = (
    "row", "key", "quote", "quote_start", "quote_end", "hedges", "body", "score",
    "report", "title", "publisher", "source", "published_first", "published_last", "published_precision", "origin", "family",
)  # fmt: skip
TIE_COLUMNS = (*LINE_COLUMNS, "dimension", "sign", "subject", "object", "speaker")
_BODY, _OF_LINE = LINE_COLUMNS.index("body"), len(LINE_COLUMNS)

LINE = """
    SELECT a.id AS row, a.key, a.quote, a.quote_start, a.quote_end, a.hedges, a.body, a.score, s.report, s.title, s.publisher,
        s.source, s.published_first, s.published_last, s.published_precision, s.origin, s.family
    FROM assertions a JOIN sources s ON s.reading = a.reading
"""
_ENDS = """
    , l.dimension, l.sign, CASE WHEN l.turned = 1 THEN l.other ELSE l.one END AS subject,
    CASE WHEN l.turned = 1 THEN l.one ELSE l.other END AS object, l.speaker
    FROM {links} l JOIN assertions a ON a.id = l.assertion
"""
TIE = LINE.replace("FROM assertions a", _ENDS.format(links="links"))


def ties_of_links(*which: str) -> str:
    """`TIE` of some links alone, in order of row; each of `which` is what follows the table of links in a query of them.

    They are found first, by an index that holds all that is needed, so that lines are looked up in the order they lie in.
    """
    columns = ", ".join(
        f"links.{one}" for one in ("assertion", "dimension", "sign", "one", "other", "turned", "speaker")
    )
    found = " UNION ".join(f"SELECT {columns} FROM links {part}" for part in which)
    return LINE.replace("FROM assertions a", _ENDS.format(links=f"({found})")) + " ORDER BY l.assertion"


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
    return (tie_of(tuple(row), verdicts) for row in rows)


def tie_named(row: Mapping[str, Any]) -> Tie:
    """A tie whose columns are asked by name: the tables of corpora have those of `TIE` in another order."""
    return tie_of(tuple(row.get(column) for column in TIE_COLUMNS), {})


def tie_of(values: tuple[Any, ...], verdicts: dict[str, str]) -> Tie:
    """The tie in a row of `TIE`."""
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


@lru_cache(maxsize=4096)
def _source(  # noqa: PLR0913, PLR0917  # the columns of a row, so that many lines of one report share one value
    report: str,
    title: str,
    publisher: str,
    location: str,
    first: str | None,
    last: str | None,
    precision: str,
    origin: str,
    family: str,
) -> Source:
    published = from_days(first, last, Precision(precision)) if first or last else UNKNOWN_TIME
    return Source(report, title, publisher, family, published, origin, location)
