"""Turning what a person says into a row of the decision log: names into occurrences, grades into letters."""

from avowed.enquiry import actor_called
from avowed.errors import UsageError
from avowed.model.decisions import in_force
from avowed.store import Store, find
from avowed.store.write import decisions

_LETTERS = "ABCDEF"


def occurrences_of(store: Store, one: str, other: str) -> tuple[str, str]:
    """The occurrence keys that stand for two actors in the log; UsageError when they are one already."""
    left, right = actor_called(store, one), actor_called(store, other)
    if left.key == right.key:
        raise UsageError(
            f"{one!r} and {other!r} are one actor already ({left.name}). To part names that were merged, use their "
            "occurrences: avowed actor shows them."
        )
    return find.first_occurrence(store, left.key), find.first_occurrence(store, right.key)


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


def undoable(store: Store, number: int) -> str:
    """The number of a decision that is in force, as the log writes it."""
    if number not in {decision.number for decision in in_force(decisions(store))}:
        raise UsageError(f"There is no decision {number} in force. `avowed decisions` lists them.")
    return str(number)
