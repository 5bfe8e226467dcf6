"""Commands that ask a case: ask, actor, actors, incidents, says, timeline, sources, find."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from avowed.cli.app import CaseOption, JsonOption, app, day, opened, show, show_json

if TYPE_CHECKING:
    from avowed.model.when import When

KnownOption = Annotated[
    str | None, typer.Option("--as-known-on", help="Answer only from what was published by this day.")
]
DuringOption = Annotated[
    str | None, typer.Option("--during", help="Only lines told to hold in this time: 2021, 2020-03 or 2019..2021-08.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Show every line, not only the weightiest.")]
_MOST, _EVERY = 12, 1_000_000


@app.command(epilog='Example: avowed ask "Taliban" "Islamic State-Khorasan"')
def ask(
    one: str,
    other: str,
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
    during: DuringOption = None,
    every: AllOption = False,
) -> None:
    """Show how close two actors are: what they say beside what is shown, both signs, every line with its quote."""
    with opened(case) as held:
        pair = held.ask(one, other, known_day(known), during_when(during))
    if as_json:
        show_json(pair)
        return
    from avowed.present.terminal import pair_text

    show(pair_text(pair, _EVERY if every else _MOST))


@app.command(epilog='Example: avowed actor "Haqqani network"')
def actor(
    name: str, case: CaseOption = None, as_json: JsonOption = False, known: KnownOption = None, every: AllOption = False
) -> None:
    """Show who an actor is: names, parts, leaders, friends, enemies, what it says, and what is missing."""
    with opened(case) as held:
        dossier = held.actor(name, known_day(known))
    if as_json:
        show_json(dossier)
        return
    from avowed.present.terminal import dossier_text

    show(dossier_text(dossier, _EVERY if every else _MOST))


@app.command(epilog="Example: avowed actors")
def actors(case: CaseOption = None, as_json: JsonOption = False) -> None:
    """List every actor of the case with its other names."""
    with opened(case) as held:
        listed = held.actors()
    if as_json:
        show_json(listed)
        return
    from avowed.present.terminal import actors_text

    show(actors_text(listed))


@app.command(epilog="Example: avowed incidents")
def incidents(case: CaseOption = None, as_json: JsonOption = False, known: KnownOption = None) -> None:
    """List what happened: when, where, tolls as ranges, who claimed, who is suspected, who denies."""
    with opened(case) as held:
        listed = held.incidents(known_day(known))
        lines, names = held.lines([key for one in listed for key in one.assertions]), held.names()
    if as_json:
        show_json(listed)
        return
    from avowed.present.incidents import incidents_text

    show(incidents_text(listed, lines, names))


@app.command(epilog='Example: avowed says "Taliban"')
def says(
    name: Annotated[str | None, typer.Argument(help="Only what this actor says.")] = None,
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """List who said what of whom, with the chain of speakers and the words."""
    with opened(case) as held:
        said, names = held.says(name, known_day(known)), held.names()
    if as_json:
        show_json(said)
        return
    from avowed.present.terminal import says_text

    show(says_text(said, names))


@app.command(epilog="Example: avowed predictions")
def predictions(
    name: Annotated[str | None, typer.Argument(help="Only those that this actor has a part in.")] = None,
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """List what was foretold, warned of or threatened, by whom and by when, and what became of it."""
    with opened(case) as held:
        told, names = held.predictions(name, known_day(known)), held.names()
    if as_json:
        show_json(told)
        return
    from avowed.present.terminal import predictions_text

    show(predictions_text(told, names))


@app.command(epilog='Example: avowed timeline "Taliban" "Islamic State-Khorasan"')
def timeline(
    names: Annotated[list[str] | None, typer.Argument(help="Only these actors.")] = None,
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """List dated incidents and ties, oldest first."""
    with opened(case) as held:
        entries = held.timeline(*(names or ()), known_on=known_day(known))
    if as_json:
        show_json(entries)
        return
    from avowed.present.terminal import timeline_text

    show(timeline_text(entries))


@app.command(epilog="Example: avowed sources")
def sources(case: CaseOption = None, as_json: JsonOption = False) -> None:
    """List publishers and their reports, with copies of one story marked and the grades you gave."""
    with opened(case) as held:
        outlets = held.sources()
    if as_json:
        show_json(outlets)
        return
    from avowed.present.terminal import outlets_text

    show(outlets_text(outlets))


@app.command(epilog='Example: avowed find "safe haven" camps')
def find(
    words: Annotated[list[str], typer.Argument(help="All of these words; a phrase in quotation marks.")],
    case: CaseOption = None,
    as_json: JsonOption = False,
    limit: Annotated[int, typer.Option(help="At most so many reports.", min=1)] = 20,
) -> None:
    """Search the reports' full text."""
    with opened(case) as held:
        hits = held.find(" ".join(f'"{word}"' if " " in word else word for word in words), limit)
    if as_json:
        show_json([{"report": report, "title": title, "around": around} for report, title, around in hits])
        return
    show(
        "\n".join(f"{report[:12]}  {title}\n    {around}" for report, title, around in hits)
        or "No report has these words."
    )


def known_day(text: str | None) -> date | None:
    """The last day that an option names."""
    when = day(text)
    return None if when is None else when.last


def during_when(text: str | None) -> "When | None":
    """A day, month, year, or two of them with `..` between, as one interval."""
    if text is None:
        return None
    from avowed.model.when import When

    first, _, last = text.partition("..")
    start, end = day(first), day(last or first)
    if start.first > end.last:
        raise typer.BadParameter(f"{text!r} ends before it begins")
    return When(start.first, end.last, start.precision)
