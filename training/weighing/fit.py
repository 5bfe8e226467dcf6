"""From examples to a table of weights, and how well its scores hold on reports that it was not fitted on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.weighing.logistic import fitted

TABLES = Path(__file__).parents[2] / "src" / "avowed" / "data" / "lexicons"
FOLDS = 10
HEAD = """# How much each reason speaks for or against (a logistic sum), fitted by `python -m training.weighing` on reports
# that the model was not taught. `default` is the score from which a finding counts; what the model gives less than
# `floor` is not weighed, and of less than `asked` only what the fitting is to see; a rule's tie is given from `kept` on.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One possible finding in a report."""

    report: str
    reasons: dict[str, float]
    right: bool


def crossed(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """(score, right) of every example by weights fitted without its report."""
    found = []
    for number in range(FOLDS):
        taught = [one for one in examples if _fold(one) != number]
        weights = fitted([one.reasons for one in taught], [one.right for one in taught])
        for one in examples:
            if _fold(one) == number:
                total = sum(weights.get(name, 0.0) * value for name, value in one.reasons.items())
                found.append((float(1 / (1 + np.exp(-total))), one.right))
    return found


def _fold(one: Example) -> int:
    return int(one.report[:8], 16) % FOLDS


def bins(scored: Iterable[tuple[float, bool]]) -> list[tuple[float, int, float]]:
    """(least score, number, share right) of each tenth of the scale."""
    rows = list(scored)
    found = []
    for tenth in range(10):
        held = [right for score, right in rows if min(int(score * 10), 9) == tenth]
        if held:
            found.append((tenth / 10, len(held), round(sum(held) / len(held), 2)))
    return found


def write(name: str, examples: Sequence[Example], settings: Mapping[str, float], folder: Path = TABLES) -> Path:
    """Fits the weights on all examples and writes the table of this name."""
    weights = fitted([one.reasons for one in examples], [one.right for one in examples])
    told = f"reports = {len({one.report for one in examples})}\npossible = {len(examples)}\n"
    tables = (("settings", settings), ("weights", weights))
    rows = "".join(
        f"\n[{key}]\n" + "".join(f'"{one}" = {value}\n' for one, value in row.items()) for key, row in tables
    )
    path = folder / f"{name}_weights.toml"
    path.write_text(f"{HEAD}\n{told}{rows}", encoding="utf-8")
    return path
