"""An incident while its tellings are gathered: what they agree on; a draft only ever grows."""

from dataclasses import dataclass, replace

from avowed.annotate.certainty.judge import Certainty
from avowed.annotate.incidents.tellings import Telling
from avowed.annotate.parsing.parsed import Token
from avowed.annotate.sayings.saying import Saying
from avowed.model.vocabulary import IncidentType, Stage

T = IncidentType
# From the vague to the exact: of two tellings of one incident the exacter type holds.
EXACTNESS = (
    T.OTHER, T.ATTACK, T.RAID, T.CLASH, T.SHOOTING, T.ASSASSINATION, T.SIEGE, T.ARSON,
    T.AIR_STRIKE, T.DRONE_STRIKE, T.BOMBING, T.SUICIDE_BOMBING,
)  # fmt: skip
VIOLENT = frozenset(EXACTNESS) - {T.OTHER}


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with how sure it is, who says it, when and where."""

    telling: Telling
    certainty: Certainty
    line: tuple[Saying, ...]
    stage: Stage
    time: str | None
    place: str | None
    sentence: int
    definite: bool
    names: frozenset[str]
    hints: frozenset[str]
    dated: bool

    @property
    def trigger(self) -> Token:
        """The word that tells."""
        return self.telling.trigger


@dataclass(frozen=True, slots=True)
class Draft:
    """Tellings of one incident, in the order of the text."""

    tellings: tuple[Told, ...]
    type: IncidentType
    time: str | None
    place: str | None
    names: frozenset[str]

    @property
    def first(self) -> Told:
        """The telling that the incident is shown by: the first that stands by itself."""
        free = (told for told in self.tellings if not (told.telling.row.dependent or told.telling.row.effect))
        return next(free, self.tellings[0])

    @property
    def last_sentence(self) -> int:
        """The sentence of the last telling."""
        return self.tellings[-1].sentence

    def with_told(self, told: Told) -> "Draft":
        """The draft with one more telling."""
        return replace(
            self,
            tellings=tuple(sorted((*self.tellings, told), key=lambda one: one.trigger.i)),
            type=self.type if self._no_fire(told) else exacter(self.type, told.telling.type),
            time=self.time or told.time,
            place=self.place or told.place,
            names=self.names | told.names | told.hints,
        )

    def _no_fire(self, told: Told) -> bool:
        """Where people were killed, what was burned besides does not make it an arson."""
        harmed = any(one.telling.row.harm for one in self.tellings)
        return told.telling.type is T.ARSON and self.type is T.ATTACK and harmed


def begun(told: Told) -> Draft:
    """The draft of a first telling."""
    return Draft((told,), told.telling.type, told.time, told.place, told.names | told.hints)


def exacter(one: IncidentType, other: IncidentType) -> IncidentType:
    """The exacter of two types; the first where they are not of one family."""
    if one not in EXACTNESS or other not in EXACTNESS:
        return one
    return max(one, other, key=EXACTNESS.index)
