"""Writes docs/reference/commands.md and settings.md from the program itself; a test compares them with what is committed.

python docs/write_reference.py
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from avowed import settings
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
    for name, command in sorted(group.commands.items()):
        if not command.hidden:
            parts += ["", *_command(name, command)]
    return "\n".join(parts) + "\n"


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
    shown = ", ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.name.upper()
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


PAGES = {"commands.md": commands, "settings.md": settings_page}

if __name__ == "__main__":
    for page, write in PAGES.items():
        (REFERENCE / page).write_text(write(), encoding="utf-8")
