"""Writing a case out as files that other programs open."""

from collections.abc import Iterator
from pathlib import Path

from avowed.enquiry import names_of
from avowed.files import write_whole
from avowed.model.evidence import Assertion, AttributeContent, IncidentContent, TieContent
from avowed.model.findings import Line
from avowed.model.vocabulary import Kind
from avowed.present.tables import incidents_table, lines_table, ties_table
from avowed.store import Store, derive, find

_OTHER_KINDS = (Kind.ATTRIBUTE, Kind.JUDGEMENT, Kind.PREDICTION, Kind.STATEMENT)


def tables(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write ties.csv, incidents.csv and lines.csv into a folder; gives their paths."""
    names = names_of(store)
    incidents = derive.incidents(store)
    told = find.lines(store, [key for incident in incidents for key in incident.assertions])
    contents = {
        "ties.csv": ties_table(find.all_ties(store), names),
        "incidents.csv": incidents_table(incidents, told, names),
        "lines.csv": lines_table(_rows(store)),
    }
    for name, content in contents.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in contents)


def _rows(store: Store) -> Iterator[tuple[str, str, str, str, Line]]:
    names = names_of(store)
    for line, assertion in find.lines_of_kind(store, _OTHER_KINDS):
        told = find.parties(store, line.key)
        subject = ", ".join(names[actor] for part, actor in told if part == "subject")
        about = ", ".join(names[actor] for part, actor in told if part == "about")
        yield str(assertion.kind), subject, about, _words(store, line, assertion), line


def _words(store: Store, line: Line, assertion: Assertion) -> str:
    content = assertion.content
    if isinstance(content, AttributeContent):
        span = content.value
    elif isinstance(content, TieContent | IncidentContent):
        span = assertion.quote
    else:
        span = content.content
    return find.words_at(store, line.source.report, span)
