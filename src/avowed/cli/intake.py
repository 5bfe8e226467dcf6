"""Commands that take reports in: init, add, read, remove."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avowed.cli.app import CaseOption, JsonOption, app, complain, day, opened, show, show_json

if TYPE_CHECKING:
    from avowed.read import Skipped
    from avowed.walk.intake import Added

PublishedOption = Annotated[
    str | None, typer.Option("--published", help="Publication date of what is read, over what it says itself.")
]


@app.command(epilog="Example: avowed init my-case")
def init(
    place: Annotated[str, typer.Argument(help="The folder, or postgresql://user@host/db for a team.")] = ".",
) -> None:
    """Make a new case: a folder with one database and a commented settings file, or a database that a team shares."""
    from avowed.case import Case

    with Case.create(place) as made:
        show(f"Made a case in {made.place}. Add reports with: avowed add --case {made.place} REPORTS")


@app.command(epilog="Example: avowed add reports/ page.html --published 2021-08-27")
def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders and web addresses, or - for standard input.")],
    case: CaseOption = None,
    published: PublishedOption = None,
    as_json: JsonOption = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch web addresses, where avowed.toml says [fetch] allowed = true.")
    ] = False,
) -> None:
    """Read reports into the case; what is there already is skipped, so an interrupted run can be run again."""
    from avowed.cli.progress import Bar, documents_in

    when = day(published)
    with opened(case) as held, Bar(documents_in(paths)) as bar:
        added = (
            held.add_stream(sys.stdin.buffer.read(), when, bar.tell)
            if paths == ["-"]
            else held.add(paths, when, bar.tell, fetch=fetch)
        )
    if as_json:
        show_json(
            {
                "given": added.given,
                "read": added.read,
                "already": added.already,
                "copies": added.copies,
                "skipped": added.skipped,
                "assertions": added.assertions,
                "words": added.words,
            }
        )
    else:
        show(_summary(added))
    _complain(added.skipped)


@app.command(epilog="Example: avowed read page.html --jsonl")
def read(
    paths: Annotated[list[str], typer.Argument(help="Files and folders, or - for standard input.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One reading a line, in the reading format.")] = False,
    pretty: Annotated[bool, typer.Option("--pretty", help="The reading format, indented.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Only the main text, as it is read.")] = False,
    mentions_only: Annotated[bool, typer.Option("--mentions-only", help="Only the mentions.")] = False,
    text_jsonl: Annotated[
        bool, typer.Option("--text-jsonl", help='Lines {"id", "text", "published"?} whose text is taken as it stands.')
    ] = False,
    published: PublishedOption = None,
) -> None:
    """Read documents without a case and print what was read."""
    skipped: list[Skipped] = []
    for reading in _readings(paths, published, text_jsonl, skipped):
        show(_shown(reading, pretty=pretty, jsonl=jsonl or text_jsonl, text=text, mentions_only=mentions_only))
    _complain(skipped)


@app.command(epilog="Example: avowed remove 3f2a9c")
def remove(
    report: Annotated[str, typer.Argument(help="The report's id, or its beginning.")], case: CaseOption = None
) -> None:
    """Take a report out, with its original, its assertions and everything that came from them."""
    with opened(case) as held:
        removed = held.remove(report)
    show(f"Removed report {removed.report[:12]} and its {removed.assertions} assertions.")


def _readings(paths: list[str], published: str | None, as_rows: bool, skipped: list[Any]) -> Iterator[Any]:
    from avowed.case import now
    from avowed.read import ReadOptions, Skipped, originals, originals_in, tesseract, text_lines
    from avowed.walk.readings import annotated, read_documents

    options = ReadOptions(today=now().date(), published=day(published), tesseract=tesseract())
    if as_rows:
        outcomes = annotated(text_lines(paths, options))
    elif paths == ["-"]:
        outcomes = read_documents(originals_in(sys.stdin.buffer.read()), options)
    else:
        outcomes = read_documents(originals(map(Path, paths)), options)
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
        else:
            yield outcome


def _shown(reading: Any, *, pretty: bool, jsonl: bool, text: bool, mentions_only: bool) -> str:
    from avowed.model.wire import compact, to_wire
    from avowed.present.reading import reading_text

    if text:
        return str(reading.report.text)
    wire = to_wire(reading)
    if mentions_only:
        wire = {key: wire[key] for key in ("format", "reader", "report", "mentions", "actors")}
    if pretty:
        return json.dumps(wire, ensure_ascii=False, indent=2)
    if jsonl or mentions_only:
        return compact(wire)
    return reading_text(reading)


def _summary(added: "Added") -> str:
    rows = [
        f"{added.given} documents: {len(added.read)} read ({added.words:,} words, {added.assertions:,} assertions), "
        f"{len(added.already)} there already, {len(added.copies)} copies, {len(added.skipped)} skipped"
    ]
    rows += [f"  the same text: {source} = {other}" for source, other in added.copies]
    return "\n".join(rows)


def _complain(skipped: list[Any]) -> None:
    """One line on standard error for each document that was not read; exit status 1 if there is any."""
    for one in skipped:
        complain(f"skipped {one.source}: {one.reason}")
    if skipped:
        raise typer.Exit(1)
