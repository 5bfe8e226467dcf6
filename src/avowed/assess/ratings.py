"""What a statement on who did it says for and against each hypothesis: a table of conventions, open to argument."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.vocabulary import Basis

# basis -> (rating for the actor named, rating for anybody else); -2 strongly inconsistent ... +2 strongly consistent.
# A claim may be boastful, a denial is cheap, a suspicion of one says nothing of another.
_RATINGS: Mapping[Basis, tuple[int, int]] = {
    Basis.CONVICTED: (2, -2),
    Basis.REPORTED: (2, -2),
    Basis.CLAIMED: (2, -1),
    Basis.ACCUSED_BY_AUTHORITIES: (1, -1),
    Basis.ATTRIBUTED: (1, -1),
    Basis.SUSPECTED: (1, 0),
    Basis.DENIED: (-1, 0),
    Basis.NO_COMMENT: (0, 0),
}
_WORDS: Mapping[Basis, str] = {
    Basis.REPORTED: "reported as done by",
    Basis.CLAIMED: "claimed by",
    Basis.ATTRIBUTED: "attributed to",
    Basis.SUSPECTED: "suspected:",
    Basis.ACCUSED_BY_AUTHORITIES: "accused by authorities:",
    Basis.CONVICTED: "convicted:",
    Basis.DENIED: "denied by",
    Basis.NO_COMMENT: "no comment from",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One line's word on one actor; `beside` are all whom the same line names as having done it."""

    line: str
    actor: str
    basis: Basis
    speaker: str
    family: str
    beside: frozenset[str] = frozenset()

    def words(self, names: Mapping[str, str]) -> str:
        """The statement in a few words."""
        if not self.actor:
            return "rated by a person"
        said = f" (says {self.speaker})" if self.speaker else ""
        return f"{_WORDS[self.basis]} {names.get(self.actor, self.actor)}{said}"


def rating(statement: Statement, hypothesis: str) -> int:
    """What the statement says of the hypothesis that this actor did it."""
    own, others = _RATINGS[statement.basis]
    if hypothesis == statement.actor:
        return own
    return 0 if hypothesis in statement.beside else others
