"""Who did it: the hypotheses on an incident against its evidence, in the manner of analysis of competing hypotheses.

Heuer, Psychology of Intelligence Analysis (1999), chapter 8: the least inconsistent hypothesis comes first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from avowed.model.findings import Line, Tie
from avowed.model.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One answer to who did it: an actor's, or a person's own words; `inconsistency` is what speaks against it.

    `bases` are the footings on which the reports name it, `decision` the number of the row by which a person added it.
    """

    key: str
    words: str
    inconsistency: float
    support: float
    bases: tuple[Basis, ...] = ()
    decision: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line against every hypothesis: -2 strongly inconsistent ... +2 strongly consistent, 0 says nothing.

    `rated` names the hypotheses whose rating a person gave. `diagnosticity` is how far the line tells them apart: 0
    where it fits all alike. Copies of one story are one piece of evidence.
    """

    line: str
    words: str
    weight: float
    ratings: Mapping[str, int]
    diagnosticity: float
    rated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """An incident's hypotheses, the least inconsistent first, and its evidence, the most telling first.

    `competing` are the actors that each claim it; `gains` are judgements on who profits, never evidence of the deed.
    """

    incident: str
    headline: str
    hypotheses: tuple[Hypothesis, ...]
    evidence: tuple[Evidence, ...]
    competing: tuple[str, ...]
    gains: tuple[tuple[str, str], ...]
    lines: Mapping[str, Line]
    names: Mapping[str, str]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labour:
    """Who does what in a set of actors: function -> actor -> lines; a function that nobody is told to do is missing.

    `ties` are the lines that tell a tie: for whom it is done, and to whom.
    """

    actors: tuple[str, ...]
    functions: Mapping[str, Mapping[str, tuple[str, ...]]]
    lines: Mapping[str, Line]
    names: Mapping[str, str]
    missing: tuple[str, ...] = ()
    ties: Mapping[str, Tie] = field(default_factory=dict)
