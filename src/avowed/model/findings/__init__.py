"""What the assertions amount to: derived, recomputable, and always naming the assertions behind them."""

from avowed.model.findings.closeness import NOTHING, Closeness, Denial, Gap, Range, Tally, Without
from avowed.model.findings.course import Moment, Phase, Together, Turn
from avowed.model.findings.dossier import Dossier, Handover, Office
from avowed.model.findings.lines import Line, Source, Tie, Weight
from avowed.model.findings.outlines import Outline
from avowed.model.findings.pair import Pair
from avowed.model.findings.told import Entry, Foretold, Outlet, Said
from avowed.model.findings.ways import Path, Step, Third

__all__ = [
    "NOTHING",
    "Closeness",
    "Denial",
    "Dossier",
    "Entry",
    "Foretold",
    "Gap",
    "Handover",
    "Line",
    "Moment",
    "Office",
    "Outlet",
    "Outline",
    "Pair",
    "Path",
    "Phase",
    "Range",
    "Said",
    "Source",
    "Step",
    "Tally",
    "Third",
    "Tie",
    "Together",
    "Turn",
    "Weight",
    "Without",
]
