"""Ties without their words: enough to sort very many out before the few that are shown are read."""

from typing import NamedTuple

from avowed.model.vocabulary import Dimension
from avowed.model.when import When


class Outline(NamedTuple):
    """What a tie tells, and where: `said` is its report or reading and the ends of its quote, `row` what it is found again by."""

    row: int
    key: str
    subject: str
    object: str
    dimension: Dimension
    sign: int
    negated: bool
    when: When
    score: float
    said: tuple[str | int, int, int]
