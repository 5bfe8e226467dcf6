"""Commands that set lines beside lines: who, suppose, rate, labour, contradictions, changes, record, why."""

from typing import Annotated

import typer

from avowed.cli.app import CaseOption, JsonOption, app, day, opened, person, show, show_json
from avowed.cli.asking import KnownOption, known_day
from avowed.cli.deciding import WhyOption

IncidentArgument = Annotated[str, typer.Argument(help="The key of an incident, or of a line that tells of it.")]
NamesArgument = Annotated[list[str] | None, typer.Argument(help="Only these actors.")]


@app.command(epilog="Example: avowed who 3f2a9c0d1e2b4a5f")
def who(
    incident: IncidentArgument, case: CaseOption = None, as_json: JsonOption = False, known: KnownOption = None
) -> None:
    """Set the hypotheses on who did it against the evidence, the least inconsistent first."""
    with opened(case) as held:
        found = held.who(incident, known_day(known))
    if as_json:
        show_json(found)
        return
    from avowed.present.comparing import matrix_text

    show(matrix_text(found))


@app.command(epilog='Example: avowed suppose 3f2a9c0d1e2b4a5f "the army itself" --why "the wreck was army issue"')
def suppose(incident: IncidentArgument, words: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Add a hypothesis on who did it: the name of an actor, or words of your own; kept in the log."""
    with opened(case) as held:
        number = held.suppose(incident, words, why, person())
    show(f"Decision {number}: {words!r} is a hypothesis. Take it back with: avowed undo {number}")


@app.command(
    epilog='Example: avowed rate 77aa9c0d1e2b4a5f 3f2a9c0d1e2b4a5f "the army itself" 2',
    context_settings={"ignore_unknown_options": True},
)
def rate(
    line: Annotated[str, typer.Argument(help="The key of the line that speaks for or against it.")],
    incident: IncidentArgument,
    words: Annotated[str, typer.Argument(help="The hypothesis, as `avowed who` prints it.")],
    rating: Annotated[
        int, typer.Argument(help="-2 strongly inconsistent, -1, 0 says nothing, 1, 2 strongly consistent.")
    ],
    case: CaseOption = None,
    why: WhyOption = "",
) -> None:
    """Rate a line for a hypothesis; your rating takes the place of the one that follows from its words."""
    with opened(case) as held:
        number = held.rate(line, incident, words, rating, why, person())
    show(f"Decision {number}: line {line} is rated {rating:+d} for {words!r}. Take it back with: avowed undo {number}")


@app.command(epilog='Example: avowed labour "Haqqani network" "Islamic State-Khorasan" "Taliban"')
def labour(
    names: Annotated[list[str], typer.Argument(help="The actors among whom the work is divided.")],
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """Show who leads, pays, trains, arms, shelters, scouts, executes and claims among some actors."""
    with opened(case) as held:
        found = held.labour(*names, known_on=known_day(known))
    if as_json:
        show_json(found)
        return
    from avowed.present.comparing import labour_text

    show(labour_text(found))


@app.command(epilog='Example: avowed contradictions "Taliban"')
def contradictions(
    names: NamesArgument = None, case: CaseOption = None, as_json: JsonOption = False, known: KnownOption = None
) -> None:
    """List lines that cannot all hold, side by side: sign, toll, date, place, responsibility, identity."""
    with opened(case) as held:
        found = held.contradictions(*(names or ()), known_on=known_day(known))
    if as_json:
        show_json(found)
        return
    from avowed.present.comparing import contradictions_text

    show(contradictions_text(found))


@app.command(epilog="Example: avowed changes --since 2021-08-01")
def changes(
    since: Annotated[
        str, typer.Option("--since", help="What was published after this day (2021-08-01, 2021-08, 2021).")
    ],
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """Show what is new since a day: relations that are new, reversed, stronger or weaker; incidents; actors."""
    first = day(since).first
    with opened(case) as held:
        found = held.changes(first, known_day(known))
    if as_json:
        show_json(found)
        return
    from avowed.present.comparing import changes_text

    show(changes_text(found))


@app.command(epilog="Example: avowed record")
def record(
    name: Annotated[str | None, typer.Argument(help="Only predictions that this actor has a part in.")] = None,
    case: CaseOption = None,
    as_json: JsonOption = False,
    known: KnownOption = None,
) -> None:
    """Show how often those who foretell were right, and what is due and not decided."""
    with opened(case) as held:
        found, names = held.record(name, known_day(known)), held.names()
    if as_json:
        show_json(found)
        return
    from avowed.present.comparing import records_text

    show(records_text(found, names))


@app.command(epilog="Example: avowed why 3f2a9c0d1e2b4a5f")
def why(line: str, case: CaseOption = None, as_json: JsonOption = False) -> None:
    """Show what a line weighs and why: every factor, with where it comes from."""
    with opened(case) as held:
        tie, weight = held.why(line)
        names = held.names()
    if as_json:
        show_json({"tie": tie, "weight": weight})
        return
    from avowed.present.comparing import weight_text

    show(weight_text(tie, weight, names))
