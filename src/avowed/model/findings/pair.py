"""The answer to the product's question for two actors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from avowed.model.findings.closeness import Closeness, Denial, Gap, Tally
from avowed.model.findings.course import Moment, Phase, Together, Turn
from avowed.model.findings.lines import Line, Tie, Weight
from avowed.model.findings.told import Entry, Said
from avowed.model.findings.ways import Path, Third
from avowed.model.vocabulary import Dimension, Voice


@dataclass(frozen=True, slots=True)
class Pair:
    """The answer to the product's question for two actors; by default over all times.

    `shown` is closeness by observed and assessed lines together; `gaps` and `denials` are each party's own. `phases`
    and `turns` are of what is shown, `stated_phases` of what the two say; `lines` are those behind paths and thirds.
    `above` are ties with a body that one of the two is part of, `own_words` what one side says of the other that is no
    tie, `beside` what others foretell, judge or say of both at once, `incidents` those in which both have a part: all
    four are listed and never counted.
    """

    left: str
    right: str
    ties: tuple[Tie, ...]
    voices: Mapping[Voice, Tally]
    closeness: Mapping[Voice, Closeness | None]
    dimensions: Mapping[Dimension, Mapping[Voice, Tally]]
    years: Mapping[int, Mapping[Voice, Tally]]
    undated: Tally
    gap: Gap | None
    turns: tuple[Turn, ...]
    paths: tuple[Path, ...]
    between_parts: tuple[Tie, ...]
    missing: tuple[str, ...]
    weights: Mapping[str, float]
    names: Mapping[str, str]
    shown: Closeness | None = None
    gaps: Mapping[str, Gap | None] = field(default_factory=dict)
    denials: tuple[Denial, ...] = ()
    phases: tuple[Phase, ...] = ()
    stated_phases: tuple[Phase, ...] = ()
    together: tuple[Together, ...] = ()
    brokers: tuple[Third, ...] = ()
    balance: tuple[Third, ...] = ()
    factors: Mapping[str, Weight] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
    above: tuple[Tie, ...] = ()
    of_bodies: tuple[Tie, ...] = ()
    own_words: tuple[Said, ...] = ()
    beside: tuple[Said, ...] = ()
    incidents: tuple[Entry, ...] = ()
    curve: tuple[Moment, ...] = ()
    stated_curve: tuple[Moment, ...] = ()
    """Month by month, of what is shown and of what the two say; nothing where the evidence is too thin for a number."""
