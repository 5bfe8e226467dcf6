"""What persons decided: an append-only log, stored beside what was read and folded over it, never inside it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What was decided."""

    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    ADD = "add"
    GRADE = "grade"
    SUPPOSE = "suppose"
    RATE = "rate"
    OUTCOME = "outcome"
    UNDO = "undo"


class Outcome(StrEnum):
    """What became of a prediction."""

    OPEN = "open"
    CAME_TRUE = "came-true"
    FAILED = "failed"


IDENTITY = frozenset({Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE})
"""Verdicts on who is who, or on which tellings are of one incident: they change what is derived."""


ON_OCCURRENCES = "/"
"""Every occurrence's key has one; keys of lines, on which incidents are decided, have none."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the log.

    `left` and `right` are occurrence keys for same, not-same and unsure; `left` is an assertion key for accept and
    reject, the publisher for grade (`right` is its Admiralty letter), the number of an earlier decision for undo.
    For edit `left` is the key of the line and `right` what is other than read, for add `left` is the report's id and
    `right` the whole line (both in JSON, see `model.corrections`).
    For suppose `left` is the key of a line that tells of the incident and `right` the hypothesis in words; for rate
    `left` is the key of the rated line and `right` the rating, the incident's line and the hypothesis: "-2 KEY WORDS".
    For outcome `left` is the key of a prediction's line and `right` what became of it with the report that shows it:
    "failed REPORT". `at` is an ISO 8601 time with its zone.
    """

    number: int
    verdict: Verdict
    left: str
    right: str
    who: str
    at: str
    why: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An actor as one report names it, as the resolver sees it; the key survives re-reading.

    The key is the report's id (first 16 digits) and the folded name: `0123456789abcdef/taliban`.
    """

    key: str
    report: str
    local: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    known_as: str | None = None
    countries: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()


_ON = {Verdict.GRADE: "publisher", Verdict.OUTCOME: "outcome"}


def in_force(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that no later undo has taken back, in order."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.verdict is Verdict.UNDO and decision.number not in undone:
            undone.add(int(decision.left))
    return tuple(d for d in decisions if d.number not in undone and d.verdict is not Verdict.UNDO)


def about(decision: Decision, log: tuple[Decision, ...]) -> tuple[str, ...]:
    """The thing that a decision is on: a pair, a line, a publisher, a hypothesis ...; for an undo that of the undone."""
    if decision.verdict is Verdict.UNDO:
        undone = next((one for one in log if str(one.number) == decision.left), None)
        return about(undone, log) if undone else ()
    if decision.verdict in IDENTITY:
        return ("pair", *sorted((decision.left, decision.right)))
    if decision.verdict is Verdict.ADD:
        return ("added", decision.left, decision.right)
    if decision.verdict is Verdict.SUPPOSE:
        return ("hypothesis", decision.left, decision.right.casefold())
    if decision.verdict is Verdict.RATE:
        return ("rating", decision.left, decision.right.partition(" ")[2].casefold())
    return (_ON.get(decision.verdict, "line"), decision.left)


def later_on_the_same(decision: Decision, log: tuple[Decision, ...], seen: int) -> Decision | None:
    """The first decision on the same thing that was made after number `seen`; None where nothing came between."""
    thing = about(decision, log)
    return next((one for one in log if one.number > seen and about(one, log) == thing), None)


def outcomes(decisions: tuple[Decision, ...]) -> dict[str, tuple[Outcome, str]]:
    """Key of a prediction's line -> what became of it by the latest decision in force, and the report that shows it."""
    found: dict[str, tuple[Outcome, str]] = {}
    for decision in in_force(decisions):
        if decision.verdict is Verdict.OUTCOME:
            outcome, _, report = decision.right.partition(" ")
            found[decision.left] = (Outcome(outcome), report)
    return found
