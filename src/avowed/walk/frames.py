"""A case as pandas DataFrames; every row carries its citation."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from avowed.errors import UsageError
from avowed.present import tables, words
from avowed.store import Store, derive, find
from avowed.walk.enquiry import names_of
from avowed.walk.exporting import other_lines

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]  # its types come apart from it

CITATION = "citation"


def frames(store: Store) -> "dict[str, DataFrame]":
    """`ties`, `incidents` and `lines`, with the columns of the exported tables and `citation`; times are text in ISO 8601.

    UsageError where pandas is not installed.
    """
    names, incidents = names_of(store), derive.incidents(store)
    told = find.lines(store, [key for incident in incidents for key in incident.assertions])
    ties = ((*tables.tie_row(tie, names), words.citation(tie.line)) for tie in find.all_ties(store))
    happened = (
        (
            *tables.incident_row(incident, told, names),
            " | ".join(words.citation(told[key]) for key in incident.assertions if key in told),
        )
        for incident in incidents
    )
    others = ((*tables.line_row(row), words.citation(row[4])) for row in other_lines(store))
    return {
        "ties": _frame(tables.TIE_COLUMNS, ties),
        "incidents": _frame(tables.INCIDENT_COLUMNS, happened),
        "lines": _frame(tables.LINE_COLUMNS, others),
    }


def _frame(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> "DataFrame":
    try:
        from pandas import DataFrame  # noqa: PLC0415  # an extra that only frames need
    except ImportError as error:
        raise UsageError("DataFrames need pandas. Install it with: pip install 'avowed[frames]'") from error
    return DataFrame([list(row) for row in rows], columns=[*columns, CITATION])
