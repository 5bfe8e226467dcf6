"""Turning what a person says into a row of the decision log: names into occurrences, grades into letters."""

from avowed.errors import UsageError
from avowed.model.corrections import Correction, as_text
from avowed.model.decisions import IDENTITY, Decision, Outcome, Verdict, about, in_force
from avowed.model.resolution import Conflict
from avowed.model.vocabulary import Kind
from avowed.settings import defaults
from avowed.store import Store, corrections, derive, find
from avowed.store.write import decisions
from avowed.walk.comparing import incident_called, who
from avowed.walk.enquiry import actor_called

_LETTERS = "ABCDEF"
_SHOWN = 20
_LOWEST = -2


def occurrences_of(store: Store, one: str, other: str) -> tuple[str, str]:
    """What stands for two actors, or for two incidents, in the log; UsageError where the two cannot be told apart.

    An actor is given by a name or by the key of one of its occurrences, an incident by the key of a line
    that tells of it.
    """
    if derive.are_told(store, (one, other)):
        return one, other
    left, right = _occurrences(store, one), _occurrences(store, other)
    pairs = ((mine, theirs) for mine in left for theirs in right if mine != theirs)
    if len(left) > 1 and left == right:
        raise UsageError(_one_already(one, other, left))
    found = next(pairs, None)
    if found is None:
        raise UsageError(f"{one!r} and {other!r} are one and the same place in one report; there is nothing to decide.")
    return found


def _occurrences(store: Store, words: str) -> tuple[str, ...]:
    """The one occurrence that has this key, or all of the actor that has this name."""
    if find.actor_of(store, words) is not None:
        return (words,)
    return find.occurrence_keys(store, actor_called(store, words).key)


def _one_already(one: str, other: str, keys: tuple[str, ...]) -> str:
    listed = "\n".join(f"  - {key}" for key in keys[:_SHOWN])
    more = f"\n  and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    return (
        f"{one!r} and {other!r} are one actor already. To part one report's from the others, give its occurrence in "
        f"place of the first name, in quotes:\n{listed}{more}"
    )


def line_key(store: Store, line: str) -> str:
    """The full key of a line; UsageError when there is none."""
    if not find.lines(store, [line]):
        raise UsageError(f"No line has the key {line!r}. The key stands in brackets behind each line.")
    return line


def graded(store: Store, publisher: str, letter: str) -> tuple[str, str]:
    """A publisher of the case and a valid letter."""
    known = {stored.report.publisher for stored in find.reports(store)}
    if publisher not in known:
        raise UsageError(f"No report in this case is from {publisher!r}. `avowed sources` lists the publishers.")
    if letter.upper() not in _LETTERS or len(letter) != 1:
        raise UsageError(
            f"{letter!r} is no grade; the Admiralty letters are A (reliable) to E, and F (cannot be judged)."
        )
    return publisher, letter.upper()


def foretold(store: Store, line: str, outcome: str, report: str) -> tuple[str, str]:
    """The line of a prediction, and what became of it with the report that shows it."""
    if outcome not in set(Outcome):
        raise UsageError(f"{outcome!r} is no outcome of a prediction; say one of {', '.join(Outcome)}.")
    if line not in {found.key for found, _ in find.lines_of_kind(store, (Kind.PREDICTION,), keys=[line])}:
        raise UsageError(f"No prediction has the key {line!r}. `avowed predictions` lists them with their keys.")
    if not report:
        return line, outcome
    known = [one.report.id for one in find.reports(store) if one.report.id.startswith(report)]
    if len(known) != 1:
        raise UsageError(
            f"There is {'more than one' if known else 'no'} report {report!r}. `avowed sources` lists them."
        )
    return line, f"{outcome} {known[0]}"


def supposed(store: Store, incident: str, words: str) -> tuple[str, str]:
    """A line that tells of the incident, and the hypothesis in words."""
    if not words.strip():
        raise UsageError('Say what you suppose: the name of an actor, or words of your own, such as "the army itself".')
    return incident_called(store, incident).key, " ".join(words.split())


def rated(store: Store, line: str, incident: str, words: str, rating: int) -> tuple[str, str]:
    """The rated line, and the rating with the incident's line and the hypothesis."""
    if not _LOWEST <= rating <= -_LOWEST:
        raise UsageError(f"{rating} is no rating; it goes from -2 (strongly inconsistent) to 2 (strongly consistent).")
    told = incident_called(store, incident)
    known = hypotheses(store, told.key)
    if words.casefold() not in {one.casefold() for one in known}:
        listed = ", ".join(known) or "none yet"
        raise UsageError(f"{words!r} is no hypothesis on this incident (there are: {listed}). Add it: avowed suppose")
    return line_key(store, line), f"{rating} {told.key} {words}"


def hypotheses(store: Store, incident: str) -> tuple[str, ...]:
    """The hypotheses on an incident, in words."""
    return tuple(one.words for one in who(store, incident, defaults()).hypotheses)


def undoable(store: Store, number: int) -> str:
    """The number of a decision that is in force, as the log writes it."""
    if number not in {decision.number for decision in in_force(decisions(store))}:
        raise UsageError(f"There is no decision {number} in force. `avowed decisions` lists them.")
    return str(number)


def correction_of(store: Store, verdict: Verdict, left: str, given: Correction) -> tuple[str, str]:
    """What an edit or an addition says in the log; UsageError where it cannot be made."""
    if given.empty:
        raise UsageError("Nothing is other than it was read. Change something, or accept the line.")
    if verdict is Verdict.ADD:
        found = find.report(store, left)
        left = found.id if found else left
    row = Decision(0, verdict, left, as_text(given), "", "")
    try:
        corrections.check(store, row)
    except ValueError as error:
        raise UsageError(f"This cannot be written down: {error}.") from error
    return row.left, row.right


def against(log: tuple[Decision, ...], number: int, conflicts: tuple[Conflict, ...]) -> tuple[str, ...]:
    """The earlier decisions that one contradicts, in words."""
    made = next(one for one in log if one.number == number)
    told = [conflict.words for conflict in conflicts if number in conflict.decisions]
    if made.verdict not in IDENTITY and made.verdict is not Verdict.UNDO:
        before = [d for d in in_force(log) if d.number < number and about(d, log) == about(made, log)]
        told += [
            f"{one.who or 'somebody'} said {one.verdict} before, as number {one.number} at {one.at[:10]}"
            for one in before[-1:]
            if (one.verdict, one.right) != (made.verdict, made.right)
        ]
    return tuple(told)
