"""Writing a case out as files that other programs open."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from avowed.errors import UsageError
from avowed.files import write_streamed, write_whole
from avowed.model.evidence import Assertion, AttributeContent, IncidentContent, TieContent
from avowed.model.findings import Line
from avowed.model.vocabulary import Kind
from avowed.present import words
from avowed.present.exchange import FORMATS, TEXTS, Exported, Text
from avowed.present.tables import incidents_table, lines_table, ties_table
from avowed.store import Store, derive, find
from avowed.walk.enquiry import names_of

_OTHER_KINDS = (Kind.ATTRIBUTE, Kind.JUDGEMENT, Kind.PREDICTION, Kind.STATEMENT)
CSV = "csv"
NAMES = (CSV, *FORMATS, *TEXTS)


def export(store: Store, folder: Path, formats: Iterable[str], made_on: date) -> tuple[Path, ...]:
    """Write the case in each of these formats into a folder; gives the paths. UsageError names a format that is unknown."""
    wanted = tuple(dict.fromkeys(formats))
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        raise UsageError(f"There is no export format {unknown[0]!r}. Choose among: {', '.join(NAMES)}")
    whole = _view(store, made_on) if {CSV, *FORMATS} & set(wanted) else None
    written = list(_tables(store, whole, folder)) if whole is not None and CSV in wanted else []
    for name in wanted:
        if whole is not None and name in FORMATS:
            written.append(folder / FORMATS[name].file)
            write_whole(written[-1], FORMATS[name].write(whole))
        elif name in TEXTS:
            written.append(folder / TEXTS[name].file)
            write_streamed(written[-1], TEXTS[name].write(_texts(store)))
    return tuple(written)


def _tables(store: Store, whole: Exported, folder: Path) -> tuple[Path, ...]:
    """Write ties.csv, incidents.csv and lines.csv into a folder; gives their paths."""
    names = names_of(store)
    contents = {
        "ties.csv": ties_table(whole.ties, names),
        "incidents.csv": incidents_table(whole.incidents, whole.lines, names),
        "lines.csv": lines_table(other_lines(store)),
    }
    for name, content in contents.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in contents)


def _view(store: Store, made_on: date) -> Exported:
    incidents = derive.incidents(store)
    told = find.lines(store, [key for incident in incidents for key in incident.assertions])
    return Exported(find.actors(store), tuple(find.all_ties(store)), incidents, told, made_on)


def _texts(store: Store) -> Iterator[Text]:
    """Every report that was read, with its lines, one at a time."""
    sources = find.sources(store)
    names = names_of(store)
    by_report: dict[str, list[tuple[str, str, Line]]] = {}
    for tie in find.all_ties(store):
        said = words.proposition(tie, names)
        by_report.setdefault(tie.line.source.report, []).append((str(tie.dimension), said, tie.line))
    for line, assertion in find.lines_of_kind(store, (Kind.INCIDENT, *_OTHER_KINDS)):
        said = _words(store, line, assertion)
        by_report.setdefault(line.source.report, []).append((str(assertion.kind), said, line))
    for report in sorted(by_report):
        held = find.report(store, report)
        if held is not None:
            lines = sorted(by_report[report], key=lambda row: (row[2].start, row[2].key))
            yield Text(sources[report], held.text, tuple(lines))


def other_lines(store: Store) -> Iterator[tuple[str, str, str, str, Line]]:
    """Attributes, judgements, predictions and statements: kind, subject, about, words and line."""
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
