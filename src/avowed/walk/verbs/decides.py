"""What a person decides: each verb is one more row in the log, which undo takes back by another.

Each gives the decision's number, for undo. `seen` is the number of the latest decision that the person knew of: a later one
on the same thing raises Superseded, so that two windows never overwrite each other.
"""

from avowed import store
from avowed.model.corrections import Correction
from avowed.model.decisions import Decision, Verdict
from avowed.model.resolution import Conflict, IncidentPair, Proposal
from avowed.store import derive, merging, write
from avowed.version import __version__
from avowed.walk import deciding
from avowed.walk.rebuild import follow
from avowed.walk.verbs.opened import Clock, Opened, now


class Decides(Opened):
    """Verbs by which a person decides, and what waits for a decision."""

    def __init__(self, held: store.Store, clock: Clock = now) -> None:
        super().__init__(held, clock)
        self._conflicts: tuple[Conflict, ...] = ()

    def same(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that two actors are one."""
        return self._decide(Verdict.SAME, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def not_same(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that two actors are two."""
        return self._decide(Verdict.NOT_SAME, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def unsure(self, one: str, other: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that it cannot be told whether two actors are one: they stay apart and are not proposed again."""
        return self._decide(Verdict.UNSURE, deciding.occurrences_of(self.store, one, other), why, who, seen)

    def accept(self, line: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that a line was read rightly."""
        return self._decide(Verdict.ACCEPT, (deciding.line_key(self.store, line), ""), why, who, seen)

    def reject(self, line: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide that a line was read wrongly: it counts no more, and is kept."""
        return self._decide(Verdict.REJECT, (deciding.line_key(self.store, line), ""), why, who, seen)

    def edit(self, line: str, given: Correction, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Decide how a line should have been read: it counts no more, and the corrected line stands beside it."""
        on = deciding.correction_of(self.store, Verdict.EDIT, deciding.line_key(self.store, line), given)
        return self._decide(Verdict.EDIT, on, why, who, seen)

    def add_line(self, report: str, given: Correction, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Add a tie that was missed in a report, with the words that tell of it."""
        return self._decide(Verdict.ADD, deciding.correction_of(self.store, Verdict.ADD, report, given), why, who, seen)

    def grade(self, publisher: str, letter: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Grade a publisher by an Admiralty letter, A to F."""
        return self._decide(Verdict.GRADE, deciding.graded(self.store, publisher, letter), why, who, seen)

    def outcome(self, line: str, became: str, report: str = "", why: str = "", who: str = "") -> int:
        """Decide what became of a prediction: "came-true", "failed" or "open", with the report that shows it."""
        return self._decide(Verdict.OUTCOME, deciding.foretold(self.store, line, became, report), why, who, None)

    def suppose(self, incident: str, words: str, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Add a hypothesis on who did it: an actor's name, or words of your own."""
        return self._decide(Verdict.SUPPOSE, deciding.supposed(self.store, incident, words), why, who, seen)

    def rate(self, line: str, incident: str, words: str, rating: int, why: str = "", who: str = "") -> int:
        """Rate a line for a hypothesis on an incident: -2 strongly inconsistent ... +2 strongly consistent."""
        return self._decide(Verdict.RATE, deciding.rated(self.store, line, incident, words, rating), why, who, None)

    def undo(self, number: int, why: str = "", who: str = "", seen: int | None = None) -> int:
        """Take a decision back by one more row in the log."""
        return self._decide(Verdict.UNDO, (deciding.undoable(self.store, number), ""), why, who, seen)

    def decisions(self) -> tuple[Decision, ...]:
        """The log, in order."""
        return write.decisions(self.store)

    def against(self, number: int) -> tuple[str, ...]:
        """The earlier decisions that one just made contradicts, in words."""
        return deciding.against(self.decisions(), number, self._conflicts)

    def proposals(self) -> tuple[Proposal, ...]:
        """Pairs of actors that may be one, for a person to decide."""
        return derive.proposals(self.store)

    def incident_proposals(self) -> tuple[IncidentPair, ...]:
        """Pairs of incidents that may be one, for a person to decide."""
        return merging.pairs(self.store)

    def _decide(self, verdict: Verdict, on: tuple[str, str], why: str, who: str, seen: int | None) -> int:
        row = Decision(0, verdict, *on, who, self._stamp(), why, __version__)
        number = write.decide(self.store, row, seen)
        self._conflicts = follow(self.store, row)
        return number
