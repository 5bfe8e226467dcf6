"""Commands by which a person decides: same, not-same, accept, reject, grade, undo, decisions, proposals, settle, known."""

from typing import TYPE_CHECKING, Annotated

import typer

from avowed.cli.app import CaseOption, JsonOption, app, opened, person, show, show_json

if TYPE_CHECKING:
    from avowed.model.resolution import IncidentPair

WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept in the log.")]


@app.command(epilog='Example: avowed same "Abdullah Orakzai" "Aslam Farooqi" --why "one alias in the report"')
def same(one: str, other: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Decide that two actors are one, each by a name or an occurrence's key; or two incidents, by keys of lines."""
    with opened(case) as held:
        number = held.same(one, other, why, person())
    show(f"Decision {number}: {one} and {other} are one. Take it back with: avowed undo {number}")


@app.command("not-same", epilog='Example: avowed not-same "Taliban" "Pakistani Taliban"')
def not_same(one: str, other: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Decide that two actors are two, each by a name or an occurrence's key; or two incidents, by keys of lines."""
    with opened(case) as held:
        number = held.not_same(one, other, why, person())
    show(f"Decision {number}: {one} and {other} are two. Take it back with: avowed undo {number}")


@app.command(epilog="Example: avowed accept 3f2a9c0d1e2b4a5f")
def accept(line: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Decide that a line was read rightly; its key stands in brackets behind it."""
    with opened(case) as held:
        number = held.accept(line, why, person())
    show(f"Decision {number}: line {line} is accepted. Take it back with: avowed undo {number}")


@app.command(epilog="Example: avowed reject 3f2a9c0d1e2b4a5f --why 'the speaker is another'")
def reject(line: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Decide that a line was read wrongly: it counts no more, and is kept."""
    with opened(case) as held:
        number = held.reject(line, why, person())
    show(f"Decision {number}: line {line} is rejected. Take it back with: avowed undo {number}")


@app.command(epilog="Example: avowed outcome 3f2a9c0d1e2b4a5f came-true --report 9c1d22aa")
def outcome(
    line: str,
    became: Annotated[str, typer.Argument(help="came-true, failed or open.")],
    report: Annotated[str, typer.Option("--report", help="The report that shows it, by its id or its beginning.")] = "",
    case: CaseOption = None,
    why: WhyOption = "",
) -> None:
    """Decide what became of a prediction; `predictions` shows the keys."""
    with opened(case) as held:
        number = held.outcome(line, became, report, why, person())
    show(f"Decision {number}: prediction {line} is {became}. Take it back with: avowed undo {number}")


@app.command(epilog='Example: avowed grade "The Daily Example" B')
def grade(publisher: str, letter: str, case: CaseOption = None, why: WhyOption = "") -> None:
    """Grade a publisher by the Admiralty letters: A reliable ... E unreliable, F cannot be judged."""
    with opened(case) as held:
        number = held.grade(publisher, letter, why, person())
    show(f"Decision {number}: {publisher} is graded {letter.upper()}. Take it back with: avowed undo {number}")


@app.command(epilog="Example: avowed undo 3")
def undo(number: int, case: CaseOption = None, why: WhyOption = "") -> None:
    """Take a decision back by one more row in the log."""
    with opened(case) as held:
        held.undo(number, why, person())
    show(f"Decision {number} is taken back.")


@app.command(epilog="Example: avowed decisions")
def decisions(case: CaseOption = None, as_json: JsonOption = False) -> None:
    """List the log of decisions."""
    with opened(case) as held:
        log = held.decisions()
    if as_json:
        show_json(log)
        return
    rows = [f"{d.number:>4}  {d.at}  {d.who:<12} {d.verdict:<9} {d.left}  {d.right}  {d.why}".rstrip() for d in log]
    show("\n".join(rows) or "Nothing has been decided yet.")


@app.command(epilog="Example: avowed proposals --incidents")
def proposals(
    case: CaseOption = None,
    as_json: JsonOption = False,
    of_incidents: Annotated[bool, typer.Option("--incidents", help="Incidents in place of actors.")] = False,
) -> None:
    """List actors, or incidents, that may be one, with the reasons for and against, for you to decide."""
    with opened(case) as held:
        if of_incidents:
            _show_incidents(held.incident_proposals(), as_json=as_json)
            return
        listed, names = held.proposals(), held.names()
    if as_json:
        show_json(listed)
        return
    from avowed.present.terminal import proposals_text

    show(proposals_text(listed, names))


def _show_incidents(pairs: "tuple[IncidentPair, ...]", *, as_json: bool) -> None:
    if as_json:
        show_json(pairs)
        return
    from avowed.present.incidents import incident_pairs_text

    show(incident_pairs_text(pairs))


@app.command(epilog="Example: avowed settle")
def settle(case: CaseOption = None) -> None:
    """Weigh the whole case anew: who is who, copies and incidents. It is done by itself after enough new reports."""
    with opened(case) as held:
        held.settle()
        count, incidents = len(held.proposals()), len(held.incident_proposals())
    show(
        f"The case was derived anew. {count} pairs of actors may be one (avowed proposals), and {incidents} of incidents "
        "(avowed proposals --incidents)."
    )


@app.command(epilog="Example: avowed known sanctions.ftm.json")
def known(
    files: Annotated[
        list[str] | None, typer.Argument(help="Files of actors or places; none lists what was brought.")
    ] = None,
    case: CaseOption = None,
    take_out: Annotated[
        str, typer.Option("--take-out", help="The name of a brought file, whose actors or places go.")
    ] = "",
) -> None:
    """Bring known actors (FollowTheMoney, UCDP's table, a CSV) or places (a CSV with latitude and longitude), or list them.

    Actors propose names and never assert a tie; places say where a name lies. --take-out takes those of one file out again.
    """
    with opened(case) as held:
        if take_out:
            held.take_out(take_out)
            show(f"What {take_out} held was taken out.")
            return
        for file in files or ():
            show(f"{held.bring(file)} names brought from {file}.")
        if not files:
            rows = [f"{count:>7,}  {name}" for name, count in held.brought()]
            show("\n".join(rows) or "Nothing was brought yet; the package's own table is known to every case.")
