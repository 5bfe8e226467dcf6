"""What a row of the matcher's table is: a named reason with its weight in log-odds, its words and two examples."""

from collections.abc import Callable
from dataclasses import dataclass

from avowed.resolve.who.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """One named reason: when it holds, what it weighs, what is told of it, a pair for which it holds and one for which not.

    Examples are written `kind: one ~ other | beside=A,B; in=AF/PK; given=2; together`, where `beside` names persons that
    both reports name, `in` the countries of the reports, `given` how many reports call the one by the other's name, and
    `together` puts both into one report; all but the names may be left out.
    """

    name: str
    weight: float
    words: str
    holds: Callable[[Evidence], bool]
    yes: str
    no: str
    dependent: bool = False
    """True where the name that brought the two together may be another actor's as well."""
