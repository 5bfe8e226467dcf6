"""What the store hands out: rows as values, and the columns that tell where a line comes from."""

from dataclasses import dataclass
from pathlib import Path

from avowed.model.evidence import Report

SOURCE = """
    r.id AS report, r.title, r.publisher, r.source, r.published_first, r.published_last, r.published_precision,
    coalesce(json_extract(r.head, '$.origin.text'), '') AS origin, coalesce(f.family, r.id) AS family
"""
"""The columns of a `Source`, of a report `r` beside the family `f` of its copies; the table of sources holds the same."""


@dataclass(frozen=True, slots=True)
class AddedReport:
    """What became of one report: whether it was new, and how many assertions it brought."""

    report: str
    new: bool
    assertions: int


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as stored, with its family of copies and the number of its assertions."""

    report: Report
    family: str
    assertions: int
    added_at: str
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """What the removal of a report took with it."""

    report: str
    assertions: int
    original: str


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds: its file, how many files of the case, and what was amiss with those."""

    path: Path
    files: int
    faults: tuple[str, ...]
