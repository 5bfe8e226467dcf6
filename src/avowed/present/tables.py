"""Tables as CSV: a row an assertion with its quote; cells that a spreadsheet would run as a formula are defused."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from avowed.model.findings import Line, Tie
from avowed.model.world import Incident
from avowed.present import words
from avowed.present.incidents import responsibility_words, toll_words

_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n")
_CITED = (
    "quote",
    "speakers",
    "voice",
    "factuality",
    "mode",
    "negated",
    "hedges",
    "valid_from",
    "valid_to",
    "precision",
    "title",
    "publisher",
    "published",
    "location",
    "family",
    "report",
    "start",
    "end",
    "score",
    "decision",
    "key",
)
TIE_COLUMNS = ("subject", "object", "dimension", "sign", "role", *_CITED)
LINE_COLUMNS = ("kind", "subject", "about", "words", *_CITED)
INCIDENT_COLUMNS = (
    "incident",
    "type",
    "stage",
    "date_from",
    "date_to",
    "date_precision",
    "place",
    "admin1",
    "country",
    "latitude",
    "longitude",
    "place_precision",
    "tolls",
    "responsibility",
    "targets",
    "victims",
    "weapons",
    "reports",
    "reviewed",
    "quotes",
    "keys",
)


def ties_table(ties: Iterable[Tie], names: Mapping[str, str]) -> bytes:
    """Every tie, one a row, in UTF-8 with a byte order mark so that spreadsheets read the letters rightly."""
    return as_csv(TIE_COLUMNS, (tie_row(tie, names) for tie in ties))


def tie_row(tie: Tie, names: Mapping[str, str]) -> Sequence[object]:
    """A tie under `TIE_COLUMNS`."""
    return names[tie.subject], names[tie.object], str(tie.dimension), tie.sign, tie.role, *_cited(tie.line)


def lines_table(rows: Iterable[tuple[str, str, str, str, Line]]) -> bytes:
    """Everything else that was asserted: rows of kind, subject, about and words with their line."""
    return as_csv(LINE_COLUMNS, map(line_row, rows))


def line_row(row: tuple[str, str, str, str, Line]) -> Sequence[object]:
    """Kind, subject, about, words and line under `LINE_COLUMNS`."""
    return *row[:4], *_cited(row[4])


def incidents_table(incidents: Iterable[Incident], lines: Mapping[str, Line], names: Mapping[str, str]) -> bytes:
    """Every merged incident, one a row, with the quotes of all reports that tell of it."""
    return as_csv(INCIDENT_COLUMNS, (incident_row(incident, lines, names) for incident in incidents))


def defused(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if unicodedata.normalize("NFKC", cell).lstrip(" ").startswith(_TRIGGERS) else cell


def incident_row(incident: Incident, lines: Mapping[str, Line], names: Mapping[str, str]) -> Sequence[object]:
    """An incident under `INCIDENT_COLUMNS`."""
    place, when = incident.place, incident.when
    told = [lines[key] for key in incident.assertions if key in lines]
    return (
        incident.key,
        str(incident.type),
        str(incident.stage),
        when.first and when.first.isoformat(),
        when.last and when.last.isoformat(),
        str(when.precision),
        place.name if place else "",
        place.admin1 if place else "",
        place.country if place else "",
        place.latitude if place else None,
        place.longitude if place else None,
        str(place.precision) if place else "",
        "; ".join(toll_words(toll) for toll in incident.tolls),
        "; ".join(responsibility_words(incident.responsibility, names)),
        "; ".join(incident.targets),
        "; ".join(incident.victims),
        "; ".join(incident.weapons),
        len(incident.reports),
        incident.reviewed,
        " || ".join(line.quote for line in told),
        " ".join(incident.assertions),
    )


def _cited(line: Line) -> Sequence[object]:
    return (
        line.quote,
        words.speakers(line),
        str(line.voice),
        str(line.factuality),
        str(line.mode),
        line.negated,
        "; ".join(line.hedges),
        line.valid.partial(line.valid.first),
        line.valid.partial(line.valid.last),
        str(line.valid.precision),
        line.source.title,
        line.source.publisher,
        line.source.published.partial(line.source.published.first),
        line.source.location,
        line.source.family,
        line.source.report,
        line.start,
        line.end,
        line.score,
        line.decision,
        line.key,
    )


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table in UTF-8 with a byte order mark; every cell is defused."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return table.getvalue().encode("utf-8-sig")
