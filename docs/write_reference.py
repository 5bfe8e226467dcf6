"""Writes the pages of docs/reference/ that tell the program from the program itself; a test compares them with what is there.

python docs/write_reference.py
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from avowed import settings
from avowed.bulk import tables
from avowed.bulk.questions import questions
from avowed.cli import main  # noqa: F401  # adds every command to the app
from avowed.cli.app import app

REFERENCE = Path(__file__).parent / "reference"


def commands() -> str:
    """Every command with its arguments, options and example."""
    group: Any = get_command(app)
    parts = [
        "# Commands",
        "",
        "Written by `python docs/write_reference.py` from the program itself. Exit status: 0 done, 1 something failed or was "
        "skipped, 2 not understood, 70 a fault of Avowed, 130 stopped.",
    ]
    for name, command in _commands_of(group):
        parts += ["", *_command(name, command)]
    return "\n".join(parts) + "\n"


def _commands_of(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that is shown with its whole name; those of a group under the group's."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _commands_of(command, f"{above}{name} ")
        elif not command.hidden:
            yield f"{above}{name}", command


def _command(name: str, command: Any) -> Iterator[str]:
    usage = command.collect_usage_pieces(command.make_context(name, [], resilient_parsing=True))
    yield f"## {name}"
    yield ""
    yield f"`avowed {' '.join([name, *(piece.replace('{', '').replace('}', '').upper() for piece in usage)])}`"
    yield ""
    yield " ".join((command.help or "").split())
    rows = [row for parameter in command.params if (row := _row(parameter))]
    if rows:
        yield from ("", "| | |", "|---|---|", *rows)
    if command.epilog:
        yield from ("", f"{command.epilog.replace('Example: ', 'Example: `', 1)}`")


def _row(parameter: Any) -> str:
    if getattr(parameter, "hidden", False):
        return ""
    said = " ".join((getattr(parameter, "help", "") or "").split()).replace("|", "\\|")
    shown = (
        ", ".join(parameter.opts)
        if parameter.param_type_name == "option"
        else (parameter.metavar or parameter.name).upper()
    )
    return f"| `{shown}` | {said} |"


def settings_page() -> str:
    """Every setting with its default and the comment that explains it."""
    text = settings.default_text()
    parts = [
        "# Settings",
        "",
        "Written by `python docs/write_reference.py` from the file that `avowed init` puts into a case as `avowed.toml`. Nothing "
        "here changes what was read: only how it is weighed, shown and fetched.",
    ]
    comment: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            comment.append(line.removeprefix("#").strip())
        elif line.startswith("["):
            parts += ["", f"## {line.strip('[]')}", "", "| setting | default | |", "|---|---|---|"]
            comment = []
        elif "=" in line:
            parts.append(_setting(line, comment))
            comment = []
    return "\n".join(parts) + "\n"


def _setting(line: str, comment: list[str]) -> str:
    row: dict[str, Any] = tomllib.loads(line)
    ((name, value),) = row.items()
    return f"| `{name}` | `{value}` | {' '.join(comment).replace('|', chr(92) + '|')} |"


def corpus_page() -> str:
    """Every table of a corpus with its columns, and every question of the list."""
    parts = [
        "# Tables and questions of a corpus",
        "",
        "Written by `python docs/write_reference.py` from the program that writes and asks them. A corpus is a folder of Parquet "
        "files that anything can read: one file a shard under `<table>/` for what is read document by document, one file a table "
        "under `resolved/` for what hangs on all of them. `corpus.json` says which shards count.",
        "",
        "## Read document by document",
        *(row for table in tables.READ for row in _table(table)),
        "",
        "## Resolved over the whole corpus",
        *(row for table in tables.RESOLVED for row in _table(table)),
        "",
        "## Questions",
        "",
        "Asked with `avowed bulk ask OUT --question NAME`. Stories are families of copies: one story counts once however many "
        "papers print it.",
    ]
    for one in questions().values():
        needed = ("", " ACTOR", " ACTOR ACTOR")[one.actors]
        parts += ["", f"### {one.name}{needed}", "", one.asks, "", "```sql", one.sql.strip(), "```"]
    return "\n".join(parts) + "\n"


def _table(table: tables.Table) -> Iterator[str]:
    yield from ("", f"### {table.name}", "", f"A row is {table.words}.", "", "| column | holds | |", "|---|---|---|")
    yield from (f"| `{one.name}` | {one.type} | {one.words} |" for one in table.columns)


PAGES = {"commands.md": commands, "settings.md": settings_page, "corpus.md": corpus_page}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (REFERENCE / page).write_text(write(), encoding="utf-8")
