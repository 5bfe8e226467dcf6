"""The commands' common ground: the app, which case is meant, and how answers are printed."""

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avowed.errors import NoCase

if TYPE_CHECKING:
    from avowed.case import Case

app = typer.Typer(
    name="avowed",
    help="How close two actors really are, beside what they say about each other: every line with its words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# Controls of terminals and marks of direction; in JSON the number that stands for one is JSON's own way to write it.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

CaseOption = Annotated[
    str | None,
    typer.Option(
        "--case",
        envvar="AVOWED_CASE",
        help="The case's folder, or postgresql://user@host/db; else the nearest one from here upwards.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def opened(place: str | None) -> "Case":
    """The case that is meant; NoCase when there is none here or above."""
    from avowed.case import Case

    return Case.open(place or nearest(Path.cwd()))


def nearest(start: Path) -> Path:
    """The nearest folder from here upwards that holds a case."""
    for folder in (start, *start.parents):
        if (folder / "case.sqlite").is_file():
            return folder
    raise NoCase("There is no case here or in a folder above. Make one with: avowed init my-case")


def show(text: str) -> None:
    """Print text to standard output; where its encoding lacks a character, a question mark stands for it."""
    typer.echo(harmless(text))


def complain(text: str) -> None:
    """Print one line to standard error."""
    typer.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    """Text as a terminal can be given it: what would move its cursor or turn its words is shown by its number."""
    return _ACTING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def show_json(value: object) -> None:
    """Print a finding, or a list of them, as JSON with sorted keys' order left as the model has it."""
    from avowed.model.codec import encode

    typer.echo(harmless(json.dumps(encode(value), ensure_ascii=False, indent=2)))


def person() -> str:
    """Who decides: AVOWED_USER, else the name of the account."""
    return os.environ.get("AVOWED_USER") or os.environ.get("USER") or os.environ.get("USERNAME") or "unknown"


def day(text: str | None) -> Any:
    """A day, month or year in ISO 8601 as an interval; BadParameter when it is none."""
    from avowed.model.when import from_iso

    if text is None:
        return None
    try:
        return from_iso(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date; write 2021-08-27, 2021-08 or 2021") from error
