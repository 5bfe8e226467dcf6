"""How often those who foretell were right: by who speaks, with the count, and never a rate from a handful."""

from collections.abc import Mapping
from dataclasses import dataclass

from avowed.model.vocabulary import Factuality


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of predictions told so surely: how many were decided, and what share of them came true."""

    decided: int
    came_true: float


@dataclass(frozen=True, slots=True)
class Record:
    """One speaker's predictions by what became of them; `due` are the open ones whose time has passed.

    `calibration` holds only those degrees of sureness of which enough predictions were decided.
    """

    speaker: str
    came_true: tuple[str, ...]
    failed: tuple[str, ...]
    open: tuple[str, ...]
    due: tuple[str, ...]
    calibration: Mapping[Factuality, Calibration]

    @property
    def decided(self) -> int:
        """How many were decided."""
        return len(self.came_true) + len(self.failed)
