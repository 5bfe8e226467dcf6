"""Commands that show, export, keep and check: report, export, backup, restore, settings, verify, doctor, schema, version."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avowed.cli.app import CaseOption, JsonOption, app, complain, day, nearest, opened, show, show_json

if TYPE_CHECKING:
    from datetime import date

    from avowed.case import Case

OutputOption = Annotated[Path, typer.Option("-o", "--output", help="The file to write; it is replaced whole.")]


@app.command(epilog='Example: avowed report "Taliban" "Islamic State-Khorasan" -o page.html')
def report(
    one: Annotated[str, typer.Argument(help="An actor.")],
    other: Annotated[str | None, typer.Argument(help="Another; without it, who the first one is.")] = None,
    output: OutputOption = Path("answer.html"),
    case: CaseOption = None,
    known: Annotated[str | None, typer.Option("--as-known-on", help="Only what was published by this day.")] = None,
) -> None:
    """Write the answer for two actors, or on one, as one self-contained HTML page, Markdown or PDF, by the file's name."""
    from avowed.files import write_whole

    when = day(known)
    with opened(case) as held:
        content = _answer(held, one, other, when.last if when else None, markdown=output.suffix == ".md")
    write_whole(output, _printed(content) if output.suffix == ".pdf" else content.encode("utf-8"))
    show(f"Wrote {output}")


def _printed(page: str) -> bytes:
    from avowed.printing import pdf

    return pdf(page)


def _answer(held: "Case", one: str, other: str | None, known: "date | None", *, markdown: bool) -> str:
    from avowed.present import dossier_markdown, pair_markdown

    if other is None:
        return dossier_markdown(held.actor(one, known)) if markdown else held.dossier(one, known)
    return pair_markdown(held.ask(one, other, known)) if markdown else held.report(one, other, known)


FORMATS_HELP = (
    "csv, ftm, stix, graphml, gexf, geojson, acled, gtd, annotations, langextract, or all; give it once for each."
)


@app.command(epilog="Example: avowed export -o tables/ --format csv --format stix")
def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write to.")],
    case: CaseOption = None,
    formats: Annotated[list[str] | None, typer.Option("--format", help=FORMATS_HELP)] = None,
) -> None:
    """Write the case as tables, entities, networks or maps that other programs open, each row with its quote."""
    from avowed.walk.exporting import NAMES

    wanted = NAMES if formats and "all" in formats else formats or ["csv"]
    with opened(case) as held:
        for path in held.export(output, wanted):
            show(f"Wrote {path}")


@app.command(epilog="Example: avowed backup -o case-2021-08.zip")
def backup(output: OutputOption, case: CaseOption = None) -> None:
    """Write the whole case into one file: database, settings and originals; others may go on writing meanwhile."""
    with opened(case) as held:
        done = held.back_up(output)
    for fault in done.faults:
        complain(fault)
    show(f"Wrote {done.path}: {done.files} files. Make the case again with: avowed restore {done.path} FOLDER")
    raise typer.Exit(1 if done.faults else 0)


@app.command(epilog="Example: avowed restore case-2021-08.zip my-case")
def restore(
    source: Annotated[Path, typer.Argument(help="The file that `avowed backup` wrote.")],
    place: Annotated[str, typer.Argument(help="The folder, or postgresql://user@host/db; it must hold no case.")],
) -> None:
    """Make a case again from its backup, after checking every file in it."""
    from avowed.case import Case

    with Case.restore(source, place) as held:
        counts, where = held.counts(), held.place
    show(f"Made the case in {where} again: {counts['reports']:,} reports, {counts['assertions']:,} assertions.")


@app.command(epilog="Example: avowed settings > mine.toml; avowed settings --from mine.toml")
def settings(
    case: CaseOption = None,
    given: Annotated[Path | None, typer.Option("--from", help="A file of settings to put in their place.")] = None,
) -> None:
    """Print the settings of the case, or put those of a file in their place: a case on a server has no file to edit."""
    with opened(case) as held:
        if given is None:
            show(held.settings_text().rstrip("\n"))
            return
        held.set_settings(given.read_bytes())
        show(f"The settings of {held.place} are now those of {given}.")


@app.command(epilog="Example: avowed verify")
def verify(case: CaseOption = None, as_json: JsonOption = False) -> None:
    """Cut every stored quote again from its report, hash every original again, and say what is not equal."""
    with opened(case) as held:
        faults, counts = list(held.verify()), held.counts()
    if as_json:
        show_json({"faults": faults, **counts})
    else:
        for fault in faults:
            complain(fault)
        show(f"{counts['assertions']:,} quotes in {counts['reports']:,} reports checked, {len(faults)} faults.")
    raise typer.Exit(1 if faults else 0)


@app.command(epilog="Example: avowed doctor")
def doctor(case: CaseOption = None, as_json: JsonOption = False) -> None:
    """Check the installation and, where there is one, the case; say what is wrong and how to mend it."""
    from avowed.doctor import examine
    from avowed.errors import NoCase

    try:
        place: Path | str | None = case or nearest(Path.cwd())
    except NoCase:
        place = None
    findings = examine(place)
    if as_json:
        show_json(findings)
    else:
        show("\n".join(f"{'ok  ' if finding.well else 'FAIL'}  {finding.words}" for finding in findings))
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


@app.command(epilog="Example: avowed schema > reading.schema.json")
def schema() -> None:
    """Print the JSON Schema of the reading format."""
    from avowed.schema import schema as published

    show(json.dumps(published(), indent=2))


@app.command(epilog="Example: avowed version")
def version() -> None:
    """Print the version."""
    from avowed.version import __version__

    show(__version__)
